"""The stem of a Kazakh word: every reading of its suffixes, the likeliest one taken.

Suffixes are read right to left by ``kazakh_grammar``; the readings are weighed by
``kazakh_features`` with weights learned from words with known lemmas. Stems are canonical rather
than dictionary forms: a final voiced consonant is restored (кітабы → кітап, жинағы → жинақ), a
vowel that the possessive drops comes back (аузы → ауыз), and all forms of a verb share its bare
stem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from birge.language.folding import fold
from birge.language.kazakh_endings import Chain, Endings
from birge.language.kazakh_features import (
    KNOWN,
    RootFeatures,
    RootScores,
    chain_features,
    standing_feature,
)
from birge.language.kazakh_grammar import VOWELS, Grammar
from birge.language.kazakh_roots import Lexicon

#: Longer words are chemistry or noise; they are returned as they are.
MAX_LENGTH: Final = 40
#: The same for a whole word with hyphens.
MAX_COMPOUND: Final = 100
#: Two readings whose scores differ by less are both searched for.
CLOSE: Final = 1.0
#: How many roots are remembered with their weights.
_MOST_ROOTS: Final = 200_000

WEIGHTS: Final = Path(__file__).with_name("data") / "kazakh_weights.tsv"
#: First letters of endings that change the stem before them.
_KINDS: Final = {"ы": "i", "і": "i", "и": "i", "у": "u", "ю": "u"}
_LOAN_LETTERS: Final = frozenset("вфцщъьэёчх")
_SIGNS: Final = frozenset("ьъ")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word: its root, "noun" or "verb", the suffixes from the end, its score."""

    root: str
    part: str
    suffixes: tuple[str, ...]
    score: float
    known: bool = False


class RootInfo(NamedTuple):
    """A root as it may be, with what it adds to the score of a reading."""

    root: str
    root_class: str
    known: bool
    score: float
    #: What each suffix adds that stands beside it.
    joins: dict[str, float]


class Candidate(NamedTuple):
    """One reading of a word and its score."""

    score: float
    info: RootInfo
    chain: Chain
    discord: str = ""

    @property
    def root(self) -> str:
        """Return the root."""
        return self.info.root


