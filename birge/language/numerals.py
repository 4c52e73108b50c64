"""Whole numbers in words and in figures: «Двенадцать стульев» is looked for as «12 стульев» too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from birge.language import kazakh, russian
from birge.language.folding import fold

_ONES: Final = range(1, 10)
_TENS: Final = range(10, 100, 10)


def _numbered(ones: str, tens: str, large: str) -> dict[int, str]:
    numbers = (*_ONES, *_TENS, 100, 1000)
    return dict(zip(numbers, f"{ones} {tens} {large}".split(), strict=True))


KAZAKH: Final = _numbered(
    "бір екі үш төрт бес алты жеті сегіз тоғыз",
    "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "жүз мың",
)
RUSSIAN: Final = _numbered(
    "один два три четыре пять шесть семь восемь девять",
    "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "сто тысяча",
)
#: What Kazakh says in two words, and how Russian counts people.
ONLY_RUSSIAN: Final = {
    11: "одиннадцать",
    12: "двенадцать",
    13: "тринадцать",
    14: "четырнадцать",
    15: "пятнадцать",
    16: "шестнадцать",
    17: "семнадцать",
    18: "восемнадцать",
    19: "девятнадцать",
}
PEOPLE: Final = {2: "двое", 3: "трое", 4: "четверо", 5: "пятеро", 6: "шестеро", 7: "семеро"}
#: One says little and is in too many titles; the Kazakh ten is the Russian for "he".
UNSAID: Final = frozenset(("бір", "один", "он"))


def figures_of(keys: Sequence[str]) -> str:
    """Return the figures for the keys of a word, "" where it is no number."""
    return next((_figures()[key] for key in keys if key in _figures()), "")


def keys_for(figures: str) -> tuple[str, ...]:
    """Return the keys of the words for a number in figures, none where it is not one word."""
    return _words().get(figures, ())


def pairs() -> Iterator[tuple[str, str, str]]:
    """Yield the two words of each number that a language says in two, and its figures."""
    for names in (KAZAKH, RUSSIAN):
        for tens in _TENS:
            for ones in _ONES:
                yield names[tens], names[ones], str(tens + ones)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for names in (KAZAKH, RUSSIAN, ONLY_RUSSIAN, PEOPLE):
        for number, word in names.items():
            if word not in UNSAID:
                before = found.get(str(number), ())
                found[str(number)] = tuple(dict.fromkeys((*before, *_keys_of(word))))
    return found


@cache
def _figures() -> dict[str, str]:
    return {key: figures for figures, keys in _words().items() for key in keys}


def _keys_of(word: str) -> tuple[str, ...]:
    """Return the keys by which the word is indexed in its own language."""
    if russian.is_known(word) and not kazakh.is_known_folded(word):
        return russian.keys(word)[:1]
    return kazakh.stem_folded(word), fold(word)
