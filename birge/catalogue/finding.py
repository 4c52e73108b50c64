"""How the catalogue's lists and choosers find records and people: the search room brings the means."""

from __future__ import annotations

from collections.abc import Callable

from birge.catalogue.models import Agent, Record
from birge.language.collation import sort_key

Finder = Callable[[str, int], list[int]]
PeopleFinder = Callable[[str], list[int]]

BEYOND_ANY_LETTER = "99"


class FinderFailed(Exception):
    """The engine could not answer, which is not the same as having found nothing."""


_finders: list[Finder] = []
_people_finders: list[PeopleFinder] = []


def use_finder(finder: Finder) -> Finder:
    """Answer from this function from now on: text and limit in, record ids out, best first.

    It may return records that readers cannot see; it raises `FinderFailed` when it cannot answer.
    """
    _finders[:] = [finder]
    return finder


def use_people_finder(finder: PeopleFinder) -> PeopleFinder:
    """Ask this function too from now on: text in, ids of a few people out, best first."""
    _people_finders[:] = [finder]
    return finder


def has_finder() -> bool:
    """Whether an engine has been registered."""
    return bool(_finders)


def find_records(text: str, limit: int = 200) -> list[int]:
    """Ids of records that match the words, best first.

    Without an engine: records whose title begins with the text, in the order of the alphabet.
    """
    if _finders:
        return _finders[0](text, limit)[:limit]
    return _by_prefix(Record.objects.all(), "title_key", text, limit)


def find_agents(text: str, limit: int = 200) -> list[int]:
    """Ids of people and bodies whose catalogued name begins with the text, then of their like.

    The like are names with such a word inside, in other letters, or among their other forms.
    """
    begin = _by_prefix(Agent.objects.all(), "sort_key", text, limit)
    others = (number for finder in _people_finders for number in finder(text))
    return list(dict.fromkeys([*begin, *others]))[:limit]


def _by_prefix(rows, field: str, text: str, limit: int) -> list[int]:
    key = sort_key(text)
    if not key:
        return []
    # Keys are digits in every collation's order, so a beginning is a range, not a LIKE.
    found = rows.filter(**{f"{field}__gte": key, f"{field}__lt": key + BEYOND_ANY_LETTER})
    return list(found.order_by(field, "pk").values_list("pk", flat=True)[:limit])