class Analyzer:
    """Reads words of one alphabet, the full one or the folded one, with a table of weights."""

    def __init__(self, weights: dict[str, float], *, folded: bool) -> None:
        self.folded = folded
        self.weights = weights
        self.grammar = Grammar(folded=folded)
        devoice = str.maketrans("бг", "пк") if folded else str.maketrans("бгғ", "пкқ")
        self.lexicon = Lexicon(fold if folded else str, devoice)
        self.features = RootFeatures(self.lexicon)
        self._scores = RootScores(self.features, weights)
        self.endings = Endings(self.grammar, self.chain_score, best_only=bool(weights))
        self.high = "ыи" if folded else "ыі"
        self._bare = tuple(
            Chain(part, (), frozenset(), "", "", self.chain_score(part, ()), "") for part in "NV"
        )
        self._joins: dict[str, dict[str, float]] = defaultdict(dict)
        for name, weight in weights.items():
            root_class, plus, tag = name.removeprefix("join:").partition("+")
            if plus and name.startswith("join:"):
                self._joins[root_class][tag] = weight
        self._standing = {
            (part, known, is_longest): weights.get(standing_feature(part, known, is_longest), 0.0)
            for part, known, is_longest in product("NV", (True, False), (True, False))
        }
        self._infos: dict[tuple[str, str], RootInfo] = {}
        self._found: dict[tuple[str, str, str], tuple[RootInfo, ...]] = {}

    def chain_score(self, part: str, tags: tuple[str, ...]) -> float:
        """Return what the suffixes of a reading add to its score."""
        return sum(self.weights.get(name, 0.0) for name in chain_features(part, tags))

    def candidates(self, word: str) -> list[Candidate]:
        """Return the readings of a word, weighed, in no order."""
        found: list[Candidate] = []
        for chain in self._bare:
            self._add_all(found, word, (chain,))
        for place, chains in self.endings.of(word):
            self._add_all(found, word[:place], chains)
        return self._compared(found)

    def _add_all(self, found: list[Candidate], left: str, chains: tuple[Chain, ...]) -> None:
        last = left[-1] if left[-1] not in _SIGNS else left[-2]
        wanted = self.grammar.harmony(left)
        for chain in chains:
            if chain.tags and last not in chain.after:
                continue
            discord = ""
            score = chain.score
            if chain.harmony and wanted != chain.harmony:
                discord = _discord(left, wanted)
                score += self.weights.get(discord, 0.0)
            tag = chain.tags[-1] if chain.tags else "-"
            for info in self._roots(left + chain.restore, chain):
                total = score + info.score + info.joins.get(tag, 0.0)
                found.append(Candidate(total, info, chain, discord))

    def _compared(self, found: list[Candidate]) -> list[Candidate]:
        """Return the readings weighed against one another, by the longest known root."""
        longest = longest_known(found)
        if not longest:
            return found
        standing = self._standing
        return [
            Candidate(
                score + standing[chain.part, info.known, is_long(info, longest)],
                info,
                chain,
                discord,
            )
            for score, info, chain, discord in found
        ]

    # Roots.

    def _roots(self, rest: str, chain: Chain) -> tuple[RootInfo, ...]:
        """Return the roots that what is left of an ending may be."""
        kind = _KINDS.get(chain.head, "")
        key = rest, chain.part, kind
        found = self._found.get(key)
        if found is None:
            if len(self._found) > _MOST_ROOTS:
                self._found.clear()
                self._infos.clear()
            roots: Iterable[str] = ()
            if len(rest) > 1 and not VOWELS.isdisjoint(rest):
                read = self._noun_roots if chain.part == "N" else self._verb_roots
                roots = read(rest, kind)
            found = self._found[key] = tuple(self._info(root, chain.part) for root in roots)
        return found

    def _info(self, root: str, part: str) -> RootInfo:
        found = self._infos.get((root, part))
        if found is None:
            root_class = self.features.root_class(root, part)
            score = self._scores.of(root, part, root_class)
            joins = self._joins[root_class]
            found = RootInfo(root, root_class, root_class in KNOWN, score, joins)
            self._infos[root, part] = found
        return found

    def _noun_roots(self, rest: str, kind: str) -> Iterator[str]:
        if kind == "i" and rest in self.lexicon.syncope["noun"]:
            yield self.lexicon.syncope["noun"][rest]
        else:
            yield self.lexicon.canonical(rest)

    def _verb_roots(self, rest: str, kind: str) -> Iterator[str]:
        lexicon = self.lexicon
        if rest[-1] in self.high and len(rest) > 2:
            # Unknown verbs in -ы lose it in every form, for -у hides it: аршу, аршыды.
            yield rest if rest in lexicon.verbs else lexicon.canonical(rest[:-1])
            return
        hidden = lexicon.in_y.get(rest) if kind == "u" else None
        if hidden:
            yield hidden
            if rest not in lexicon.verbs:
                return
        if rest[-1] == "у" and kind == "i" and rest[:-1] + "п" in lexicon.verbs:
            yield rest[:-1] + "п"
        yield lexicon.syncope["verb"].get(rest) or lexicon.canonical(rest)

    def bare_verb_roots(self, verb: str) -> set[str]:
        """Return the roots a bare verb stem has."""
        return set(self._verb_roots(verb, ""))

    # What others ask.

    def best(self, word: str) -> list[Candidate]:
        """Return the likeliest reading for each root, the likeliest first."""
        best: dict[str, Candidate] = {}
        for candidate in self.candidates(word):
            root = candidate[1][0]
            known = best.get(root)
            if known is None or candidate[0] > known[0]:
                best[root] = candidate
        return sorted(best.values(), key=_rank, reverse=True)

    def analyses(self, word: str) -> list[Analysis]:
        """Return all readings of a lower-case word, one for each root, the likeliest first."""
        return [
            Analysis(
                found.root,
                "verb" if found.chain.part == "V" else "noun",
                found.chain.tags,
                found.score,
                found.info.known,
            )
            for found in self.best(word)
        ]

    def knows(self, root: str) -> bool:
        """Tell whether a root is in the list."""
        lexicon = self.lexicon
        return root in lexicon.nouns or root in lexicon.verbs or root in lexicon.irregular

    def stems(self, word: str, limit: int) -> tuple[str, ...]:
        """Return at most ``limit`` stems, the likeliest first; never an empty one."""
        if word in self.lexicon.irregular:
            return (self.lexicon.irregular[word],)
        if not 2 < len(word) <= MAX_LENGTH:
            return (word,)
        found = self.ranked(word)
        if limit == 1 and found:
            return (found[0][1],)
        return tuple(root for _, root, _ in found[:limit]) or (word,)

    def ranked(self, word: str) -> list[tuple[float, str, bool]]:
        """Return score, root and whether it is known, the likeliest first."""
        best: dict[str, tuple[float, str, bool]] = {}
        for candidate in self.candidates(word):
            info = candidate[1]
            known = best.get(info[0])
            if known is None or candidate[0] > known[0]:
                best[info[0]] = candidate[0], info[0], info[2]
        return sorted(best.values(), reverse=True)


