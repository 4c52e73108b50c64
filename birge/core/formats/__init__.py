"""Formats of dates and numbers by language, found by Django through FORMAT_MODULE_PATH."""
