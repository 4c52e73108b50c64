"""Project rules of the home room that Django checks at start-up."""
