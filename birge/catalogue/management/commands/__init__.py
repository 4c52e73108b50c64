"""Management commands of the catalogue room."""
