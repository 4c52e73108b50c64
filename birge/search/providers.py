"""Facets that an upper room knows the values of: it registers a provider in its `apps.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from birge.search.engines.base import FACETS

#: What the index knows by itself.
OWN = ("language", "branch", "availability", "author", "subject", "type", "audience")
_providers: dict[str, FacetProvider] = {}


class FacetProvider(Protocol):
    """A facet of an upper room.

    `name` is one of the engines' facets that nobody fills yet; `title` is what readers see.
    When a record's values change, the room says so by `catalogue.changes.records_changed`.
    """

    name: str
    title: str

    def values(self, record_ids: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Values of the records that have any; one query whatever their number."""

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        """What readers see of the values, in their language; one that is not public has none."""


def register_facet(provider: FacetProvider) -> None:
    """Let a room fill a facet; a later provider of the same name takes its place."""
    if provider.name in OWN or provider.name not in FACETS:
        raise ValueError(f"No room can fill the facet {provider.name!r}.")
    _providers[provider.name] = provider


def forget_facet(name: str) -> None:
    """Nobody fills the facet any longer."""
    _providers.pop(name, None)


def provider_of(name: str) -> FacetProvider | None:
    """Who fills a facet."""
    return _providers.get(name)


def provided_values(record_ids: Sequence[int]) -> dict[int, dict[str, Sequence[str]]]:
    """What upper rooms say of each record, by facet."""
    found: dict[int, dict[str, Sequence[str]]] = defaultdict(dict)
    for name, provider in _providers.items():
        for record_id, values in provider.values(record_ids).items():
            found[record_id][name] = values
    return found
