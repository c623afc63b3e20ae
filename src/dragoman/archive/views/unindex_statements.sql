INSERT INTO statement_words (statement_words, rowid, words)
SELECT 'delete', id, words FROM statement_content WHERE document = ?