def _rank(found: Candidate) -> tuple[float, str]:
    return found[0], found[1][0]


def longest_known(found: Sequence[Candidate]) -> int:
    """Return the length of the longest known root among readings, 0 if none is known."""
    return max((len(each.root) for each in found if each.info.known), default=0)


def is_long(info: RootInfo, longest: int) -> bool:
    """Tell whether a root is the longest known one, or an unknown one longer than that."""
    return len(info.root) >= longest + (not info.known)


def simplest(reader: Analyzer, word: str) -> Candidate | None:
    """Return the reading to show: of those with the likeliest root, one of the shortest."""
    if not 2 < len(word) <= MAX_LENGTH:
        return None
    found = sorted(reader.candidates(word), key=_rank, reverse=True)
    same = [each for each in found if each.root == found[0].root]
    near = [each for each in same if each.score > found[0].score - CLOSE]
    return min(near, key=lambda each: len(each.chain.tags), default=None)


def suffix_texts(reader: Analyzer, word: str, found: Candidate) -> tuple[str, ...]:
    """Return the letters of each suffix of a reading, from the root to the end of the word."""
    chain = found.chain
    for place in range(2, len(word) + 1):
        split = reader.endings.split(word[place:], chain.tags)
        if split is not None:
            rest = word[:place] + chain.restore
            if any(info.root == found.root for info in reader._roots(rest, chain)):
                return split
    return tuple("" for _ in chain.tags)


def _discord(left: str, wanted: str) -> str:
    """Return the feature of an ending whose vowels do not follow those of what is left of it."""
    if not wanted:
        return "disharmony:none"
    return "disharmony" if _LOAN_LETTERS.isdisjoint(left) else "disharmony:loan"


def load_weights(folded: bool) -> dict[str, float]:
    """Return the table of weights for one alphabet."""
    found: dict[str, float] = {}
    with WEIGHTS.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                name, plain, other = line.rstrip("\n").split("\t")
                found[name] = float((other if folded else plain) or 0)
    return found


def analyzer(folded: bool = False) -> Analyzer:
    """Return the analyzer of one alphabet, made on first use."""
    # However the argument is given, there is one: a cache would tell the ways apart.
    return _analyzer(folded)


@cache
def _analyzer(folded: bool) -> Analyzer:
    return Analyzer(load_weights(folded), folded=folded)


@lru_cache(maxsize=65536)
def _stems(word: str, folded: bool, limit: int) -> tuple[str, ...]:
    reader = analyzer(folded)
    head, hyphen, tail = word.rpartition("-")
    if not hyphen:
        return reader.stems(word, limit)
    return tuple(head + hyphen + stem for stem in reader.stems(tail, limit)) if tail else (word,)


def stem(word: str) -> str:
    """Return the stem all inflected forms of a Kazakh word share; the word if it has no suffix."""
    return close_stems(word)[0]


def stems(word: str, limit: int = 2) -> tuple[str, ...]:
    """Return the likeliest stems of an ambiguous word, best first."""
    word = word.lower()
    return _stems(word, False, limit) if len(word) <= MAX_COMPOUND else (word,)


def close_stems(word: str) -> tuple[str, ...]:
    """Return the likeliest stem, and the next one if its root is known and nearly as likely."""
    word = word.lower()
    return _close(word) if "-" not in word and len(word) <= MAX_LENGTH else stems(word, 1)


@lru_cache(maxsize=65536)
def _close(word: str) -> tuple[str, ...]:
    reader = analyzer()
    if len(word) < 3 or word in reader.lexicon.irregular:
        return reader.stems(word, 1)
    found = reader.ranked(word)
    if len(found) > 1 and found[1][2] and found[0][0] - found[1][0] < CLOSE:
        return found[0][1], found[1][1]
    return (found[0][1],) if found else (word,)


def stem_folded(word: str) -> str:
    """Return the stem of a word typed without Kazakh letters: казактын → казак."""
    word = fold(word.lower())
    return _stems(word, True, 1)[0] if len(word) <= MAX_COMPOUND else word


def is_known(word: str) -> bool:
    """Tell whether the likeliest root of a word is in our list of roots."""
    return analyzer().knows(stem(word))


def is_known_folded(word: str) -> bool:
    """Tell the same of a word typed without Kazakh letters."""
    return analyzer(folded=True).knows(stem_folded(word))


def analyses(word: str) -> list[Analysis]:
    """Return every reading of a word, the likeliest first; [] where there is none."""
    word = word.lower()
    return analyzer().analyses(word) if 2 < len(word) <= MAX_LENGTH else []
