-- One row a statement that holds the words, best first; its source is the speaker.
SELECT
    'statement' AS found, s.day AS day, r.name AS source, d.title AS title, d.name AS document, s.id AS statement,
    snippet(statement_words, 0, '[', ']', ' … ', 16) AS snippet
FROM (
    SELECT rowid AS id, rank AS place FROM statement_words WHERE statement_words MATCH ? ORDER BY rank LIMIT /*limit*/
) best
CROSS JOIN statement_words ON statement_words.rowid = best.id AND statement_words MATCH ?
CROSS JOIN statement s ON s.document = best.id >> 16 AND s.n = best.id & 65535
CROSS JOIN document d ON d.id = s.document
LEFT JOIN actor a ON a.document = s.document AND a.n = s.speaker
LEFT JOIN registry r ON r.id = a.registry
ORDER BY best.place, best.id
