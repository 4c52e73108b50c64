"""Measurements of Birge against its neighbors, printed as ratios of one run on one machine."""
