"""What is looked at to choose among the readings of a Kazakh word; each feature has a weight.

The weights are learned (``tools/language/train_kazakh.py``) as those of a log-linear model: the
probability of a reading is proportional to the exponential of the sum of its features' weights.
Features never name a root: a word the table was not learned from is judged like any other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from birge.language.kazakh_grammar import VOWELS
from birge.language.kazakh_roots import Lexicon

#: Endings that tell what an unknown root may be: kept derivational ones and mistaken inflectional ones.
NOUN_ENDINGS: Final = (
    "лар лер дар дер тар тер лық лік дық дік тық тік шылық шілік ұлы қызы бек хан гүл бай жан тай"
    " бике нұр ғали шы ші хана гер кер паз ман лас лес дас дес тас тес стан ым ім ыс іс ма ме ба бе па пе ық ік"
    " ақ ек қ к ия ист изм ент ор тор ика логия граф ов ев ова ева ин ина лы лі ды ді ты ті сыз сіз"
    " ғы гі қы кі ны ні да де та те ға ге қа ке дан ден тан тен мен пен бен ның нің дың дің тың тің"
    " ың ің сы сі шыл шіл дай дей ша ше ғыш гіш у ю ы і н м ң а е аш еш нама сай"
).split()
VERB_ENDINGS: Final = (
    "ла ле да де та те лан лен дан ден тан тен лас лес дас дес тас тес ғар гер тыр тір дыр дір ғыз"
    " гіз қыз кіз қар кер ар ер ыр ір т ай ей й сы сі сын сін ыл іл ын ін ыс іс л н с ра ре а е қ к"
    " ма ме ба бе па пе са се ған ген у"
).split()
_HIGH: Final = frozenset("ыіи")
#: Last letters remembered with what they add.
MOST_TAILS: Final = 100_000
_LOAN_LETTERS: Final = frozenset("вфцщъьэёчх")


def chain_features(part: str, tags: tuple[str, ...]) -> Iterable[str]:
    """Return the features of the suffixes alone, from the end of the word."""
    yield f"count:{min(len(tags), 5)}"
    for tag in tags:
        yield f"tag:{tag}"
    for right, left in pairwise(tags):
        yield f"pair:{left}+{right}"
    yield f"last:{part}:{tags[0] if tags else '-'}"


def junction_feature(root_class: str, tag: str) -> str:
    """Return the feature of a kind of root and the suffix beside it."""
    return f"join:{root_class}+{tag}"


def standing_feature(part: str, known: bool, is_long: bool) -> str:
    """Return the feature of how a root compares with the longest known one among all readings."""
    return f"standing:{part}:{'known' if known else 'new'}:{'long' if is_long else 'short'}"


class RootFeatures:
    """The features of roots of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        noun_list = list(lexicon.nouns)
        self._ends = {
            "N": _EndOdds(noun_list),
            "V": _EndOdds(list(lexicon.verbs)),
        }

    def root_class(self, root: str, part: str) -> str:
        """Return what a root is known as, where it takes the endings of a part of speech."""
        lexicon = self._lexicon
        if part == "V":
            if root in lexicon.verbs:
                return "V:verb"
            known = "V:nominal" if root in lexicon.nouns else ""
        else:
            known = lexicon.nouns.get(root, "")
            known = f"N:{known}" if known else "N:verb" if root in lexicon.verbs else ""
        return known or (f"{part}:new" if _LOAN_LETTERS.isdisjoint(root) else f"{part}:loan")

    def features(self, root: str, part: str, root_class: str) -> Iterable[tuple[str, float]]:
        """Return the features of a root, each with its value."""
        yield f"class:{root_class}", 1.0
        length = min(len(root), 9)
        if root_class in KNOWN:
            yield f"known:{part}:{length}", 1.0
            yield f"ends:{part}:known:{self.ending(root, part) or '-'}", 1.0
            if self.is_twin(root, part):
                yield "twin", 1.0
            return
        yield f"length:{part}:{length}", 1.0
        vowels = sum(map(VOWELS.__contains__, root))
        yield f"vowels:{part}:{min(vowels, 5)}", 1.0
        yield f"end:{part}", self.odds(root, part)
        if root[-1:] == root[-2:-1]:
            yield "geminate", 1.0
        ending = self.ending(root, part)
        yield f"ends:{part}:new:{ending or '-'}", 1.0
        if ending:
            yield f"on:{part}:{ending}:{self.base(root[: -len(ending)])}", 1.0
        if length > 4:
            name = self.compound(root, part)
            if name:
                yield name, 1.0

    def odds(self, root: str, part: str) -> float:
        """Return how likely a root is over after its last letters."""
        return self._ends[part].of(root)

    def is_twin(self, root: str, part: str) -> bool:
        """Tell whether a verb in -ы/-і has one without that vowel beside it: ашы, аш."""
        return part == "V" and root[-1] in _HIGH and root[:-1] in self._lexicon.verbs

    def ending(self, root: str, part: str) -> str:
        """Return the telling ending of a root, the longest one shorter than the root; "" for none."""
        endings = _ENDINGS[part]
        for length in range(min(5, len(root) - 1), 0, -1):
            if root[-length:] in endings:
                return root[-length:]
        return ""

    def base(self, base: str) -> str:
        """Return what is known of a root without its last letters."""
        lexicon = self._lexicon
        if len(base) < 2:
            return "short"
        root = lexicon.canonical(base)
        noun, verb = root in lexicon.nouns, root in lexicon.verbs or base in lexicon.in_y
        return "both" if noun and verb else "noun" if noun else "verb" if verb else "new"

    def compound(self, root: str, part: str) -> str:
        """Return the feature of a root that ends in another: атамекен, қолшатыр; "" for none."""
        known = self._lexicon.nouns if part == "N" else self._lexicon.verbs
        for place in range(2, len(root) - 2):
            if root[place:] in known:
                head = "known" if root[:place] in self._lexicon.nouns else "new"
                return f"compound:{part}:{min(len(root) - place, 6)}:{head}"
        return ""


