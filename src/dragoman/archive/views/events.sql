-- One row an event, with its parties by name, the words that show it, and whose voice tells it.
SELECT
    e.day,
    e.until, e.basis AS date_basis,
    (SELECT group_concat(a.name, '; ') FROM party q JOIN actor a ON a.document = q.document AND a.id = q.actor
     WHERE q.document = e.document AND q.event = e.n AND q.side = 'actor') AS actors,
    e.type, e.mode,
    (SELECT group_concat(a.name, '; ') FROM party q JOIN actor a ON a.document = q.document AND a.id = q.actor
     WHERE q.document = e.document AND q.event = e.n AND q.side = 'recipient') AS recipients,
    p.name AS place, e.factuality, e.voice, speaker.name AS speaker, e.cameo, e.quad, e.score, e.confidence,
    substr(d.text, e.evidence_start + 1, e.evidence_end - e.evidence_start) AS evidence,
    d.name AS document, e.id AS event, e.rule, e.same_as
FROM event e
JOIN document d ON d.id = e.document
LEFT JOIN place p ON p.document = e.document AND p.n = e.place
LEFT JOIN statement s ON s.document = e.document AND s.id = e.statement
LEFT JOIN actor speaker ON speaker.document = e.document AND speaker.id = s.speaker
WHERE /*where*/
ORDER BY /*order*/
