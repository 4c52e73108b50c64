"""Which words of the index a typed word may be: its stem and its ending compared apart.

The index is asked once for every word that shares a code with a beginning of what was typed
(`birge.search.vocabulary`); here each of them gets a cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from birge.language.analysis import word_forms
from birge.language.folding import fold
from birge.search import endings
from birge.search.forms import HINTS
from birge.search.skeleton import ONE_LETTER, skeletons
from birge.search.vocabulary import CODED, Known, bare_of, codes

#: What each trait of a match costs; fitted by tools/fit_spelling.py, see there.
WEIGHTS: dict[str, float] = {
    "changed": 1.20,
    "vowel": 1.00,
    "neighbor": 1.10,
    "added": 0.80,
    "dropped": 0.50,
    "swapped": 0.40,
    "first": 1.50,
    "law": 0.10,
    "ending": 0.60,
    "ending_letter": 0.08,
    "ending_slip_letter": 0.18,
    "strange": 0.95,
    "stem_2": 0.90,
    "stem_3": 0.40,
    "stem_4": 0.30,
    "stem_5": 0.16,
    "secondary": 0.50,
    "foreign": 0.40,
    "twin": 0.06,
    "uses": -0.23,
}
MOST_COST = 3.5
#: Two slips, one on the stem and one on the ending, only in a word as long as this.
LONG = 8
SHORTEST_STEM = 2
#: A longer ending says more than so short a stem.
LONG_FOR_SHORT = 3
#: So many of the likeliest are looked at closely.
CLOSELY = 16

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_VOWELS = frozenset("аеиоу")
_KAZAKH = frozenset("әғқңөұүһі")
_LOAN = frozenset("вфцчщъьэюя")
_VOICED = {"б": "п", "г": "к"}
_VOICELESS = {voiceless: voiced for voiced, voiceless in _VOICED.items()}
#: Vowels that come and go before the last consonant of a stem.
_FLEETING = "еои"


class Match(NamedTuple):
    """A word of the index that a typed word may be, what it costs, how many slips it takes."""

    known: Known
    cost: float
    slips: int


class Alignment(NamedTuple):
    """A word of the index laid along what was typed: its stem, what is left for the ending."""

    known: Known
    stem: str
    ending: str
    slip: str
    at_first: bool
    wrong: int
    slips: int
    by_law: bool


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
        for stem in _stems_before(bare[:length]):
            found |= codes(stem)
    return found


def _stems_before(start: str) -> Iterator[str]:
    """What a stem may be called that looks like this before its ending: `shapes` backwards."""
    yield start
    if start[-1] in _VOICED:
        yield start[:-1] + _VOICED[start[-1]]
    if len(start) > 2 and start[-1] not in _VOWELS:
        if start[-2] not in _VOWELS:
            yield from (start[:-1] + vowel + start[-1] for vowel in _FLEETING)
        elif start[-2] in _FLEETING:
            yield start[:-2] + start[-1]


@lru_cache(maxsize=65536)
def shapes(stem: str) -> tuple[str, ...]:
    """How a stem may look before an ending by the sound laws of either language, itself first.

    Voiced (кітап, кітабы), without its last vowel (ауыз, аузы; конец, конца), with one more
    (девушка, девушек), and without the vowel that у swallows (оқы, оқу).
    """
    found = [stem]
    if stem[-1:] in _VOICELESS:
        found.append(stem[:-1] + _VOICELESS[stem[-1]])
    if len(stem) > 3 and stem[-1] not in _VOWELS:
        if stem[-2] in _FLEETING and stem[-3] not in _VOWELS:
            found += [shape[:-2] + shape[-1] for shape in found]
        elif stem[-2] not in _VOWELS:
            found += [stem[:-1] + vowel + stem[-1] for vowel in "ео"]
    elif len(stem) > 2 and stem[-1] == "и":
        found.append(stem[:-1])
    return tuple(found)


def matches(bare: str, letters: str, near: Iterable[Known], most: int = 8) -> list[Match]:
    """The words of the index nearest to a skeleton; `letters` are what it was made of."""
    found = []
    for known in near:
        for alignment in alignments(bare, known):
            found.append((_cost(traits_of(letters, alignment)), alignment))
    found.sort(key=lambda item: (item[0], item[1].known.key))
    closely: dict[str, Match] = {}
    for cost, alignment in found[:CLOSELY]:
        if is_strange(letters, alignment):
            cost += WEIGHTS["strange"]
        best = closely.get(alignment.known.key)
        if cost <= MOST_COST and (best is None or cost < best.cost):
            closely[alignment.known.key] = Match(alignment.known, cost, alignment.slips)
    return sorted(closely.values(), key=lambda match: (match.cost, match.known.key))[:most]


def alignments(bare: str, known: Known) -> Iterator[Alignment]:
    """The ways to take a word of the index for the beginning of what was typed."""
    most = 2 if len(bare) >= LONG else 1
    may_be_one = bool(ONE_LETTER.search(bare))
    for place, stem in enumerate(shapes(bare_of(known.key))):
        if len(stem) < SHORTEST_STEM:
            continue
        # A slip that hit я or ю hit two letters of the skeleton.
        shorter, longer = 1 + bool(ONE_LETTER.search(stem)), 1 + may_be_one
        first, last = max(SHORTEST_STEM, len(stem) - shorter), min(len(bare), len(stem) + longer)
        for length in range(first, last + 1):
            slip = _slip_between(stem, bare[:length])
            if slip is None:
                continue
            ending = bare[length:]
            wrong = _ending_edits(stem, ending)
            slips = wrong + bool(slip)
            if wrong < 2 and slips <= most:
                at_first = bool(slip) and stem[0] != bare[0]
                yield Alignment(known, stem, ending, slip, at_first, wrong, slips, place > 0)


def traits_of(letters: str, alignment: Alignment) -> dict[str, float]:
    """What there is to say for and against a match."""
    known, ending = alignment.known, len(alignment.ending)
    typed = letters[: len(known.key)]
    twins = sum(a != b and fold(a) == fold(b) for a, b in zip(typed, known.shown, strict=False))
    traits = {
        alignment.slip: 1.0,
        "law": float(alignment.by_law),
        "first": float(alignment.at_first),
        "ending": float(alignment.wrong),
        "ending_letter": float(ending),
        "ending_slip_letter": float(ending * alignment.wrong),
        f"stem_{len(alignment.stem)}": 1.0,
        "twin": float(twins),
        "secondary": float(not known.shown),
        "foreign": float(_is_foreign(letters, known.shown)),
        "uses": log10(max(known.uses, 1)),
    }
    return {name: value for name, value in traits.items() if value and name in WEIGHTS}


def _is_foreign(letters: str, shown: str) -> bool:
    """Whether one has letters of Kazakh alone and the other letters that Kazakh has in loans."""
    if _KAZAKH.isdisjoint(letters):
        return not _LOAN.isdisjoint(letters) and not _KAZAKH.isdisjoint(shown)
    return not _LOAN.isdisjoint(shown) and _KAZAKH.isdisjoint(shown)


def is_ordinary(alignment: Alignment) -> bool:
    """Whether a stem says enough for so long an ending."""
    if not alignment.ending:
        return True
    if len(alignment.stem) <= SHORTEST_STEM:
        return len(alignment.ending) <= LONG_FOR_SHORT
    return bool(alignment.known.shown) or len(alignment.stem) > SHORTEST_STEM + 1


def is_strange(letters: str, alignment: Alignment) -> bool:
    """Whether the word of the index with this ending would not be analyzed as that word."""
    if alignment.wrong or not alignment.ending:
        return False
    word = (alignment.stem if alignment.by_law else alignment.known.key) + _tail(
        letters, alignment.ending
    )
    return not any(alignment.known.key in word_forms(word, "word", hint)[2] for hint in HINTS)


def _tail(letters: str, ending: str) -> str:
    """The end of the letters that is an ending's skeleton."""
    for length in range(max(1, len(ending) - 2), min(len(letters), len(ending) + 3)):
        if skeletons(letters[-length:])[0] == ending:
            return fold(letters[-length:])
    return ending


