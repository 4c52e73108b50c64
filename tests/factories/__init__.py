"""Things that tests need, made as the product itself makes them."""
