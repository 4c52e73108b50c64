"""Volumes of a set as readers name them: «2 том», «т. 2», «екінші том», «2-кітап»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from birge.language.folding import fold
from birge.search.engines.base import Word
from birge.search.forms import words_of

#: What a numbered part is called; which of them the record says is of no matter.
PARTS = frozenset(
    "т том тома томы томдық кн книга кітап кітабы китап китабы ч часть бөлім бөлімі болим"
    " вып выпуск шығарылым шыгарылым vol volume part tom".split()
)
#: What follows a number to make it an ordinal.
ENDINGS = frozenset("й я е ая ый ой ое ий ші шы інші ыншы нші ншы ши".split())
_KAZAKH = (
    "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()
)
_RUSSIAN = "перв втор трет четверт пят шест седьм восьм девят десят".split()
_ROMAN = "i ii iii iv v vi vii viii ix x".split()
#: Letters of Kazakh keyboards that look like Roman figures.
_LOOKALIKES = str.maketrans("іх", "ix")
_FIGURES = re.compile("x{0,3}(?:ix|iv|v?i{0,3})")


def with_volumes(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words to insist on, and all of them; a numbered part is its number alone."""
    insisted, everything = [], []
    for place, word in enumerate(words):
        number = _number(word)
        if number and _is_part(words, place):
            word = _any_of(word, number)
        elif _is_beside_number(words, place):
            everything.append(word)
            continue
        insisted.append(word)
        everything.append(word)
    return insisted or everything, everything


def is_roman(text: str) -> bool:
    """Whether a word is a number in Roman figures of more than one sign."""
    return len(text) > 1 and _FIGURES.fullmatch(text.translate(_LOOKALIKES)) is not None


def _number(word: Word) -> int:
    """The number a word stands for, 0 for none."""
    text = word.exact[0]
    if text.isdecimal() and len(text) < 4:
        return int(text)
    if text in _KAZAKH:
        return _KAZAKH.index(text) + 1
    if (figures := text.translate(_LOOKALIKES)) in _ROMAN:
        return _ROMAN.index(figures) + 1
    for number, stem in enumerate(_RUSSIAN, 1):
        if text.startswith(stem) and len(text) - len(stem) <= 3:
            return number
    return 0


def _is_part(words: Sequence[Word], place: int) -> bool:
    """Whether the number at a place numbers a part of a set."""
    before = words[place - 1].exact[0] if place else ""
    after = [word.exact[0] for word in words[place + 1 : place + 3]]
    if after and after[0] in ENDINGS:
        after.pop(0)
    return before in PARTS or (bool(after) and after[0] in PARTS)


def _is_beside_number(words: Sequence[Word], place: int) -> bool:
    """Whether a word is what a number makes of it: "том" or the ending of "2-ші"."""
    text = words[place].exact[0]
    before = place > 0 and _number(words[place - 1]) > 0
    after = place + 1 < len(words) and _number(words[place + 1]) > 0
    if text in ENDINGS:
        return before and words[place - 1].exact[0].isdecimal()
    far = place > 1 and words[place - 1].exact[0] in ENDINGS and _number(words[place - 2]) > 0
    return text in PARTS and (before or after or far)


def _any_of(word: Word, number: int) -> Word:
    """The number in figures, in Roman figures, and as a word of either language."""
    forms = [str(number)]
    if number <= len(_ROMAN):
        forms += [_ROMAN[number - 1], _KAZAKH[number - 1], *_ordinals(number)]
    # «2 том» is the second, not two: the words that count things are of another key.
    own = word.keys if word.exact[0].isdecimal() else word.folded
    keys = tuple(dict.fromkeys((*own, *forms)))
    return replace(word, folded=keys, keys=keys)


@lru_cache(maxsize=16)
def _ordinals(number: int) -> tuple[str, ...]:
    """The folded keys by which the ordinals of a number are indexed.

    The Kazakh one as it is written: what is left of it without its ending counts things.
    """
    russian = "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый".split()
    found = words_of(russian[number - 1])
    return fold(_KAZAKH[number - 1]), *(key for word in found for key in word.folded)
