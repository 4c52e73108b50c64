"""Wagtail's own search on SQLite, for staff and the API's pages: safe from what people type.

Wagtail puts each word between double quotes and gives it to FTS5 as it is: a quote among the
letters ends the string early, and thousands of words are nested deeper than Python reaches.
"""

from __future__ import annotations

from modelsearch.backends.base import BaseSearchResults
from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend
from modelsearch.query import And, Or, PlainText, SearchQuery
from modelsearch.utils import MAX_QUERY_STRING_LENGTH


class SearchBackend(SQLiteSearchBackend):
    """The one of Wagtail, asked for words only."""

    def _search(
        self, query_compiler_class: type, query: str | SearchQuery, *args: object, **kwargs: object
    ) -> BaseSearchResults:
        return super()._search(query_compiler_class, _cleaned(query), *args, **kwargs)


def _cleaned(query: str | SearchQuery) -> str | SearchQuery:
    """The query with words alone, and not more of them than Wagtail's own pages take."""
    if isinstance(query, str):
        # Between the quotes that Wagtail writes, no other sign is an operator.
        return " ".join(query[:MAX_QUERY_STRING_LENGTH].replace('"', " ").split())
    if isinstance(query, PlainText):
        return PlainText(_cleaned(query.query_string), query.operator, query.boost)
    if isinstance(query, And | Or):
        return type(query)([_cleaned(part) for part in query.subqueries])
    return query
