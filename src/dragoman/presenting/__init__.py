"""Records in, what a person reads out."""
