"""What was meant when the wrong keyboard layout was on: QWERTY, Russian, Kazakh."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from birge.language import plausibility

#: Longer words are noise and tell nothing about the layout.
MAX_LENGTH: Final = 60

# The same keys, row by row, without and with Shift.
_QWERTY: Final = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN: Final = "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю."
_KAZAKH: Final = '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№'
_QWERTY_SHIFT: Final = '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN_SHIFT: Final = 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
_KAZAKH_SHIFT: Final = ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"


def _table(typed: str, meant: str) -> dict[int, str]:
    return str.maketrans(dict(zip(typed, meant, strict=True)))


_TABLES: Final = {
    "qwerty-russian": _table(_QWERTY_SHIFT + _QWERTY, _RUSSIAN_SHIFT + _RUSSIAN),
    "qwerty-kazakh": _table(_QWERTY_SHIFT + _QWERTY, _KAZAKH_SHIFT + _KAZAKH),
    "russian-kazakh": _table(_RUSSIAN_SHIFT + _RUSSIAN, _KAZAKH_SHIFT + _KAZAKH),
    "russian-qwerty": _table(_RUSSIAN_SHIFT + _RUSSIAN, _QWERTY_SHIFT + _QWERTY),
}

_CYRILLIC: Final = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
_LATIN: Final = re.compile(r"[a-z]", re.IGNORECASE)
_KAZAKH_KEYS: Final = re.compile(r"[2345890=-]")
_CYRILLIC_WORD: Final = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"[\d\s.,:/-]*$|\d+(?:-\d+)*[-.–]\D")
_FOREIGN: Final = re.compile(
    r"isbn|https?|www|@|\.(?:com|kz|ru|org)|^(?:the|and|of|for|with|google|python|java|english)$",
    re.IGNORECASE,
)


def fix(text: str) -> str:
    """Return the text as meant if another layout makes words of it, otherwise unchanged."""
    return next(iter(readings(text)), text)


def readings(text: str) -> list[str]:
    """Return the readings by other layouts that make better words than the text, best first."""
    plain = _text_score(text)
    scored = [(_text_score(found), found) for found in translations(text)]
    better = [item for item in scored if item[0] > plain + 0.5]
    return list(dict.fromkeys(found for _, found in sorted(better, key=lambda item: -item[0])))


def translations(text: str) -> list[str]:
    """Return the text under each layout that could explain its characters, sense or not."""
    if _CYRILLIC.search(text):
        names = ["russian-qwerty"]
        if _KAZAKH_KEYS.search(text):
            names.insert(0, "russian-kazakh")
    elif _LATIN.search(text):
        names = ["qwerty-russian", "qwerty-kazakh"]
    else:
        return []
    pieces = re.split(r"(\s+)", text)
    found = ["".join(_translate(piece, name) for piece in pieces) for name in names]
    # The key of ө is the hyphen of the other layouts, and "іс-шара" is a word too.
    if "-" in text and not any(map(_NUMBERED.match, pieces)):
        found = ["-".join(parts) for parts in _by_parts(text, names)] + found
    return found


def _by_parts(text: str, names: list[str]) -> list[list[str]]:
    """Return the parts between hyphens under each Kazakh layout."""
    kazakh = [name for name in names if name.endswith("kazakh")]
    return [[part.translate(_TABLES[name]) for part in text.split("-")] for name in kazakh]


def _translate(piece: str, name: str) -> str:
    """Return one word under another layout; numbers and "2-кітап" stay."""
    if _NUMBERED.match(piece):
        return piece
    return piece.translate(_TABLES[name])


def _text_score(text: str) -> float:
    """Return the mean over the words; what is no word at all counts as nothing."""
    words = [word for word in text.split() if re.search(r"\w", word)]
    if not words:
        return 0.0
    return sum(_word_score(word) for word in words if len(word) <= MAX_LENGTH) / len(words)


@lru_cache(maxsize=8192)
def _word_score(word: str) -> float:
    if re.fullmatch(r"[\d.,:/-]+", word):
        return 1.0
    if _FOREIGN.search(word):
        return 2.0
    if _LATIN.search(word):
        return _latin_score(word.lower())
    core = word.strip(".,:;!?\"'()«»-")
    parts = [part for part in core.split("-") if part]
    if not parts or not all(map(_CYRILLIC_WORD.fullmatch, parts)):
        return -0.5
    return min(map(plausibility.score, parts)) - (0.3 if core != word else 0.0)


def _latin_score(word: str) -> float:
    """Return how much a Latin word can be pronounced: 1 for most real ones, 0 for wrong layouts."""
    core = word.strip(".,:;!?\"'()-")
    if not re.fullmatch(r"[a-zäöüğşñıūáéóúńǵý'-]+", core):
        return -0.5
    vowels = len(re.findall(r"[aeiouyäöüıūáéóúý]", core))
    noise = len(re.findall(r"[^aeiouyäöüıūáéóúý]{4}|q(?![u])|[jxqvw][bcdfgjklmnpqrstvwxz]", core))
    return (1.0 if 0.2 <= vowels / len(core) <= 0.7 else 0.0) - 0.5 * noise
