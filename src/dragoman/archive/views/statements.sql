-- One row a statement, with its speaker and its words.
WITH chosen (document, n) AS MATERIALIZED (/*chosen*/)
SELECT
    s.day, r.name AS speaker, r.country, r.sector, s.mode, s.stance, s.occasion, addressee.name AS addressee, s.anonymous,
    substr(d.text, s.start + 1, s."end" - s.start) AS words, d.name AS document, s.id AS statement, s.parent
FROM chosen c
CROSS JOIN statement s ON s.document = c.document AND s.n = c.n
CROSS JOIN document d ON d.id = s.document
LEFT JOIN actor a ON a.document = s.document AND a.n = s.speaker
LEFT JOIN registry r ON r.id = a.registry
LEFT JOIN actor b ON b.document = s.document AND b.n = s.addressee
LEFT JOIN registry addressee ON addressee.id = b.registry
ORDER BY s.day, s.document, s.n
