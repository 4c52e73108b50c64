"""What the search room keeps in the database."""

from birge.search.models.index import IndexedFacet, IndexedRecord

__all__ = ["IndexedFacet", "IndexedRecord"]
