"""Records in, one file that keeps, finds and counts them: SQLite with full text search."""
