-- What the records say that the counts should be, less what they are: no row if they are in step.
WITH ends AS (
    SELECT DISTINCT
        r.country, p.receives, ifnull(e.day, '') AS day, e.document, e.n, e.type, e.quad, e.score,
        e.same_as IS NULL AND e.factuality IN ('actual', 'historical') AS counts
    FROM event e
    JOIN party p ON p.document = e.document AND p.event = e.n
    JOIN actor a ON a.document = p.document AND a.n = p.actor
    JOIN registry r ON r.id = a.registry
    WHERE r.country IS NOT NULL
),
pairs AS (
    SELECT
        x.country AS actor, y.country AS recipient, substr(x.day, 1, 7) AS month, x.type, x.quad, count(*) AS events,
        sum(CAST(round(x.score * 1000) AS INTEGER)) AS thousandths
    FROM ends x
    JOIN ends y ON y.document = x.document AND y.n = x.n
    WHERE x.receives = 0 AND y.receives = 1 AND x.counts AND x.country <> y.country
    GROUP BY 1, 2, 3, 4, 5
),
known AS (
    SELECT
        r.id, (SELECT count(DISTINCT a.document) FROM actor a WHERE a.registry = r.id) AS documents,
        (SELECT count(*) FROM actor a JOIN party p ON p.document = a.document AND p.actor = a.n
         WHERE a.registry = r.id AND p.receives = 0) AS acts,
        (SELECT count(*) FROM actor a JOIN party p ON p.document = a.document AND p.actor = a.n
         WHERE a.registry = r.id AND p.receives = 1) AS receives
    FROM registry r
)
SELECT 'country_event' FROM (
    SELECT country, receives, day, document, n, counts, quad, score FROM ends EXCEPT SELECT * FROM country_event
)
UNION ALL SELECT 'country_event' WHERE (SELECT count(*) FROM ends) <> (SELECT count(*) FROM country_event)
UNION ALL SELECT 'dyad' FROM (SELECT * FROM pairs EXCEPT SELECT * FROM dyad)
UNION ALL SELECT 'dyad' WHERE (SELECT count(*) FROM pairs) <> (SELECT count(*) FROM dyad)
UNION ALL SELECT 'registry' FROM (SELECT * FROM known EXCEPT SELECT id, documents, acts, receives FROM registry)
UNION ALL SELECT 'registry' FROM registry WHERE documents = 0
LIMIT 1
