-- One row a document that holds the words, best first.
SELECT
    'document' AS found, d.published AS day, d.outlet AS source, d.title AS title, d.name AS document, NULL AS statement,
    snippet(document_words, 1, '[', ']', ' … ', 16) AS snippet
FROM (
    SELECT rowid AS id, rank AS place FROM document_words WHERE document_words MATCH ? ORDER BY rank LIMIT /*limit*/
) best
CROSS JOIN document_words ON document_words.rowid = best.id AND document_words MATCH ?
CROSS JOIN document d ON d.id = best.id
ORDER BY best.place, best.id
