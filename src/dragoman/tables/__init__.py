"""Words, codes, actors and places as rows; `table` reads them."""
