"""Findings in, choices out: actors, their roles on a date, how place names are meant and where they are."""
