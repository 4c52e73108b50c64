"""Birge: the website of a public library in Kazakh and Russian."""
