"""Programs that make what is kept in the tree: lists, weights."""
