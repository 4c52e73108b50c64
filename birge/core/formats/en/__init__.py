"""English formats, for the admin."""
