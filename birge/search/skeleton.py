"""Skeletons of words: what is left of a word where alphabets, phones and habits agree.

Two spellings of one word (қазақ, казак, qazaq, kazak) have one skeleton, so that a word typed in
any of them is found by a single look into the index. Different words may share a skeleton too;
the real letters decide between them afterwards.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from birge.language.folding import fold
from birge.language.normalise import normalise

_CYRILLIC: Final = str.maketrans(
    {"ы": "и", "й": "и", "э": "е", "ё": "е", "щ": "ш", "ц": "с", "ю": "иу", "я": "иа"}
    | dict.fromkeys("ьъ", "")
)
_LETTER_FOR_LETTER: Final = str.maketrans(
    {"ы": "и", "й": "и", "э": "е", "ё": "е", "щ": "ш", "ц": "с", "ю": "у", "я": "а"}
)
#: Letters and spellings of the Latin alphabets, all of them at once.
_LATIN: Final = (
    dict(zip("abdefghijklmnopqrstuvwxyz", "абдефгхижклмнопкрстувухиз", strict=True))
    | dict(zip("äáğǵñńŋöóüúūýışç", "ааггнннооууууишч", strict=True))
    | {"c": "с", "'": "", "shch": "ш", "sch": "ш", "ştş": "ш", "sh": "ш", "zh": "ж"}
    | {"ch": "ч", "kh": "х", "gh": "г", "ye": "е", "tsh": "тш", "ts": "с"}
)
#: Letters that one writer means otherwise than another.
_OTHERWISE: Final = tuple(
    (re.compile(spelling), meaning)
    for spelling, meaning in (
        ("ae", "a"),
        ("[yi]o", "e"),
        ("x", "ks"),
        ("c(?!h)", "k"),
        ("c(?!h)", "ch"),
        ("w", "v"),
        ("j", "y"),
        ("y(?=[aeiou])|(?<=[aeiou])y", "u"),
    )
)
_LATIN_LETTER: Final = re.compile("[a-zäáğǵñńŋöóüúūýışç]")
_DOUBLE: Final = re.compile(r"(.)\1+")
#: What may be one letter of a word: я or ю.
ONE_LETTER: Final = re.compile("и[ау]")
#: More readings of one Latin word than these are guesses.
MOST: Final = 4
LONGEST: Final = 40


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The skeleton of a word in Cyrillic letters; other letters stay."""
    return _squeezed(fold(word[:LONGEST]).translate(_CYRILLIC))


def skeletons(word: str) -> list[str]:
    """Skeletons of a word in either script, the likeliest first."""
    word = normalise(word)[:LONGEST]
    if not _LATIN_LETTER.search(word):
        # A slip that hit я, ю or ц hit two letters of the skeleton; one that made a double letter, none.
        return list(dict.fromkeys((skeleton(word), fold(word).translate(_LETTER_FOR_LETTER))))
    found = [word, *(pattern.sub(meaning, word) for pattern, meaning in _OTHERWISE)]
    return list(dict.fromkeys(skeleton(_spelled(each)) for each in found))[:MOST]


def _squeezed(word: str) -> str:
    """The word with ң and нг alike, ц and тс, and no letter twice in a row."""
    return _DOUBLE.sub(r"\1", word.replace("нг", "н").replace("тс", "с"))


def _spelled(word: str) -> str:
    out: list[str] = []
    place = 0
    while place < len(word):
        for length in (4, 3, 2, 1):
            piece = word[place : place + length]
            if piece in _LATIN:
                out.append(_LATIN[piece])
                place += length
                break
        else:
            out.append(word[place])
            place += 1
    return "".join(out)
