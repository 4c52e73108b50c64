"""Latin as people really type it, without any table: how Kazakh and Russian words are read from it.

Facts are those of chat and reviews: i stands for ы, і, и and й, y for ы and й, u and w for у, ұ, ү,
a for ә too, k for қ, g for ғ, ng for ң; in Russian i for ы and й, and the soft sign is left out.
Vowel harmony decides in Kazakh (үндестік заңы): a word with back
vowels, қ or ғ has ы, one with front vowels і. What it leaves open, the list of roots and the
Russian dictionary decide; where they are silent, several readings are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from birge.language import plausibility, russian

_VOWELS: Final = "аәеёиоөуұүыіэюя"
_BACK: Final = frozenset("аоұыя")
_VELAR: Final = frozenset("қғ")
#: Readings tried in the dictionary for one word.
_MOST_SPELLINGS: Final = 96
_SOFTENED: Final = "лнтсдрвмзпб"


def kazakh_letters(letters: str) -> str:
    """Return the Kazakh word meant by letters read one by one: ы or і, қ or к, ө or о."""
    letters = _glides(letters)
    out = ""
    for place, letter in enumerate(letters):
        out += _harmonized(letter, out, letters[place + 1 :])
    return _velars(out)


def kazakh_variants(letters: str) -> Iterator[str]:
    """Yield other Kazakh readings: every ambiguous vowel back, every one front, ң as two letters."""
    plain = _glides(letters)
    yield _velars(plain.replace("і", "ы"))
    yield plain
    if "иі" in plain:
        yield plain.replace("иі", "ий")
    if "ң" in plain:
        yield plain.replace("ң", "нг")
    if "й" in plain:
        yield letters
    if "я" in plain:
        yield plain.replace("я", "иа")


def _glides(letters: str) -> str:
    """Return the letters with й where y or i must be one."""
    letters = re.sub(r"(?<=[аәеоөі])ы|^ы(?=[аоуеі])|(?<=^[^аәеоөуіы]у)ы", "й", letters)
    letters = re.sub(r"(?<=[аәеоө])і(?![^аәеоөуыі]{2})|(?<=у)і(?=[аәеоөыі])", "й", letters)
    # Two of them are и and the vowel that follows it (қиын), or ий at the end.
    letters = re.sub(r"[іы]і$", "ий", letters)
    return re.sub(r"і(?=[іы])", "и", letters)


def _harmonized(letter: str, before: str, after: str) -> str:
    """Return the vowel an ambiguous one stands for, given what was read before it."""
    if letter == "і":
        return "ы" if _is_back(before, after) else "і"
    if letter not in "аоу" or _last_vowel(before):
        return letter
    vowels = [char for char in after if char in _VOWELS]
    front = "е" in vowels[:2] and not _BACK & set(vowels)
    if letter == "у":
        if not after or after[0] in _VOWELS:
            return letter
        unclear = set(vowels[:1]) <= {"і"} & set(vowels) and not _is_back(before, after)
        return "ү" if front or unclear else "ұ"
    if front and vowels[0] == "е" and after[0] not in "хғқ":
        return "ә" if letter == "а" else "ө"
    return letter


def _is_back(before: str, after: str) -> bool:
    """Tell whether an ambiguous vowel is a back one, by the clear vowel nearest to its left."""
    last = next((char for char in reversed(before) if char in _VOWELS and char != "у"), "")
    if last:
        return last in _BACK
    if not _VELAR.isdisjoint(before + after[:1]):
        return True
    # At the head of a word only қ, ғ tell; и is likelier front: кітап, ілім.
    following = next((char for char in after if char in _VOWELS and char not in "уі"), "")
    return following in _BACK and not _VELAR.isdisjoint(after)


def _velars(word: str) -> str:
    return "".join(
        _velar(letter, word[:place], word[place + 1 :]) for place, letter in enumerate(word)
    )


def _velar(letter: str, before: str, after: str) -> str:
    """Return қ and ғ for к and г beside a back vowel."""
    if letter not in "кг":
        return letter
    vowel = next((char for char in after if char in _VOWELS), "") or _last_vowel(before)
    if vowel == "у":
        vowel = _last_vowel(before + after)
    return {"к": "қ", "г": "ғ"}[letter] if vowel in _BACK else letter


def _last_vowel(letters: str) -> str:
    return next((char for char in reversed(letters) if char in _VOWELS), "")


def russian_letters(word: str) -> str:
    """Return a Russian word read one by one with й for ы after a vowel, э at its head if known."""
    word = re.sub(r"(?<=[аеоуыэюяи])ы", "й", word)
    word = re.sub(r"(?<=[аеоуэюя])и$", "й", word)
    if word.startswith("е") and plausibility.is_known("э" + word[1:]):
        return "э" + word[1:]
    return word


@lru_cache(maxsize=8192)
def russian_variants(word: str) -> tuple[str, ...]:
    """Return the words of the Russian dictionary one may have meant: zhivshih, silnogo."""
    spelled = dict.fromkeys(_russian_spellings(word))
    return tuple(each for each in spelled if each != word and russian.is_known(each))[:2]


def _russian_spellings(word: str) -> Iterator[str]:
    """Yield the ways to put back soft signs, and ы for и, the fewest changes first."""
    choices = [_russian_choices(word, place) for place in range(len(word))]
    total = 1
    for place, options in enumerate(choices):
        if total * len(options) > _MOST_SPELLINGS:
            choices[place] = options[:1]
        total *= len(choices[place])
    every = product(*map(range, map(len, choices)))
    for picks in sorted(every, key=lambda picks: sum(map(bool, picks))):
        yield "".join(options[pick] for options, pick in zip(choices, picks, strict=True))


def _russian_choices(word: str, place: int) -> tuple[str, ...]:
    letter, after = word[place], word[place + 1 : place + 2]
    if letter == "и" and place and word[place - 1] not in "жшчщгкх":
        return ("и", "ы")
    if letter == "е" and place and word[place - 1] in _VOWELS:
        return ("е", "э")
    if letter in "лн" or (letter in _SOFTENED and after in ("", "ю", "я", "е", "ё")):
        return (letter, letter + "ь") if after not in tuple("аоуыэи") else (letter,)
    return (letter,)
