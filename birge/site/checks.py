"""Rules of the house that Django checks at start-up."""
