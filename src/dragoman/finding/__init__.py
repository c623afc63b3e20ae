"""Reading in, findings with evidence out: mentions, statements, times, places and happenings."""
