-- One row a statement, with its speaker and its words.
SELECT
    coalesce(s.since, d.published) AS day, a.name AS speaker, a.country, a.sector, s.mode, s.stance, s.occasion,
    s.anonymous, substr(d.text, s.start + 1, s."end" - s.start) AS words, d.name AS document, s.id AS statement, s.parent
FROM statement s
JOIN document d ON d.id = s.document
LEFT JOIN actor a ON a.document = s.document AND a.id = s.speaker
WHERE /*where*/
ORDER BY /*order*/
