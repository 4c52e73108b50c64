"""Words and numbers of a text with their exact places in it."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from birge.language.normalise import APOSTROPHES, INVISIBLE, normalise, normalise_word

#: What is indexed of a longer "word"; nobody searches for more.
MAX_WORD: Final = 100

_MARKS: Final = f"\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20f0{INVISIBLE}"
# A word runs on over marks, invisible signs and inner apostrophes. Each character is tried once:
# the classes do not overlap, so the time is linear whatever the text.
_WORD: Final = re.compile(
    rf"[^\W_]+(?:[{_MARKS}]*[{APOSTROPHES}]?[{_MARKS}]*[^\W_]+)*[\u0300-\u036f]*"
)


class Token(NamedTuple):
    """A word or number: its normal form and where it stands in the original text."""

    text: str
    start: int
    end: int
    kind: Literal["word", "number"]


def tokenize(text: str) -> list[Token]:
    """Return the words and numbers of a text in order; ``text[start:end]`` is what was written.

    A hyphenated word gives its parts, one after the other.
    """
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        written = match[0]
        word = normalise_word(written) if len(written) <= MAX_WORD else normalise(written)
        # U+02BB counts as a letter, so an ʻayn may stand alone; as a word it would have no form.
        if word.strip("'"):
            kind: Literal["word", "number"] = "number" if word.isdecimal() else "word"
            tokens.append(Token(word[:MAX_WORD], match.start(), match.end(), kind))
    return tokens
