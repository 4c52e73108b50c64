"""Birge's tests: one folder for each room, and contracts/ for what holds across rooms."""
