-- One row a document that holds the words, best first.
SELECT
    d.name AS document, d.published AS day, d.outlet, d.title,
    snippet(document_words, 1, '[', ']', ' … ', 16) AS snippet
FROM document_words JOIN document d ON d.id = document_words.rowid
WHERE /*where*/
ORDER BY bm25(document_words)
