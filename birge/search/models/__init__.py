"""What the search room keeps in the database."""

from birge.search.models.feed import FeedState, Owner, PendingRecord
from birge.search.models.index import IndexedRecord, IndexedValue
from birge.search.models.pages import SitePage, SitePageWord
from birge.search.models.query_log import QueryCount
from birge.search.models.suggestions import (
    SuggestedRecord,
    Suggestion,
    SuggestionStart,
    SuggestionState,
)
from birge.search.models.words import KnownWord, SpellingCode

__all__ = [
    "FeedState",
    "IndexedRecord",
    "IndexedValue",
    "KnownWord",
    "Owner",
    "PendingRecord",
    "QueryCount",
    "SitePage",
    "SitePageWord",
    "SpellingCode",
    "SuggestedRecord",
    "Suggestion",
    "SuggestionStart",
    "SuggestionState",
]