def _cost(traits: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in traits.items())


def _ending_edits(stem: str, ending: str) -> int:
    if not ending:
        return 0
    # A skeleton has no double letter: in "малар" the л is the stem's and the ending's.
    return min(endings.edits(ending), endings.edits(stem[-1] + ending))


def _slip_between(stem: str, start: str) -> str | None:
    """The kind of slip that makes a stem of a beginning; "" for none, None for more than one."""
    if stem == start:
        return ""
    place = 0
    for a, b in zip(stem, start, strict=False):
        if a != b:
            break
        place += 1
    return _slip(stem[place:], start[place:])


def _slip(left: str, right: str) -> str | None:
    """The kind of the one slip between what two words differ in."""
    if left[1:] == right[1:] and left and right:
        if left[0] + right[0] in _NEIGHBORS:
            return "neighbor"
        return "vowel" if left[0] in _VOWELS and right[0] in _VOWELS else "changed"
    if left[1:] == right:
        return "dropped"
    if left == right[1:]:
        return "added"
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return "swapped"
    return _slip_of_two(left, right, "dropped") or _slip_of_two(right, left, "added")


def _slip_of_two(left: str, right: str, shorter: str) -> str | None:
    """The kind of the slip if the first two letters of one side are one, я or ю."""
    if not ONE_LETTER.match(left):
        return None
    if left[2:] == right:
        return shorter
    if left[2:] == right[1:]:
        return "vowel" if right[0] in _VOWELS else "changed"
    return "swapped" if left[2:3] + left[:2] == right[:3] and left[3:] == right[3:] else None


def best_of(found: Sequence[Match], margin: float) -> list[Match]:
    """The likeliest and those that are hardly worse."""
    return [match for match in found if match.cost <= found[0].cost + margin]
