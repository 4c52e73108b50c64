"""Words and numbers of a text with their exact places in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from birge.language.normalise import APOSTROPHES, INVISIBLE, normalise

#: What is indexed of a longer "word"; nobody searches for more.
MAX_WORD: Final = 100
#: Words that are remembered with what was made of them. Reading one anew takes a hundred times as
#: long as remembering it, and a million records have more than a hundred thousand in common use.
MOST_REMEMBERED: Final = 1 << 18

_MARKS: Final = f"\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20f0{INVISIBLE}"
# A word runs on over marks, invisible signs and inner apostrophes. Each character is tried once:
# the classes do not overlap, so the time is linear whatever the text.
_WORD: Final = re.compile(
    rf"[^\W_]+(?:[{_MARKS}]*[{APOSTROPHES}]?[{_MARKS}]*[^\W_]+)*[\u0300-\u036f]*"
)


Kind = Literal["word", "number"]


class Token(NamedTuple):
    """A word or number: its normal form and where it stands in the original text."""

    text: str
    start: int
    end: int
    kind: Kind


def tokenize(text: str) -> list[Token]:
    """Return the words and numbers of a text in order; ``text[start:end]`` is what was written.

    A hyphenated word gives its parts, one after the other.
    """
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        found = _read(match[0])
        if found:
            tokens.append(Token(found[0], match.start(), match.end(), found[1]))
    return tokens


def words_of(text: str) -> list[tuple[str, Kind]]:
    """Return the texts and kinds of the tokens, for whoever needs no places; quicker."""
    return [found for written in _WORD.findall(text) if (found := _read(written))]


def _read(written: str) -> tuple[str, Kind] | None:
    """Return the normal form and the kind of what was written, None where no word is left."""
    return _read_short(written) if len(written) <= MAX_WORD else _read_any(written)


def _read_any(written: str) -> tuple[str, Kind] | None:
    word = normalise(written)
    # U+02BB counts as a letter, so an ʻayn may stand alone; as a word it would have no form.
    if not word.strip("'"):
        return None
    return word[:MAX_WORD], "number" if word.isdecimal() else "word"


# What is longer is rare, and would fill the memory with what nobody writes twice.
_read_short = lru_cache(maxsize=MOST_REMEMBERED)(_read_any)
