"""Weights of search, fitted."""
