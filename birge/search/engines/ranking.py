"""Scores by lists of records, the best first, so that no more lists are read than a page needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from birge.search.engines.base import (
    PHRASE_IN_TITLE,
    SCOPES,
    WEIGHTS,
    WHOLE_TITLE,
    WORD_WEIGHTS,
    Level,
    Query,
)
from birge.search.engines.terms import (
    Expression,
    enough_part,
    every,
    one_of_heaviest,
    title_length,
    title_part,
    word_in,
    words_in,
)

Row = tuple[str, Level]

#: Rows of WEIGHTS that part the records found, from the best, as long as a row implies all that
#: are wider and looser: whatever else a record has, none comes before those of an earlier row.
LADDER: tuple[Row, ...] = (
    ("head", Level.EXACT),
    ("head", Level.STEM),
    ("head", Level.FOLDED),
    ("subject", Level.FOLDED),
)


class Gain(NamedTuple):
    """What every record gains that has what is asked for."""

    points: int
    expression: Expression


class Tier(NamedTuple):
    """The records that have what is asked for and belong to no earlier tier; None: all others."""

    expression: Expression | None
    points: int
    gains: tuple[Gain, ...] = ()


class Steps(NamedTuple):
    """What a rung of the ladder gives for certain, and which rows its records may have besides."""

    row: Row | None
    points: int
    others: tuple[Row, ...]


def _implied(row: Row) -> set[Row]:
    """The rows that a record has which has this one, itself among them."""
    roles, levels = set(SCOPES[row[0]]), list(Level)
    return {
        (scope, level)
        for scope, level in WEIGHTS
        if roles.issubset(SCOPES[scope]) and levels.index(level) >= levels.index(row[1])
    }


def _climb() -> Iterator[Steps]:
    passed: set[Row] = set()
    for row in (*LADDER, None):
        implied = _implied(row) if row else set()
        others = tuple(other for other in WEIGHTS if other not in implied | passed)
        yield Steps(row, sum(WEIGHTS.get(each, 0) for each in implied), others)
        # Whatever has a row that implies this one stands on this rung or above it.
        passed |= {other for other in WEIGHTS if row in _implied(other)}


STEPS = tuple(_climb())


def gains_for(query: Query) -> list[Gain]:
    """All that a record can gain."""
    words = query.all_words
    if query.enough:
        return [*_title_gains(query), *_word_gains(query)]
    rows = ((points, words_in(words, *row)) for row, points in WEIGHTS.items())
    return [*_title_gains(query), *(Gain(points, found) for points, found in rows if found)]


def tiers_for(query: Query) -> list[Tier]:
    """The records found, parted so that every one of a tier comes before those of the next."""
    words = query.all_words
    if query.enough or not words or not _title_implies_words(query):
        return [Tier(None, 0, tuple(gains_for(query)))]
    rows = {row: words_in(words, *row) for row in WEIGHTS}
    tiers = []
    for row, points, others in STEPS:
        titles = () if tiers else _title_gains(query)
        gains = (Gain(WEIGHTS[other], found) for other in others if (found := rows[other]))
        tiers.append(Tier(rows[row] if row else None, points, (*titles, *gains)))
    return tiers


def weighing(query: Query) -> list[Gain]:
    """Where words that weigh enough will do: what each of them weighs."""
    return [Gain(word.weight, word_in(word)) for word in query.words]


def _title_implies_words(query: Query) -> bool:
    """Whether the bonus of the title goes only to records that have every row anyway."""
    typed = set(query.sequence)
    return all(word.scope == "all" and (word in typed or not typed) for word in query.all_words)


def _title_gains(query: Query) -> tuple[Gain, ...]:
    part = title_part(query) if query.sequence else None
    if part is None:
        return ()
    whole = every([part, title_length(len(query.sequence))])
    gains = (Gain(WHOLE_TITLE, whole or part),)
    return gains if len(query.sequence) == 1 else (*gains, Gain(PHRASE_IN_TITLE, part))


def _word_gains(query: Query) -> list[Gain]:
    # A list of a frequent word is long, and few of its records are among those found.
    among = (enough_part(query) or one_of_heaviest(query)) if query.words else None
    found = (
        (word.weight * points, every([word_in(word, level, scope), among]))
        for word in query.all_words
        for (scope, level), points in WORD_WEIGHTS.items()
    )
    return [Gain(points, expression) for points, expression in found if expression is not None]
