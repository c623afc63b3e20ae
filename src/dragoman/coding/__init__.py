"""Choices in, the record's events and statements out."""
