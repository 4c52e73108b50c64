"""From what a reader typed to what an engine is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from birge.language.analysis import Term, analyse
from birge.search import identifiers
from birge.search.engines.base import Query, Word

MAX_LENGTH = 500
MAX_WORDS = 20
MAX_PHRASE = 8

#: Words too common to insist on; they still count inside quotation marks.
FUNCTION_WORDS = frozenset(
    "и в во на с со о об к ко у из по за от до для не ни а но же ли бы как что это или при "
    "мен пен бен және да де та те үшін туралы не немесе бұл сол осы a an and in of on the to".split()
)
#: A query has no language of its own: each word is read as both would have it.
HINTS = ("kk", "ru")

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


def interpret(typed: str) -> Interpretation:
    """The meaning of a query; one that is too long is cut, and says so."""
    text = " ".join(_printable(typed[: MAX_LENGTH * 4]).split())
    shortened = len(text) > MAX_LENGTH or len(typed) > MAX_LENGTH * 4
    text = text[:MAX_LENGTH].rstrip()
    rest, numbers = _take_identifiers(text)
    rest, phrases = _take_phrases(rest)
    rest, excluded = _take_exclusions(rest)
    words = _words(rest)
    if not (words or phrases or numbers):
        words, excluded = excluded, []
    wanted = [word for word in words if not FUNCTION_WORDS.issuperset(word.exact)] or words
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


def _take_phrases(text: str) -> tuple[str, list[tuple[Word, ...]]]:
    """Quoted words, in order; one quoted word is simply a word that must be there."""
    found: list[tuple[Word, ...]] = []

    def take(match: re.Match[str]) -> str:
        words = tuple(_words(match[1])[:MAX_PHRASE])
        if words:
            found.append(words)
        return " "

    rest = _QUOTED.sub(take, text)
    return rest, found[:MAX_WORDS]


def _take_exclusions(text: str) -> tuple[str, list[Word]]:
    excluded: list[Word] = []

    def take(match: re.Match[str]) -> str:
        excluded.extend(_words(match[1]))
        return " "

    return _EXCLUSION.sub(take, text), excluded


def _words(text: str) -> list[Word]:
    """The words of a piece of a query in order, each with its forms in both languages."""
    readings = [analyse(text, hint) for hint in HINTS]
    return [_word(terms) for terms in zip(*readings, strict=True)]


def _word(terms: tuple[Term, ...]) -> Word:
    return Word(
        tuple(dict.fromkeys(term.exact for term in terms)),
        tuple(dict.fromkeys(term.stem for term in terms)),
        tuple(dict.fromkeys(key for term in terms for key in term.folded)),
        tuple(dict.fromkeys(term.folded[0] for term in terms)),
    )
