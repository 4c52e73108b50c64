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


class Candidate(NamedTuple):
    """A suggestion that begins, or has a word that begins, with what was typed."""

    id: int
    kind: Kind
    place: int
    uses: int
    text: str
    target: int | None


def candidates(keys: Iterable[str]) -> list[Candidate]:
    """The most frequent suggestions of each kind, best first; one query."""
    best: dict[int, Candidate] = {}
    for found in (each for row in candidates_for_each(list(keys)) for each in row):
        known = best.get(found.id)
        if known is None or found.place < known.place:
            best[found.id] = found
    return sorted(best.values(), key=lambda each: (each.kind, each.place, -each.uses, each.text))


def candidates_for_each(keys: Sequence[str]) -> list[list[Candidate]]:
    """The most frequent suggestions of each kind for each of the keys; one query."""
    found: list[list[Candidate]] = [[] for _key in keys]
    if not keys:
        return found
    is_server = connection.vendor == "postgresql"
    params: dict[str, object] = {"shelves": list(_shelves(*Kind))} if is_server else {}
    for place, key in enumerate(keys):
        params |= {f"low{place}": key, f"high{place}": key + BEYOND}
    with connection.cursor() as cursor:
        cursor.execute(_for_each(len(keys), is_server), params)
        for place, pk, kind, number, uses, text, target in cursor.fetchall():
            each = Candidate(pk, Kind(kind), number % 100 // 50, uses, text, target)
            found[place].append(each)
    return found


def _shelves(*kinds: Kind) -> Sequence[int]:
    """Numbers of shelves within a generation, in the order of interest."""
    return [
        shelf(0, kind, place, level)
        for kind in kinds
        for place in (0, 1)
        for level in range(MOST_USED, -1, -1)
    ]


@cache
def _for_each(keys: int, is_server: bool) -> str:
    """The statement for so many keys: the place of each before what it finds."""
    found = _lateral if is_server else _unions
    return " UNION ALL ".join(
        f"SELECT {place}, found{place}.* FROM ({found(_range(place))}) found{place}"
        for place in range(keys)
    )


def _range(place: int) -> str:
    return f"key >= %(low{place})s AND key < %(high{place})s"


def _unions(within: str) -> str:
    """One shelf after the other, no further than enough is found: SQLite has no LATERAL."""
    found = " UNION ALL ".join(_union(kind, within) for kind in Kind)
    return (
        f"SELECT s.id, s.kind, f.shelf, s.uses, s.text, s.target FROM ({found}) f"
        " CROSS JOIN search_suggestion s ON s.id = f.suggestion"
    )


def _union(kind: Kind, within: str) -> str:
    ranges = (
        f"SELECT * FROM (SELECT suggestion, shelf FROM search_suggestion_start"
        f" WHERE shelf = {_ACTIVE} * 1000 + {number} AND {within} LIMIT {CANDIDATES})"
        for number in _shelves(kind)
    )
    return f"SELECT * FROM ({' UNION ALL '.join(ranges)} LIMIT {CANDIDATES})"


def _lateral(within: str) -> str:
    return f"""
        SELECT s.id, s.kind, f.shelf, s.uses, s.text, s.target
        FROM unnest(%(shelves)s::bigint[]) AS wanted (number)
        CROSS JOIN LATERAL (
            SELECT suggestion, shelf FROM search_suggestion_start
            WHERE shelf = {_ACTIVE} * 1000 + wanted.number AND {within}
            ORDER BY key LIMIT {CANDIDATES}
        ) f
        JOIN search_suggestion s ON s.id = f.suggestion"""
