"""Puts the demonstration's facts into the database; the same every time, safe to repeat."""
