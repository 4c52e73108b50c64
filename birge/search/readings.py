"""What a piece of a query may have been meant to say: as typed, in another script or layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from birge.language import keyboard, translit
from birge.language.tokens import Token, tokenize
from birge.search.common_words import ASKING
from birge.search.engines.base import Word
from birge.search.forms import is_function_word, words_of
from birge.search.generic import is_generic
from birge.search.volumes import is_roman

#: What stands before a number and is no word of a title.
LABELS = frozenset(("isbn", "issn"))
#: Longer pieces are noise.
LONGEST = 40
#: Signs around a piece that no layout is asked about: quotes, brackets.
_EDGES = "«»“”„()!?"
_WORDS_ONLY = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[.,:;!?]*")
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


class Kind(StrEnum):
    """Why a word is read otherwise than it was typed."""

    PLAIN = "plain"
    SCRIPT = "script"
    LAYOUT = "layout"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Spelled:
    """One way to write a word: its text, and the word it would be in a query."""

    text: str
    word: Word


@dataclass(frozen=True, slots=True)
class Part:
    """One word of an option: where it stands in its text, as typed and in other scripts."""

    token: Token
    plain: Word
    scripts: tuple[Spelled, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether it is taken as it stands: a number, a lone letter, a word like "and" or "book"."""
        text = self.token.text
        return (
            not _LETTER.search(text)
            or len(text) < 2
            or text in LABELS
            or is_roman(text)
            or is_function_word(self.plain)
            or not ASKING.isdisjoint(self.plain.exact)
            or is_generic(self.plain)
        )


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a piece between spaces."""

    kind: Kind
    text: str
    parts: tuple[Part, ...]


def options(piece: str) -> list[Option]:
    """The piece as typed, then as other keyboard layouts have it."""
    found = [_option(Kind.PLAIN, piece)]
    if len(piece) <= LONGEST:
        for text in dict.fromkeys(_other_layouts(piece)):
            found.append(_option(Kind.LAYOUT, text))
    return [option for option in found if option.parts]


def _option(kind: Kind, text: str) -> Option:
    words = words_of(text)
    tokens = tokenize(text)
    parts = (
        Part(token, word, tuple(_scripts(token.text)))
        for token, word in zip(tokens, words, strict=True)
    )
    return Option(kind, text, tuple(parts))


def _scripts(word: str) -> Iterator[Spelled]:
    if not _LATIN.search(word) or len(word) > LONGEST:
        return
    for text in translit.readings(word):
        words = words_of(text)
        if len(words) == 1 and not _LATIN.search(text):
            yield Spelled(text, words[0])


def _other_layouts(piece: str) -> Iterator[str]:
    """Whole words only: a layout that leaves signs inside is not what was on."""
    core = piece.strip(_EDGES)
    if not _LETTER.search(core):
        return
    before, after = piece.split(core, 1)
    for text in keyboard.translations(core):
        if text != core and _WORDS_ONLY.fullmatch(text):
            yield before + text + after
