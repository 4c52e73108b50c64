"""Long questions that no record answers whole: asked again for enough of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from math import log2

from birge.search.common_words import ASKING, DEMANDING
from birge.search.engines.base import Query, Word

#: Shorter queries name a book; half of a name is another book.
FEWEST_WORDS = 4
#: What part of the weight of all words a record must have. A question is in other words than
#: its answer, and what has so many words is a description.
ENOUGH = 0.55
ENOUGH_FOR_QUESTION = 0.2
ENOUGH_FOR_LONG_QUESTION = 0.1
ENOUGH_FOR_DESCRIPTION = 0.35
DESCRIPTION = 6
#: Weights are whole numbers: so many steps for each halving of the number of records.
STEPS = 4


class Manner(Enum):
    """How a query is put."""

    NAMES = "a book or a subject is named"
    #: «Кому на Руси жить хорошо», «кто написал Абай жолы»: only the words tell, and not for certain.
    MAY_ASK = "it may be a question, or a title that has such a word"
    ASKS = "it is a question"


def is_marked(text: str) -> bool:
    """Whether this is written as a question; «Ноғай ордасының аумағы:» is to be filled in."""
    return text.endswith(("?", ":"))


def manner_of(text: str, query: Query) -> Manner:
    """How the text of the query is put; many a title has a word that asks."""
    if is_marked(text) or _has(query, DEMANDING):
        return Manner.ASKS
    return Manner.MAY_ASK if _has(query, ASKING) else Manner.NAMES


def _has(query: Query, words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(word.exact) for word in query.sequence)


def relaxed(
    query: Query, uses: Callable[[Word], int], records: int, manner: Manner
) -> Query | None:
    """The query for enough of its words, rare ones counting more; None where it is too short.

    `uses` tells how many of the `records` have a word; a question may be of few words.
    """
    said = {word.folded: word for word in query.all_words if _says(word)}
    words = list(said.values())
    fewest = FEWEST_WORDS if manner is Manner.NAMES else 1
    if len(words) < fewest or query.identifiers:
        return None
    counts = [uses(word) for word in words]
    if not any(counts):
        return None
    # Counts lag behind what has just come in.
    most = max(records, *counts)
    weighed = tuple(
        replace(word, weight=_weight(word, count, most))
        for word, count in zip(words, counts, strict=True)
    )
    heaviest = max(word.weight for word, count in zip(weighed, counts, strict=True) if count)
    enough = _enough(weighed, heaviest, manner)
    return replace(query, words=weighed, phrases=(), enough=enough)


def _says(word: Word) -> bool:
    """Whether a word says what is asked about."""
    return ASKING.isdisjoint(word.exact) and DEMANDING.isdisjoint(word.exact)


def _weight(word: Word, count: int, most: int) -> int:
    """The rarer, the more; a letter says nothing, and how rare one is nobody has counted."""
    if len(word.exact[0]) == 1:
        return 1
    return 1 + round(STEPS * log2((most + 1) / (count + 0.5)))


def _enough(words: Sequence[Word], heaviest: int, manner: Manner) -> int:
    """A part of the whole weight; more than one word where a book is named."""
    total = sum(word.weight for word in words)
    if manner is not Manner.NAMES:
        is_long = len(words) >= FEWEST_WORDS
        return max(1, round(total * (ENOUGH_FOR_LONG_QUESTION if is_long else ENOUGH_FOR_QUESTION)))
    if len(words) >= DESCRIPTION:
        return round(total * ENOUGH_FOR_DESCRIPTION)
    return max(round(total * ENOUGH), heaviest + 1)
