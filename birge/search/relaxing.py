"""Long questions that no record answers whole: asked again for enough of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log2

from birge.search.engines.base import Query, Word

#: Shorter queries name a book; half of a name is another book.
FEWEST_WORDS = 4
#: What part of the weight of all words a record must have. A question is in other words than
#: its answer, and what has so many words is a description.
ENOUGH = 0.5
ENOUGH_FOR_QUESTION = 0.2
ENOUGH_FOR_DESCRIPTION = 0.3
DESCRIPTION = 6
#: Weights are whole numbers: so many steps for each halving of the number of records.
STEPS = 2
#: Words that ask and say nothing of what is asked about.
ASKING = frozenset(
    "не болады болған болатын айтады дейді кім кімдер дегеніміз деп аталады атауы аталуы не неге нені неден немене қандай қай қайсы қашан қайда қайдан қалай қанша неше"
    " неліктен ма ме ба бе па пе еді екен болды болып деген деп қалай"
    " кто что какой какая какое какие какого каким когда где куда откуда как сколько почему зачем"
    " чем чего кого кому чей который которые было был была были есть ли"
    " who what which when where why how is are was were".split()
)


def is_question(query: Query) -> bool:
    """Whether this asks about something, rather than names it."""
    return any(not ASKING.isdisjoint(word.exact) for word in query.sequence)


def relaxed(query: Query, uses: Callable[[Word], int], *, asks: bool) -> Query | None:
    """The query for enough of its words, rare ones counting more; None where it is too short.

    `asks` tells whether it was a question, which may be of few words.
    """
    words = [word for word in query.all_words if ASKING.isdisjoint(word.exact)]
    fewest = 1 if asks else FEWEST_WORDS
    if len(words) < fewest or query.identifiers:
        return None
    counts = [uses(word) for word in words]
    most = max(counts)
    if not most:
        return None
    weighed = tuple(
        replace(word, weight=1 + round(STEPS * log2(most / (count or 0.5))))
        for word, count in zip(words, counts, strict=True)
    )
    heaviest = max(word.weight for word, count in zip(weighed, counts, strict=True) if count)
    return replace(query, words=weighed, phrases=(), enough=_enough(weighed, heaviest, asks))


def _enough(words: Sequence[Word], heaviest: int, asks: bool) -> int:
    """A part of the whole weight; more than one word where a book is named."""
    total = sum(word.weight for word in words)
    if asks:
        return max(1, round(total * ENOUGH_FOR_QUESTION))
    if len(words) >= DESCRIPTION:
        return round(total * ENOUGH_FOR_DESCRIPTION)
    return max(round(total * ENOUGH), heaviest + 1)
