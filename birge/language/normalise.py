"""One written form for text that means the same: case, marks, dashes, quotes, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CYRILLIC: Final = "а-яѐ-џѡ-ѿҋ-ӿԁ-ԯ"
LATIN: Final = "a-zß-öø-ÿā-ɏ"

_IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
)
#: Soft hyphens, zero-width and direction marks, variation selectors, halves of surrogate pairs and
#: control characters that are not white space; none is ever part of what a reader meant.
INVISIBLE: Final = f"{_IGNORABLE}\ud800-\udfff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
APOSTROPHES: Final = "'`´ʹʻʼʽˈ‘’‛′＇"

_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]+")
#: Beyond are ideographs and private signs; to look through a million of them delays every start.
_LAST_MARK: Final = 0x1FFFF
_MARKS: Final = "".join(
    re.escape(chr(code)) for code in range(0x300, _LAST_MARK) if unicodedata.combining(chr(code))
)
_MARK: Final = re.compile(f"[{_MARKS}]")
# Canonical ordering is quadratic in the length of a run of marks; no script needs more than eight.
_MANY_MARKS: Final = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")

_SIGNS: Final = str.maketrans(
    dict.fromkeys("«»„“”‟″‹›〝〞＂", '"')
    | dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-")
    | {"…": "...", "ё": "е"}
)

#: Latin letters and the Cyrillic ones they look like, in lower case.
_TWINS: Final = dict(zip("aceiopxyhkmtäöïëə", "асеіорхуһкмтәөіеә", strict=True))
_TO_CYRILLIC: Final = str.maketrans(_TWINS)
_TO_LATIN: Final = str.maketrans({cyr: lat for lat, cyr in _TWINS.items() if lat in "aceiopxyhkmt"})
#: Letters of neighboring alphabets and of the fonts of the 1990s that stand for Kazakh ones.
_NEIGHBORS: Final = str.maketrans("єїўҳӊҝќѓѕӓӧӱ", "еіұһңққғңәөү")
_HAS_CYRILLIC: Final = re.compile(f"[{CYRILLIC}]")
_HAS_LATIN: Final = re.compile(f"[{LATIN}ə]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """Return the text in NFC and lower case, without invisible characters."""
    if text.isascii() and text.isprintable():
        return text.lower()
    text = _INVISIBLE.sub("", text)
    text = _MANY_MARKS.sub(r"\1", text)
    return unicodedata.normalize("NFC", text.replace("İ", "i").lower())


def mend(word: str) -> str:
    """Return a lower-case word with look-alike letters of another alphabet replaced."""
    word = word.translate(_NEIGHBORS)
    if not (_HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word)):
        return word
    as_cyrillic = word.translate(_TO_CYRILLIC)
    if not _HAS_LATIN.search(as_cyrillic):
        return as_cyrillic
    as_latin = word.translate(_TO_LATIN)
    return word if _HAS_CYRILLIC.search(as_latin) else as_latin


def normalise(text: str) -> str:
    """Return the text in lower case with one form of each sign and single spaces; ё becomes е.

    Latin letters inside a Cyrillic word become the Cyrillic ones they look like, and the reverse.
    The result may be shorter than the text: ``tokens.tokenize`` gives offsets.
    """
    done = _normalise_once(text)
    # Only where loose marks are left can a second pass compose something new.
    while _MARK.search(done) and (again := _normalise_once(done)) != done:
        done = again
    return done


def _normalise_once(text: str) -> str:
    text = clean(text).translate(_SIGNS)
    if not text.isascii():
        text = _WORD.sub(lambda match: mend(match[0]), text)
    return " ".join(text.split())
