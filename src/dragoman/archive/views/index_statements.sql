INSERT INTO statement_words (rowid, words) SELECT id, words FROM statement_content WHERE document = ?
