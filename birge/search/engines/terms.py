"""The lexemes of the database engines, and what is asked of them, whatever the database.

A lexeme is a word behind one letter that tells what it is: a form of a word in a part of the
record, a pair of neighbors in the title, a number, a value of a facet. So everything that can be
asked for stands in one index, and none of it needs a second look at the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from math import prod
from typing import NamedTuple

from birge.search.engines.base import Document, Level, Query, Role, Run, Word

#: Folded forms of the whole record, in the order of its words: what matches, and what phrases
#: are looked for in.
ANYWHERE = "a"
#: A form of a word in one part of the record: the part, then the levels at which the word has this
#: form. Many a word has the same form at all of them, and is kept once.
PARTS = {
    Role.TITLE: "t",
    Role.NAMES: "n",
    Role.SUBJECTS: "s",
    Role.IMPRINT: "m",
    Role.TEXT: "x",
}
#: The levels as digits of which the sums are made (exact 1, stem 2, folded 4), and the sums in
#: which each takes part. Exact and folded alone, 5, is rare, and kept as two.
LEVELS = {Level.EXACT: "137", Level.STEM: "2367", Level.FOLDED: "467"}
#: The same for the text, whose folded forms nobody asks for apart from those anywhere. It has the
#: most words of all: an index with both would be a seventh larger.
LEVELS_OF_TEXT = {Level.EXACT: "13", Level.STEM: "23", Level.FOLDED: ""}
IDENTIFIER = "i"
#: Two words that stand side by side in the title, as printed, joined by the sign.
PAIR, JOINT = "p", "_"
VALUE = "v"
#: Values no longer than this are likely to come again.
SHORT = 40
#: Asked for in more ways than these, enough words are better counted than listed.
MOST_WAYS = 24
#: Eight words of two keys each.
MOST_SPELLINGS = 256
#: How many words the title has.
LENGTH = "w"
#: Every record that is not public has this one.
HIDDEN = "z"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts is enough."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must be there."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The first, but not the second."""

    wanted: Expression
    unwanted: Expression


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lexemes side by side; each step lists those that may stand there."""

    steps: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """A word in one of these parts of the record, in one of these forms of a level."""

    roles: tuple[Role, ...]
    level: Level
    forms: tuple[str, ...]

    @property
    def lexemes(self) -> Expression:
        """The lexemes of the engines of the database that say so."""
        return either(
            PARTS[role] + levels + form
            for role in self.roles
            for levels in (LEVELS_OF_TEXT if role is Role.TEXT else LEVELS)[self.level]
            for form in self.forms
        )


Expression = str | AnyOf | AllOf | Without | Phrase | Forms


def every(parts: Iterable[Expression | None]) -> Expression | None:
    """All of the parts that ask for something; nothing where none does."""
    asked = tuple(part for part in parts if part is not None)
    return AllOf(asked) if len(asked) > 1 else (asked[0] if asked else None)


def either(parts: Iterable[Expression]) -> Expression:
    """Any of the parts."""
    found = tuple(parts)
    return AnyOf(found) if len(found) != 1 else found[0]


def word_in(word: Word, level: Level = Level.FOLDED, scope: str = "all") -> Expression:
    """A word in a scope at a level."""
    roles = word.roles(scope)
    if level is Level.FOLDED and len(roles) == len(Role):
        return either(ANYWHERE + form for form in word.forms(level))
    return Forms(roles, level, word.forms(level))


def words_in(words: Iterable[Word], scope: str, level: Level) -> Expression | None:
    """All of the words in a scope at a level."""
    return every(word_in(word, level, scope) for word in words)


def strict_part(query: Query) -> Expression | None:
    """What every record must have, even where not all of the words are asked for."""
    parts: list[Expression] = []
    for phrase in query.phrases:
        parts.append(_phrase(phrase))
        parts += [word_in(word) for word in phrase if word.scope != "all"]
    parts += [either(IDENTIFIER + text for text in group) for group in query.identifiers]
    return every(parts)


def _phrase(words: Iterable[Word]) -> Phrase:
    """Words side by side, in no more spellings than an engine can list; the likeliest stay."""
    steps = [[ANYWHERE + key for key in word.keys] for word in words]
    while prod(map(len, steps)) > MOST_SPELLINGS:
        max(steps, key=len).pop()
    return Phrase(tuple(map(tuple, steps)))


def wanted_part(query: Query) -> Expression | None:
    """What a record must have.

    Where words that weigh enough will do, so many of them; or one of the heaviest at least, where
    there are too many ways to have enough (`must_be_weighed`).
    """
    if query.enough and query.words:
        words: Expression | None = enough_part(query) or one_of_heaviest(query)
    else:
        words = every(word_in(word) for word in query.words)
    return every([words, strict_part(query)])


def must_be_weighed(query: Query) -> bool:
    """Whether `wanted_part` finds records too whose words weigh too little."""
    return bool(query.enough and query.words) and enough_part(query) is None


def enough_part(query: Query) -> Expression | None:
    """Words that weigh enough, in every way that spares none; None for no way or very many."""
    ways = list(
        islice(
            _ways(sorted(query.words, key=lambda word: -word.weight), query.enough), MOST_WAYS + 1
        )
    )
    if not 0 < len(ways) <= MOST_WAYS:
        return None
    return either(every(map(word_in, way)) for way in ways)


def _ways(words: Sequence[Word], needed: int) -> Iterator[tuple[Word, ...]]:
    """The sets of words that weigh so much, heaviest first, none with a word too many."""
    left = sum(word.weight for word in words)
    for place, word in enumerate(words):
        if left < needed:
            return
        left -= word.weight
        if word.weight >= needed:
            yield (word,)
        else:
            yield from ((word, *way) for way in _ways(words[place + 1 :], needed - word.weight))


def one_of_heaviest(query: Query) -> Expression:
    """What every record has that has enough of the words: without these the rest is too light."""
    return either(word_in(word) for word in _heaviest(query))


def _heaviest(query: Query) -> list[Word]:
    words = sorted(query.words, key=lambda word: -word.weight)
    left = sum(word.weight for word in words)
    for place, word in enumerate(words):
        if left < query.enough:
            return words[:place] or words
        left -= word.weight
    return words


def unwanted_part(query: Query, public_only: bool) -> Expression | None:
    """What no record may have."""
    parts = [word_in(word) for word in query.excluded]
    parts += [HIDDEN] if public_only else []
    return either(parts) if parts else None


def title_part(query: Query) -> Expression | None:
    """The words as typed, side by side in the title; one word alone, in the title."""
    words = query.sequence
    if len(words) == 1:
        return Forms((Role.TITLE,), Level.EXACT, words[0].exact)
    return every(
        either(PAIR + first + JOINT + second for first in left.exact for second in right.exact)
        for left, right in pairwise(words)
    )


def title_length(words: int) -> Expression:
    """The title has so many words."""
    return f"{LENGTH}{words}"


def values_part(ids: Iterable[int]) -> Expression:
    """Any of these values of a facet."""
    return either(f"{VALUE}{number}" for number in ids)


def test_of(expression: Expression) -> Callable[[Set[str]], bool]:
    """A test of a record's lexemes for what is asked for; phrases cannot be told so."""
    match expression:
        case str():
            return lambda lexemes: expression in lexemes
        case AnyOf(parts) if all(isinstance(part, str) for part in parts):
            any_of = frozenset(parts)
            return lambda lexemes: not any_of.isdisjoint(lexemes)
        case AnyOf(parts):
            tests = [test_of(part) for part in parts]
            return lambda lexemes: any(test(lexemes) for test in tests)
        case AllOf(parts):
            tests = [test_of(part) for part in parts]
            return lambda lexemes: all(test(lexemes) for test in tests)
        case Forms():
            return test_of(expression.lexemes)
        case Phrase():
            raise TypeError("a phrase is more than its words")
    wanted, unwanted = test_of(expression.wanted), test_of(expression.unwanted)
    return lambda lexemes: wanted(lexemes) and not unwanted(lexemes)


