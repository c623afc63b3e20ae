-- One row a name with its country and sector: in how many documents, and on which side of how many events.
SELECT
    a.name, a.kind, a.country, a.sector, a.key, count(DISTINCT a.document) AS documents,
    sum((SELECT count(*) FROM party q WHERE q.document = a.document AND q.actor = a.id AND q.side = 'actor')) AS acts,
    sum((SELECT count(*) FROM party q WHERE q.document = a.document AND q.actor = a.id AND q.side = 'recipient')) AS receives
FROM actor a
WHERE /*where*/
GROUP BY a.name, a.kind, a.country, a.sector, a.key
ORDER BY documents DESC, acts DESC, a.name
