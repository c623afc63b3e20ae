-- One row a pair of countries: events that count of the one towards the other. Whole months are counted already.
WITH cut AS (
    SELECT DISTINCT e.document, e.n, x.country AS actor, y.country AS recipient, e.quad, e.score
    FROM event e
    CROSS JOIN party p ON p.document = e.document AND p.event = e.n AND p.receives = 0
    CROSS JOIN actor a ON a.document = p.document AND a.n = p.actor
    CROSS JOIN registry x ON x.id = a.registry
    CROSS JOIN party q ON q.document = e.document AND q.event = e.n AND q.receives = 1
    CROSS JOIN actor b ON b.document = q.document AND b.n = q.actor
    CROSS JOIN registry y ON y.id = b.registry
    WHERE e.same_as IS NULL AND e.factuality IN ('actual', 'historical') AND x.country <> y.country AND /*cut*/
),
directed AS (
    SELECT actor, recipient, quad, events, thousandths FROM dyad WHERE /*whole*/
    UNION ALL
    SELECT actor, recipient, quad, 1, CAST(round(score * 1000) AS INTEGER) FROM cut
)
SELECT
    actor, recipient, sum(events) AS events, sum((quad IN (1, 2)) * events) AS cooperation,
    sum((quad IN (3, 4)) * events) AS conflict, round(sum(thousandths) / 1000.0 / sum(events), 3) AS mean_score
FROM directed
GROUP BY actor, recipient
ORDER BY events DESC, actor, recipient
