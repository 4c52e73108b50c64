"""Management of the catalogue room."""
