"""Programs for those who work on Birge."""
