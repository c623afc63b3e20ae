"""Articles in, records out, on more than one process: each maps a Coder over batches."""
