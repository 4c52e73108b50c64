"""Finds suggestions by a beginning: a few short ranges of an index, whatever the number of them."""

# ruff: noqa: S608  only numbers of our own and names of our own tables are written into SQL

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from django.db import connection

from birge.search.suggestible import Kind
from birge.search.suggestion_index import MOST_USED, shelf

#: How many of one kind are looked at; the best of them are shown.
CANDIDATES = 8
#: After every key that begins with a prefix.
BEYOND = "\U0010ffff"

_ACTIVE = "(SELECT active FROM search_suggestion_state)"
_RANGE = "key >= %(low)s AND key < %(high)s"


class Candidate(NamedTuple):
    """A suggestion that begins, or has a word that begins, with what was typed."""

    id: int
    kind: Kind
    place: int
    uses: int
    text: str
    target: int | None


def candidates(keys: Iterable[str]) -> list[Candidate]:
    """The most frequent suggestions of each kind, best first; one query for each key."""
    best: dict[int, Candidate] = {}
    for key in keys:
        for found in _rows(key):
            known = best.get(found.id)
            if known is None or found.place < known.place:
                best[found.id] = found
    return sorted(best.values(), key=lambda each: (each.kind, each.place, -each.uses, each.text))


def _rows(key: str) -> list[Candidate]:
    params: dict[str, object] = {"low": key, "high": key + BEYOND}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_lateral(), {**params, "shelves": list(_shelves(*Kind))})
        else:
            cursor.execute(_unions(), params)
        return [
            Candidate(pk, Kind(kind), number % 100 // 50, uses, text, target)
            for pk, kind, number, uses, text, target in cursor.fetchall()
        ]


def _shelves(*kinds: Kind) -> Sequence[int]:
    """Numbers of shelves within a generation, in the order of interest."""
    return [
        shelf(0, kind, place, level)
        for kind in kinds
        for place in (0, 1)
        for level in range(MOST_USED, -1, -1)
    ]


@cache
def _unions() -> str:
    """One shelf after the other, no further than enough is found: SQLite has no LATERAL."""
    found = " UNION ALL ".join(_union(kind) for kind in Kind)
    return (
        f"SELECT s.id, s.kind, f.shelf, s.uses, s.text, s.target FROM ({found}) f"
        " CROSS JOIN search_suggestion s ON s.id = f.suggestion"
    )


def _union(kind: Kind) -> str:
    ranges = (
        f"SELECT * FROM (SELECT suggestion, shelf FROM search_suggestion_start"
        f" WHERE shelf = {_ACTIVE} * 1000 + {number} AND {_RANGE} LIMIT {CANDIDATES})"
        for number in _shelves(kind)
    )
    return f"SELECT * FROM ({' UNION ALL '.join(ranges)} LIMIT {CANDIDATES})"


@cache
def _lateral() -> str:
    return f"""
        SELECT s.id, s.kind, f.shelf, s.uses, s.text, s.target
        FROM unnest(%(shelves)s::bigint[]) AS wanted (number)
        CROSS JOIN LATERAL (
            SELECT suggestion, shelf FROM search_suggestion_start
            WHERE shelf = {_ACTIVE} * 1000 + wanted.number AND {_RANGE}
            ORDER BY key LIMIT {CANDIDATES}
        ) f
        JOIN search_suggestion s ON s.id = f.suggestion"""
