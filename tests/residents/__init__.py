"""What residents look for, and whether the search page gives it to them."""
