"""Bytes in, articles out: pages, texts, archives and feeds become documents with blocks and metadata."""
