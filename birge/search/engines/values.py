"""Values of facets as numbers: what the database engines count by, and how they are read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from birge.search.engines.base import FACETS, Count, Document

#: The last four bits of a value's number say which facet it belongs to. Kept in the index: a new
#: facet takes a new number.
NUMBERS = {
    "language": 1,
    "branch": 2,
    "author": 3,
    "type": 4,
    "subject": 5,
    "audience": 6,
    "availability": 7,
    "collection": 8,
}
NAMES = {number: name for name, number in NUMBERS.items()}
FACET_BITS = 4
FACET_MASK = (1 << FACET_BITS) - 1
#: A year is its own number; nothing of it has to be looked up.
YEAR = 15
#: No value has this number: what is asked for and is nowhere.
NOWHERE = 0
#: Longest value and longest label.
LONGEST_VALUE = 120
LONGEST_LABEL = 200

Pair = tuple[str, str]
#: How often each number was found.
Numbers = Mapping[int, int]


def year_number(year: int) -> int:
    """The number of a year."""
    return year << FACET_BITS | YEAR


def pairs_of(documents: Iterable[Document]) -> dict[Pair, str]:
    """Every facet value of the documents with its label, in one order whoever asks."""
    found: dict[Pair, str] = {}
    for document in documents:
        for name, values in document.facets.items():
            for value in values:
                found.setdefault((name, value), document.labels.get((name, value), ""))
    return dict(sorted(found.items()))


def numbers_of(document: Document, known: Mapping[Pair, int]) -> list[int]:
    """The numbers of a document's values and of its year, none twice."""
    found = {known[name, value] for name, values in document.facets.items() for value in values}
    if document.year is not None:
        found.add(year_number(document.year))
    return sorted(found)


def years_in(numbers: Numbers) -> list[tuple[int, int]]:
    """The years among the numbers, in order."""
    found = ((number, count) for number, count in numbers.items() if number & FACET_MASK == YEAR)
    return sorted((number >> FACET_BITS, count) for number, count in found)


def leading(numbers: Numbers, limit: int, chosen: Iterable[int]) -> dict[int, int]:
    """The numbers that can be shown of each facet: the most frequent, their equals, the chosen."""
    facets: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        facets[number & FACET_MASK].append(number)
    kept = {number: numbers[number] for number in chosen if number in numbers}
    for facet, found in facets.items():
        if facet == YEAR:
            kept.update((number, numbers[number]) for number in found)
            continue
        counts = sorted(map(numbers.__getitem__, found), reverse=True)
        least = counts[min(limit, len(counts)) - 1] if limit else counts[0] + 1
        kept.update((number, numbers[number]) for number in found if numbers[number] >= least)
    return kept


def listed(
    found: Iterable[tuple[str, str, int]], chosen: Mapping[str, Sequence[str]], limit: int
) -> dict[str, list[Count]]:
    """Names, values and counts as a reader sees them: the chosen first, then the most frequent."""
    facets: dict[str, list[Count]] = {name: [] for name in FACETS}
    for name, value, count in found:
        facets[name].append(Count(value, count))
    for name, counts in facets.items():
        own = chosen.get(name, ())
        counts.sort(key=lambda each: (each.value not in own, -each.count, each.value))
        del counts[limit + sum(each.value in own for each in counts) :]
    return facets
