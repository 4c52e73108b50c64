"""Sort keys in the order of the Kazakh alphabet, the same in every database.

The key holds decimal digits only, so that binary order and every language's collation agree
(some join ``ch``, ``aa`` or ``dz`` into one letter; none joins digits).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from birge.language.normalise import APOSTROPHES, clean

#: Forty-two letters, as taught and as used in library catalogs.
ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

_BREAK: Final = "00"
_LETTERS: Final = {letter: str(20 + place) for place, letter in enumerate(ALPHABET)} | {
    letter: str(62 + place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}
_WORD: Final = re.compile(r"[^\W_]+")
_PIECE: Final = re.compile(r"\d+|\D")
_APOSTROPHES: Final = str.maketrans("", "", APOSTROPHES)
#: The database column is this long.
KEY_LENGTH: Final = 190


def sort_key(text: str, length: int = KEY_LENGTH) -> str:
    """Return a key of at most ``length`` digits that sorts like the text in a Kazakh catalog.

    Word by word; punctuation and case do not count; numbers go by value and before letters,
    Cyrillic before Latin, any other script last.
    """
    # Every word yields two characters at least, so the rest can not reach the key.
    head = clean(text[: length * 8]).translate(_APOSTROPHES)
    return _BREAK.join(map(_word_code, _WORD.findall(head)))[:length]


def initial_letter(text: str) -> str:
    """Return the capital a text is listed under, "0-9" for a number, "" where there is neither."""
    match = _WORD.search(clean(text))
    if match is None:
        return ""
    first = match[0][0]
    if first.isdigit():
        return "0-9"
    return (first if first in _LETTERS else _base(first)).upper()


# The same words stand in title after title.
@lru_cache(maxsize=16384)
def _word_code(word: str) -> str:
    return "".join(map(_code, _PIECE.findall(word)))


def _code(piece: str) -> str:
    """Return the digits of one letter, or of a whole number."""
    known = _LETTERS.get(piece)
    if known is not None:
        return known
    if piece[0].isdecimal():
        digits = "".join(str(unicodedata.decimal(digit)) for digit in piece).lstrip("0")[:99]
        # The number of digits comes first: that is order by value, without padding.
        return f"1{len(digits):02}{digits}"
    return _LETTERS.get(_base(piece)) or f"9{ord(piece):07}"


def _base(letter: str) -> str:
    """Return the letter without its accents."""
    return unicodedata.normalize("NFKD", letter)[0]
