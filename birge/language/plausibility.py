"""How much a word looks like Kazakh or Russian, to choose between readings of what was typed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from birge.language import kazakh, russian

_VOWELS: Final = "аәеёиоөуұүыіэюя"
_CYRILLIC_WORD: Final = re.compile(r"[а-яёәғқңөұүһі]+")
# Five consonants in a row, four vowels, a sign or ң at the head: hardly a word of either language.
_UNLIKELY: Final = re.compile(
    rf"[^{_VOWELS}ьъ]{{5}}|[{_VOWELS}]{{4}}|^[ъьң]|[{_VOWELS}][ъ]|щщ|йй|цц|жж|шш|ыы|[чщ][ыэюі]|[жш]э"
)


@lru_cache(maxsize=16384)
def score(word: str) -> float:
    """Return 2 for a word with a known root, about 1 for a likely one, 0 or less for noise."""
    word = word.lower()
    if not _CYRILLIC_WORD.fullmatch(word):
        return 0.0
    if is_known(word):
        return 2.0
    vowels = sum(letter in _VOWELS for letter in word)
    shape = 0.8 if 0.25 <= vowels / len(word) <= 0.7 else -0.5
    return shape - 0.8 * len(_UNLIKELY.findall(word))


def is_known(word: str) -> bool:
    """Tell whether a form belongs to a root in our list or to the Russian dictionary."""
    return len(word) > 2 and (kazakh.is_known(word) or russian.is_known(word))
