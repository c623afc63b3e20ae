"""Article in, Reading out: the one parse, as plain columns, and the clauses in it."""