#: Classes of roots in the list that may take the suffixes in question.
KNOWN: Final = frozenset("V:verb N:noun N:adj N:name N:num N:adv".split())
_ENDINGS: Final = {"N": frozenset(NOUN_ENDINGS), "V": frozenset(VERB_ENDINGS)}


class RootScores:
    """The sums of root features under a table of weights, put together without naming each.

    The same as summing ``RootFeatures.features``, in a fifth of the time: what hangs on the last
    letters alone is remembered by these.
    """

    def __init__(self, features: RootFeatures, weights: dict[str, float]) -> None:
        self._features = features
        self._weights = weights
        self._tails: dict[tuple[str, str, str], tuple[float, int]] = {}
        self._sizes: dict[tuple[str, bool, int, int], float] = {}

    def of(self, root: str, part: str, root_class: str) -> float:
        """Return what a root adds to the score of a reading."""
        known = root_class in KNOWN
        vowels = 0 if known else min(sum(map(VOWELS.__contains__, root)), 5)
        size = part, known, min(len(root), 9), vowels
        score = self._sizes.get(size)
        if score is None:
            score = self._sizes[size] = self._size(*size)
        tail, ending = self._tail(root, part, "known" if known else "new")
        score += self._weights.get(f"class:{root_class}", 0.0) + tail
        if known:
            return score + self._twin(root, part)
        return score + self._rest(root, part, ending)

    def _size(self, part: str, known: bool, length: int, vowels: int) -> float:
        names = [f"known:{part}:{length}"]
        if not known:
            names = [f"length:{part}:{length}", f"vowels:{part}:{vowels}"]
        return sum(self._weights.get(name, 0.0) for name in names)

    def _tail(self, root: str, part: str, standing: str) -> tuple[float, int]:
        """Return what the last letters add, and how long the ending is that they are."""
        key = root[-6:], part, standing
        found = self._tails.get(key)
        if found is None:
            if len(self._tails) > MOST_TAILS:
                self._tails.clear()
            found = self._tails[key] = self._read_tail(*key)
        return found

    def _read_tail(self, root: str, part: str, standing: str) -> tuple[float, int]:
        weights = self._weights
        ending = self._features.ending(root, part)
        score = weights.get(f"ends:{part}:{standing}:{ending or '-'}", 0.0)
        if standing == "new":
            score += weights.get(f"end:{part}", 0.0) * self._features.odds(root, part)
            if root[-1:] == root[-2:-1]:
                score += weights.get("geminate", 0.0)
        return score, len(ending)

    def _twin(self, root: str, part: str) -> float:
        return self._weights.get("twin", 0.0) if self._features.is_twin(root, part) else 0.0

    def _rest(self, root: str, part: str, ending: int) -> float:
        """Return what an unknown root adds by what stands before its ending, and as a compound."""
        features, score = self._features, 0.0
        if ending:
            base = features.base(root[:-ending])
            score = self._weights.get(f"on:{part}:{root[-ending:]}:{base}", 0.0)
        if len(root) > 4:
            name = features.compound(root, part)
            if name:
                score += self._weights.get(name, 0.0)
        return score


class _EndOdds:
    """How likely a root is to be over after its last letters, by the roots of the list."""

    def __init__(self, roots: list[str]) -> None:
        self._over: Counter[str] = Counter()
        self._on: Counter[str] = Counter()
        self._known: dict[str, float] = {}
        for size in (2, 3, 4):
            self._over.update([root[-size:] for root in roots])
            self._on.update(
                [root[place : place + size] for root in roots for place in range(len(root) - size)]
            )

    def of(self, root: str) -> float:
        """Return the logarithm of the odds, by the longest letters seen often enough."""
        tail = root[-4:]
        odds = self._known.get(tail)
        if odds is None:
            odds = self._known[tail] = self._odds(tail)
        return odds

    def _odds(self, root: str) -> float:
        odds = 0.0
        for size in (2, 3, 4):
            tail = root[-size:]
            over, on = self._over.get(tail, 0), self._on.get(tail, 0)
            # Each longer context is weighed against the shorter one's belief as three sightings.
            prior = 1 / (1 + math.exp(-odds))
            odds = math.log((over + 3 * prior + 0.1) / (on + 3 * (1 - prior) + 0.1))
        return max(-4.0, min(4.0, odds))
