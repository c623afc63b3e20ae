-- One row an event, with its parties by name, the words that show it, and whose voice tells it.
WITH chosen (document, n) AS MATERIALIZED (/*chosen*/)
SELECT
    e.day, e.until, e.basis AS date_basis,
    (SELECT group_concat(r.name, '; ') FROM party q
     JOIN actor a ON a.document = q.document AND a.n = q.actor JOIN registry r ON r.id = a.registry
     WHERE q.document = e.document AND q.event = e.n AND q.receives = 0) AS actors,
    e.type, e.mode,
    (SELECT group_concat(r.name, '; ') FROM party q
     JOIN actor a ON a.document = q.document AND a.n = q.actor JOIN registry r ON r.id = a.registry
     WHERE q.document = e.document AND q.event = e.n AND q.receives = 1) AS recipients,
    p.name AS place, e.contexts, e.factuality, e.voice, speaker.name AS speaker, e.cameo, e.quad, e.score, e.confidence,
    substr(d.text, e.evidence_start + 1, e.evidence_end - e.evidence_start) AS evidence,
    d.name AS document, e.id AS event, e.rule, e.same_as
FROM chosen c
CROSS JOIN event e ON e.document = c.document AND e.n = c.n
CROSS JOIN document d ON d.id = e.document
LEFT JOIN place p ON p.document = e.document AND p.n = e.place
LEFT JOIN statement s ON s.document = e.document AND s.id = e.statement
LEFT JOIN actor a ON a.document = s.document AND a.n = s.speaker
LEFT JOIN registry speaker ON speaker.id = a.registry
ORDER BY e.day, e.document, e.n
