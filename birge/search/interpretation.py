"""From what a reader typed to what an engine is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from birge.search import identifiers
from birge.search.engines.base import Query, Word
from birge.search.forms import NONE, Readings, is_function_word, words_of

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

    @property
    def is_empty(self) -> bool:
        """Whether the reader typed nothing at all."""
        return not self.text

    @property
    def is_unusable(self) -> bool:
        """Whether something was typed, but neither words nor numbers."""
        return bool(self.text) and not self.query


def interpret(typed: str, readings: Readings = NONE) -> Interpretation:
    """The meaning of a query; one that is too long is cut, and says so.

    `readings` are words to take for some of those typed.
    """
    text = " ".join(_printable(typed[: MAX_LENGTH * 4]).split())
    shortened = len(text) > MAX_LENGTH or len(typed) > MAX_LENGTH * 4
    text = text[:MAX_LENGTH].rstrip()
    rest, numbers = _take_identifiers(text)
    rest, phrases = _take_phrases(rest, readings)
    rest, excluded = _take_exclusions(rest, readings)
    words = words_of(rest, readings)
    if not (words or phrases or numbers):
        words, excluded = excluded, []
    wanted = [word for word in words if not is_function_word(word)] or words
    kept = wanted[:MAX_WORDS]
    query = Query(
        words=tuple(dict.fromkeys(kept)),
        sequence=tuple(words[:MAX_WORDS]),
        phrases=tuple(phrases),
        identifiers=tuple(numbers),
        excluded=tuple(excluded[:MAX_WORDS]),
    )
    return Interpretation(text, query, shortened or len(kept) < len(wanted))


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _take_identifiers(text: str) -> tuple[str, list[tuple[str, ...]]]:
    """What looks like an ISBN or ISSN is looked for as one; a year or a shelf number is not."""
    found: list[tuple[str, ...]] = []

    def take(match: re.Match[str]) -> str:
        spellings = identifiers.spellings(match[0])
        if not spellings:
            return match[0]
        found.append(spellings)
        return " "

    rest = _NUMBER.sub(take, _LABEL.sub(" ", text))
    return rest, found[:MAX_WORDS]


def _take_phrases(text: str, readings: Readings) -> tuple[str, list[tuple[Word, ...]]]:
    """Quoted words, in order; one quoted word is simply a word that must be there."""
    found: list[tuple[Word, ...]] = []

    def take(match: re.Match[str]) -> str:
        words = tuple(words_of(match[1], readings)[:MAX_PHRASE])
        if words:
            found.append(words)
        return " "

    rest = _QUOTED.sub(take, text)
    return rest, found[:MAX_WORDS]


def _take_exclusions(text: str, readings: Readings) -> tuple[str, list[Word]]:
    excluded: list[Word] = []

    def take(match: re.Match[str]) -> str:
        excluded.extend(words_of(match[1], readings))
        return " "

    return _EXCLUSION.sub(take, text), excluded
