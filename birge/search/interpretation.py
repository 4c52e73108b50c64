"""From what a reader typed to what an engine is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from unicodedata import category

from birge.search import fields, identifiers
from birge.search.compounds import with_compounds
from birge.search.engines.base import Query, Word
from birge.search.fields import Segment, Years
from birge.search.forms import NONE, Readings, is_function_word, words_of
from birge.search.initials import with_names
from birge.search.volumes import with_volumes

MAX_LENGTH = 500
MAX_WORDS = 20
MAX_PHRASE = 8

_QUOTED = re.compile(r"""["«“„]([^"«»“”„]*)["»”“]""")
_EXCLUSION = re.compile(r"(?:^|\s)[-−–](?=[^\W_])(\S+)")
_NUMBER = re.compile(
    r"(?<![\w-])[0-9](?:[-\u2010-\u2015\s]?[0-9]){6,16}(?:[-\u2010-\u2015\s]?[XxХх])?(?!\w)"
)
_LABEL = re.compile(r"\b(?:isbn|issn)(?:[\s-]*1[03](?=\W))?[\s:№]*(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A query in both forms: as the reader sees it and as an engine takes it."""

    text: str
    query: Query
    shortened: bool = False
    years: Years | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the reader typed nothing at all."""
        return not self.text

    @property
    def is_unusable(self) -> bool:
        """Whether something was typed, but neither words nor numbers."""
        return bool(self.text) and not (self.query or self.years)


def interpret(typed: str, readings: Readings = NONE) -> Interpretation:
    """The meaning of a query; one that is too long is cut, and says so.

    `readings` are words to take for some of those typed.
    """
    text = " ".join(_printable(typed[: MAX_LENGTH * 4]).split())
    shortened = len(text) > MAX_LENGTH or len(typed) > MAX_LENGTH * 4
    text = text[:MAX_LENGTH].rstrip()
    taken = _Taken(readings)
    for segment in fields.segments(taken.numbers(text)):
        taken.segment(segment)
    return taken.interpretation(text, shortened)


class _Taken:
    """What a query is made of, as it is taken out of its text piece by piece."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self.identifiers: list[tuple[str, ...]] = []
        self.phrases: list[tuple[Word, ...]] = []
        self.excluded: list[Word] = []
        self.words: list[Word] = []
        self.sequence: list[Word] = []
        self.years: Years | None = None

    def interpretation(self, text: str, shortened: bool) -> Interpretation:
        """Everything taken, no more of anything than an engine should be asked."""
        if not (self.words or self.phrases or self.identifiers):
            self.words, self.sequence, self.excluded = self.excluded, self.excluded, []
        kept = self.words[:MAX_WORDS]
        query = Query(
            words=tuple(dict.fromkeys(kept)),
            sequence=tuple(self.sequence[:MAX_WORDS]),
            phrases=tuple(self.phrases[:MAX_WORDS]),
            identifiers=tuple(self.identifiers[:MAX_WORDS]),
            excluded=tuple(self.excluded[:MAX_WORDS]),
        )
        return Interpretation(text, query, shortened or len(kept) < len(self.words), self.years)

    def numbers(self, text: str) -> str:
        """What looks like an ISBN or ISSN is looked for as one; a year or a shelf number is not."""

        def take(match: re.Match[str]) -> str:
            spellings = identifiers.spellings(match[0])
            if not spellings:
                return match[0]
            self.identifiers.append(spellings)
            return " "

        return _NUMBER.sub(take, _LABEL.sub(" ", text))

    def segment(self, segment: Segment) -> None:
        """The phrases, the words to leave out and the words of one stretch."""
        scope, rest = segment
        if scope == fields.YEAR:
            rest, years = fields.take_years(rest)
            self.years = years or self.years
            scope = "all"

        def take_phrase(match: re.Match[str]) -> str:
            words = tuple(self._words(match[1], scope)[:MAX_PHRASE])
            self.phrases += [words] if words else []
            return " "

        def take_exclusion(match: re.Match[str]) -> str:
            self.excluded += self._words(match[1], scope)
            return " "

        rest = _EXCLUSION.sub(take_exclusion, _QUOTED.sub(take_phrase, rest))
        words = self._words(rest, scope)
        insisted, everything = with_volumes(with_names(with_compounds(words)))
        self.words += [word for word in insisted if not is_function_word(word)] or insisted
        if scope in ("all", "title"):
            self.sequence += everything

    def _words(self, text: str, scope: str) -> list[Word]:
        found = words_of(text, self.readings)
        return found if scope == "all" else [replace(word, scope=scope) for word in found]


def _printable(text: str) -> str:
    """The text without what nobody sees: soft hyphens and the like come with text from a PDF."""
    seen = (sign for sign in text if category(sign) != "Cf")
    return "".join(sign if sign.isprintable() else " " for sign in seen)
