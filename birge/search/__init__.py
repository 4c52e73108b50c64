"""Search of the catalogue: documents, interpretation of queries, engines, the search page."""
