"""Where pages of the site come from: rooms above register what answers for itself in search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from django.db.models import QuerySet


class PageText(NamedTuple):
    """The words by which a page is found, as readers see them."""

    object_id: int
    language: str
    title: str
    lead: str = ""
    text: str = ""


class PageLink(NamedTuple):
    """Where a page is: its address and the title of the section it stands in."""

    url: str
    section: str = ""


class PageSource(Protocol):
    """One kind of pages; `name` never changes, for the index keeps it."""

    name: str

    def texts(self, ids: Sequence[int] | None = None) -> Iterable[PageText]:
        """Texts of published pages: of these, or of all."""

    def visible(self, language: str) -> QuerySet:
        """Ids of the pages that any reader may see now, in that language; asks nothing itself."""

    def links(self, ids: Sequence[int]) -> Mapping[int, PageLink]:
        """Addresses of pages in a constant number of queries; what is gone is left out."""


_sources: dict[str, PageSource] = {}


def use_page_source(source: PageSource) -> PageSource:
    """Find these pages from now on; a source with the same name takes the place of the other."""
    _sources[source.name] = source
    return source


def page_sources() -> Mapping[str, PageSource]:
    """The sources by name."""
    return _sources