# What a document holds


class Held(NamedTuple):
    """The lexemes of a document with spaces between them.

    Each value has its words for phrases, in order, and all others, in none. `keys` are further
    words for phrases, which stand nowhere.
    """

    values: Sequence[tuple[str, str]]
    keys: str
    marks: str


def held_by(document: Document, numbers: Sequence[int]) -> Held:
    """All lexemes of a document whose values have these numbers."""
    values: list[tuple[str, str]] = []
    keys: list[str] = []
    others: list[str] = []
    for role, part in PARTS.items():
        for run in document.runs.get(role, ()):
            if run.exact:
                read = _short_value if len(run.exact) <= SHORT else _value
                values.append(read(run, part))
                if run.others:
                    further = run.others.split(" ")
                    keys += [ANYWHERE + key for key in further]
                    if role is not Role.TEXT:
                        others += [f"{part}4{key}" for key in further]
    others += [f"{VALUE}{number}" for number in numbers]
    return Held(values, " ".join(keys), " ".join([*others, *marks_of(document)]))


def marks_of(document: Document) -> Iterator[str]:
    """What a document has besides words and values: pairs of the title, numbers, its length."""
    for run in document.runs.get(Role.TITLE, ()):
        for first, second in pairwise(run.exact.split()):
            yield PAIR + first + JOINT + second
    for text in document.identifiers:
        yield IDENTIFIER + text
    yield f"{LENGTH}{document.title_words}"
    if not document.public:
        yield HIDDEN


def _value(run: Run, part: str) -> tuple[str, str]:
    exact, stem = run.exact.split(" "), run.stem.split(" ")
    if part == PARTS[Role.TEXT]:
        forms = " ".join(map(_form_in_text, exact, stem))
    else:
        words = zip(exact, stem, run.folded.split(" "), strict=True)
        forms = " ".join([_form(part, *word) for word in words])
    return ANYWHERE + run.folded.replace(" ", " " + ANYWHERE), forms


#: `_value` of names, subjects and publishers, which many records share.
_short_value = lru_cache(maxsize=50_000)(_value)


@lru_cache(maxsize=1 << 16)
def _form(part: str, exact: str, stem: str, folded: str) -> str:
    if exact == stem:
        return f"{part}7{exact}" if stem == folded else f"{part}3{exact} {part}4{folded}"
    if stem == folded:
        return f"{part}1{exact} {part}6{stem}"
    return f"{part}1{exact} {part}2{stem} {part}4{folded}"


@lru_cache(maxsize=1 << 16)
def _form_in_text(exact: str, stem: str) -> str:
    part = PARTS[Role.TEXT]
    return f"{part}3{exact}" if exact == stem else f"{part}1{exact} {part}2{stem}"
