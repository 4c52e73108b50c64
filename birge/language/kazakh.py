"""The stem of a Kazakh word: every reading of its suffixes, the likeliest one taken.

Suffixes are read right to left by ``kazakh_grammar``; each reading is scored by its suffixes, by
the shape of the root and by whether the root is a known one. Stems are canonical rather than
dictionary forms: a final voiced consonant is restored (кітабы → кітап, жинағы → жинақ), a vowel
that the possessive drops comes back (аузы → ауыз), and all forms of a verb share its bare stem.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from birge.language import kazakh_roots
from birge.language.folding import fold
from birge.language.kazakh_grammar import EMPTY, VOWELS, Grammar

#: Longer words are chemistry or noise; they are returned as they are.
MAX_LENGTH: Final = 40

#: What a suffix adds to the score of a reading (natural logarithms, roughly).
SUFFIX_SCORE: Final[dict[str, float]] = {
    "predicative": -2.5,
    "past": 0.0,
    "past_person": -1.0,
    "present": 0.5,
    "present_person": -1.0,
    "conditional": -0.5,
    "conditional_person": -1.0,
    "imperative": -1.5,
    "voluntative": -2.0,
    "converb": -0.5,
    "converb_a": -2.5,
    "converb_rare": -1.5,
    "evidential": -1.0,
    "genitive": 1.0,
    "accusative": 0.0,
    "accusative3": 0.5,
    "dative": 0.5,
    "dative3": 1.0,
    "dative12": -0.5,
    "locative": 0.5,
    "locative3": 1.0,
    "ablative": 1.0,
    "ablative3": 1.0,
    "instrumental": 1.0,
    "equative": -1.5,
    "equative3": -1.0,
    "similative": -0.5,
    "similative3": 0.0,
    "attributive": 1.0,
    "attributive3": 1.0,
    "genitive_attributive": 0.0,
    "possessive12": -1.0,
    "possessive3": 0.0,
    "plural": 1.0,
    "gerund": -0.5,
    "participle": 0.5,
    "habitual": 1.0,
    "aorist": -2.5,
    "aorist_negative": -0.5,
    "intention": -1.5,
    "comparative": -1.0,
    "ordinal": -1.0,
    "negation": 0.0,
    "passive": -1.0,
    "reflexive": -2.0,
    "reciprocal": -2.5,
    "causative": -3.0,
    "": 0.0,
}

#: What the shape of the root adds.
SHAPE_SCORE: Final[dict[str, float]] = {
    "known_noun": 3.0,
    "known_verb": 3.0,
    "other_part": 0.5,
    "length_2": -3.0,
    "length_3": -1.5,
    "length_4": -0.3,
    "length_each": -0.1,
    "open_noun": -0.5,
    "open_verb": -1.0,
    "verb": -0.5,
    "denominal_verb": 1.5,
    "derived_noun": 1.0,
    "cluster": -1.5,
    "loan_verb": -2.5,
    "disharmony": -2.5,
    "disharmony_loan": -0.7,
    "disharmony_folded": -1.0,
}

_LOAN_LETTERS: Final = frozenset("вфцщъьэёчх")
_DENOMINAL: Final = ("ла", "ле", "да", "де", "та", "те", "лан", "лен", "дан", "ден", "тан", "тен")
_DERIVED: Final = (
    "лық", "лік", "дық", "дік", "тық", "тік", "шы", "ші", "хана", "лас", "лес", "ым", "ім",
    "ыс", "іс", "ық", "ік", "ия", "ор", "ист", "изм", "ман", "кер", "гер", "лы", "лі", "ды", "ді",
    "ты", "ті", "сыз", "сіз", "ама", "еме", "ақ", "ек",
)  # fmt: skip
_CLUSTERS: Final = frozenset(
    "рт нт лт ст рк рқ нк лк лқ ск йт рс нс пт кт нд рд рм льм рг ңк йн нш ыл рш ңг лп рп лд рб"
    " льт фт мп нц кс бль тр др бр льн рн нг ль рь нь сс лл рф фр кр".split()
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word: its root, "noun" or "verb", the suffixes from the end, its score."""

    root: str
    part: str
    suffixes: tuple[str, ...]
    score: float


def _syncope_shapes() -> dict[str, str]:
    return {short: full for short, full in kazakh_roots.SYNCOPE.items() if short != full}


