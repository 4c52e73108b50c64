"""The catalogue in the admin."""
