"""Which words of the index a typed word may be: its stem and its ending compared apart.

The index is asked once for every word that shares a code with a beginning of what was typed
(`birge.search.vocabulary`); here each of them gets a cost. One is a slip of the finger; what a
keyboard, an alphabet or a rule of grammar explains costs a fraction of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log10
from typing import NamedTuple

from birge.language.folding import fold
from birge.search import endings
from birge.search.vocabulary import CODED, Known, bare_of, codes

#: What a slip of each kind costs.
CHANGED, NEIGHBOR, ADDED, DROPPED, SWAPPED = 1.0, 0.9, 0.9, 0.9, 0.8
FIRST_LETTER = 0.4
IN_ENDING = 1.0
#: A sound law that the stem follows before its ending.
LAW = 0.1
#: Letters that agree only without their Kazakh signs.
TWIN = 0.03
#: Each letter of an ending: a longer stem explains more.
ENDING_LETTER = 0.04
#: Each tenfold of uses.
USES = 0.08
#: Two slips at most, one on the stem and one on the ending, and only in a long word.
MOST_COST = 2.6
LONG = 8
SHORTEST_STEM = 2

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_VOWELS = frozenset("аеиоу")
_VOICED = {"б": "п", "г": "к"}


class Match(NamedTuple):
    """A word of the index that a typed word may be, what it costs, how many slips it takes."""

    known: Known
    cost: float
    slips: int
    ending: str


def _neighbors() -> frozenset[str]:
    """Pairs of letters on neighboring keys."""
    pairs = set()
    for row, keys in enumerate(_ROWS):
        for place, key in enumerate(keys):
            near = [keys[place + 1 : place + 2]]
            if row + 1 < len(_ROWS):
                near += [_ROWS[row + 1][max(0, place - 1) : place + 1]]
            pairs.update(key + other for part in near for other in part)
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_NEIGHBORS = _neighbors()


def codes_of(bare: str) -> set[int]:
    """Codes of every beginning of a skeleton that may be its stem."""
    found: set[int] = set()
    for length in range(SHORTEST_STEM, min(len(bare), CODED) + 1):
        start = bare[:length]
        found |= codes(start)
        if start[-1] in _VOICED:
            found |= codes(start[:-1] + _VOICED[start[-1]])
    return found


def matches(bare: str, letters: str, near: Iterable[Known], most: int = 8) -> list[Match]:
    """The words of the index nearest to a skeleton, `letters` being what it is made of."""
    found = (_match(bare, letters, known) for known in near)
    likely = [match for match in found if match and match.cost <= MOST_COST]
    return sorted(likely, key=lambda match: (match.cost, match.known.key))[:most]


def _match(bare: str, letters: str, known: Known) -> Match | None:
    stem = bare_of(known.key)
    best: Match | None = None
    for length in range(max(SHORTEST_STEM, len(stem) - 1), min(len(bare), len(stem) + 1) + 1):
        slips, cost = _stem_cost(stem, bare[:length], bare[length:])
        if slips > 1:
            continue
        wrong = _ending_edits(stem, bare[length:])
        slips += wrong
        if wrong > 1 or slips > (2 if len(bare) >= LONG else 1):
            continue
        cost += wrong * IN_ENDING + ENDING_LETTER * (len(bare) - length)
        if best is None or cost < best.cost:
            best = Match(known, cost, slips, bare[length:])
    return best and best._replace(cost=best.cost + _nuances(letters, known))


def _nuances(letters: str, known: Known) -> float:
    """What the real letters and the frequency of a word add to its cost."""
    typed = letters[: len(known.key)]
    twins = sum(
        a != b and fold(a) == fold(b) for a, b in zip(typed, known.shown, strict=False)
    )
    return TWIN * twins - USES * log10(max(known.uses, 1))


def _ending_edits(stem: str, ending: str) -> int:
    if not ending:
        return 0
    # A skeleton has no double letter: in "малар" the л is the stem's and the ending's.
    return min(endings.edits(ending), endings.edits(stem[-1] + ending))


def _stem_cost(stem: str, start: str, ending: str) -> tuple[int, float]:
    """How many slips are between a stem and a beginning of what was typed, and their cost."""
    if stem == start:
        return 0, 0.0
    if _by_law(stem, start, ending):
        return 0, LAW
    place = 0
    for a, b in zip(stem, start, strict=False):
        if a != b:
            break
        place += 1
    cost = _slip(stem, start, place)
    if not cost:
        return 2, 0.0
    return 1, cost + (FIRST_LETTER if place == 0 else 0.0)


def _slip(stem: str, start: str, place: int) -> float:
    """The cost of the one slip at a place, 0 where one does not explain the difference."""
    left, right = stem[place:], start[place:]
    if left[1:] == right[1:]:
        if not (left and right):
            return DROPPED
        return NEIGHBOR if left[0] + right[0] in _NEIGHBORS else CHANGED
    if left[1:] == right:
        return DROPPED
    if left == right[1:]:
        return ADDED
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return SWAPPED
    return 0.0


def _by_law(stem: str, start: str, ending: str) -> bool:
    """Whether a stem looks so before this ending by a rule of either language."""
    before_vowel = ending[:1] in _VOWELS and ending != ""
    if before_vowel and _VOICED.get(start[-1]) == stem[-1] and stem[:-1] == start[:-1]:
        return True  # кітап, кітабы
    if before_vowel and len(stem) > 3 and stem[-2] == "и" and stem[:-2] + stem[-1] == start:
        return True  # ауыз, аузы
    if ending[:1] == "у" and stem == start + "и":
        return True  # оқы, оқу
    # девушк, девушек; пятн, пятен
    fleeting = len(start) > 2 and start[-2] in "еои" and start[:-2] + start[-1] == stem
    return not ending and fleeting


def best_of(found: Sequence[Match], margin: float) -> list[Match]:
    """The likeliest and those that are hardly worse."""
    return [match for match in found if match.cost <= found[0].cost + margin]