class Analyzer:
    """Reads words of one alphabet: the full one, or the folded one."""

    def __init__(self, *, folded: bool) -> None:
        spell = fold if folded else str
        self.folded = folded
        self.grammar = Grammar(folded=folded)
        self.nouns = frozenset(map(spell, kazakh_roots.NOUNS))
        self.verbs = frozenset(map(spell, kazakh_roots.VERBS | kazakh_roots.VERBS_IN_Y))
        self.in_y = {spell(verb[:-1]): spell(verb) for verb in sorted(kazakh_roots.VERBS_IN_Y)}
        self.syncope = {spell(a): spell(b) for a, b in _syncope_shapes().items()}
        self.irregular = {spell(a): spell(b) for a, b in kazakh_roots.IRREGULAR.items()}
        self.derived = tuple(map(spell, _DERIVED))
        self.devoice = str.maketrans("бғг", "пкк") if folded else str.maketrans("бғг", "пқк")
        self.high = "ыи" if folded else "ыі"

    def analyses(self, word: str) -> list[Analysis]:
        """Return all readings of a lower-case word, the likeliest first."""
        best: dict[str, Analysis] = {}
        for reading in self._read(word, "W", (), 0.0, word):
            known = best.get(reading.root)
            if known is None or reading.score > known.score:
                best[reading.root] = reading
        return sorted(best.values(), key=lambda reading: (-reading.score, reading.root))

    def stems(self, word: str, limit: int) -> tuple[str, ...]:
        """Return at most ``limit`` stems, the likeliest first; never an empty one."""
        if word in self.irregular:
            return (self.irregular[word],)
        if not 2 < len(word) <= MAX_LENGTH:
            return (word,)
        found = [reading.root for reading in self.analyses(word)[:limit]]
        return tuple(found) or (word,)

    def _read(
        self, rest: str, state: str, suffixes: tuple[str, ...], score: float, word: str
    ) -> list[Analysis]:
        """Return the readings of ``rest``, which stands left of ``suffixes``."""
        if state in "NV":
            return self._roots(rest, state, suffixes, score)
        found: list[Analysis] = []
        if state in EMPTY:
            found += self._read(rest, EMPTY[state], suffixes, score, word)
        table = self.grammar.table[state]
        for length in range(1, min(self.grammar.longest[state], len(rest) - 2) + 1):
            for suffix in table.get(rest[-length:], ()):
                left = rest[:-length]
                last = left[-1] if left[-1] not in "ьъ" else left[-2]
                if last not in suffix.after:
                    continue
                fit = score + SUFFIX_SCORE[suffix.tag] + self._harmony_score(left, suffix.harmony)
                found += self._read(left, suffix.state, (*suffixes, suffix.tag), fit, word)
        return found

    def _harmony_score(self, left: str, harmony: str) -> float:
        wanted = self.grammar.harmony(left)
        if not harmony or not wanted or wanted == harmony:
            return 0.0
        if self.folded:
            return SHAPE_SCORE["disharmony_folded"]
        loan = not _LOAN_LETTERS.isdisjoint(left)
        return SHAPE_SCORE["disharmony_loan" if loan else "disharmony"]

    def _roots(
        self, rest: str, state: str, suffixes: tuple[str, ...], score: float
    ) -> list[Analysis]:
        """Return the reading whose root is ``rest``, mended, or nothing where none can be."""
        if len(rest) < 2 or VOWELS.isdisjoint(rest):
            return []
        if state == "V":
            root = self._verb_root(rest)
            return [Analysis(root, "verb", suffixes, score + self._shape(root, "verb"))]
        root = self._noun_root(rest, suffixes)
        return [Analysis(root, "noun", suffixes, score + self._shape(root, "noun"))]

    def _noun_root(self, rest: str, suffixes: tuple[str, ...]) -> str:
        if suffixes and suffixes[-1].startswith("possessive") and rest in self.syncope:
            return self.syncope[rest]
        return self._devoiced(rest)

    def _devoiced(self, rest: str) -> str:
        """Return the root with its final б, г, ғ as п, к, қ; loans too, for one stem each."""
        return rest[:-1] + rest[-1].translate(self.devoice)

    def _verb_root(self, rest: str) -> str:
        if rest[-1] in self.high and len(rest) > 2:
            rest = rest[:-1]
        return self.in_y.get(rest) or self._devoiced(rest)

    def _shape(self, root: str, part: str) -> float:
        """Return how much the root looks like one of its part of speech."""
        score = SHAPE_SCORE["length_each"] * len(root)
        own, other = (self.nouns, self.verbs) if part == "noun" else (self.verbs, self.nouns)
        if root in own:
            return score + SHAPE_SCORE["known_" + part]
        if root in other:
            score += SHAPE_SCORE["other_part"]
        score += SHAPE_SCORE.get(f"length_{len(root)}", 0.0)
        if root[-1] in VOWELS:
            score += SHAPE_SCORE["open_" + part]
        elif root[-2] not in VOWELS and root[-2:] not in _CLUSTERS:
            score += SHAPE_SCORE["cluster"]
        if part == "verb":
            return score + self._verb_shape(root)
        return score + (SHAPE_SCORE["derived_noun"] if root.endswith(self.derived) else 0.0)

    def _verb_shape(self, root: str) -> float:
        score = SHAPE_SCORE["verb"]
        if root.endswith(_DENOMINAL):
            score += SHAPE_SCORE["denominal_verb"]
        elif not _LOAN_LETTERS.isdisjoint(root):
            score += SHAPE_SCORE["loan_verb"]
        return score


_PLAIN: Final = Analyzer(folded=False)
_FOLDED: Final = Analyzer(folded=True)


@lru_cache(maxsize=65536)
def _stems(word: str, folded: bool, limit: int) -> tuple[str, ...]:
    analyzer = _FOLDED if folded else _PLAIN
    head, hyphen, tail = word.rpartition("-")
    if not hyphen:
        return analyzer.stems(word, limit)
    return tuple(head + hyphen + stem for stem in analyzer.stems(tail, limit)) if tail else (word,)


def stem(word: str) -> str:
    """Return the stem all inflected forms of a Kazakh word share; the word if it has no suffix."""
    return _stems(word.lower(), False, 1)[0]


def stems(word: str, limit: int = 2) -> tuple[str, ...]:
    """Return the likeliest stems of an ambiguous word, best first."""
    return _stems(word.lower(), False, limit)


def stem_folded(word: str) -> str:
    """Return the stem of a word typed without Kazakh letters: казактын → казак."""
    return _stems(fold(word.lower()), True, 1)[0]
