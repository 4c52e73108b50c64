"""Settings: `dev` for a desk, `test` for the tests, `production` for a library."""
