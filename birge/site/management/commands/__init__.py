"""Commands of the site room."""
