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
#: The same for a whole word with hyphens.
MAX_COMPOUND: Final = 100

#: What a suffix adds to the score of a reading. The weights of both tables were fitted on words with
#: known lemmas (treebank, paradigm and newspaper lists) so that whole families of forms meet.
SUFFIX_SCORE: Final[dict[str, float]] = {
    "predicative": -1.4,
    "past": -1.7,
    "past_person": -0.5,
    "present": 0.3,
    "present_person": 0.2,
    "conditional": -1.5,
    "conditional_person": -0.1,
    "imperative": -2.4,
    "voluntative": -1.3,
    "converb": -0.7,
    "converb_a": -1.9,
    "converb_й": -1.4,
    "converb_rare": -3.6,
    "optative": -3.1,
    "evidential": -2.8,
    "genitive": 2.3,
    "accusative": -1.3,
    "accusative3": 0.6,
    "dative": -1.2,
    "dative3": 2.0,
    "dative12": -1.4,
    "locative": -1.5,
    "locative3": 0.4,
    "ablative": 0.1,
    "ablative3": 6.0,
    "instrumental": -0.5,
    "equative": -5.8,
    "equative3": -2.1,
    "similative": -1.3,
    "similative3": -1.5,
    "attributive": -2.9,
    "attributive3": 2.7,
    "genitive_attributive": 0.0,
    "possessive12": -0.2,
    "possessive3": -2.2,
    "possessive3_s": -0.2,
    "plural": -0.1,
    "gerund": 0.7,
    "participle": -0.2,
    "habitual": -0.2,
    "aorist": -1.9,
    "aorist_negative": -2.6,
    "intention": -3.5,
    "comparative": -4.8,
    "ordinal": -5.1,
    "negation": -0.3,
    "passive": 0.1,
    "reflexive": -2.0,
    "reciprocal": -1.9,
    "causative": -1.7,
    "causative_т": -1.2,
    "present_a": -1.2,
    "present_й": 0.2,
}

#: What the shape of the root adds.
SHAPE_SCORE: Final[dict[str, float]] = {
    "known_noun": 2.8,
    "known_verb": 1.8,
    "known_bare": 1.2,
    "other_part": -0.4,
    "bare": -1.1,
    "length_2": -2.1,
    "length_3": -0.6,
    "length_4": -0.1,
    "length_5": 0.2,
    "length_each": -0.7,
    "open_noun": -0.4,
    "open_verb": 0.3,
    "verb": -1.6,
    "cluster": -2.3,
    "geminate": -5.5,
    "loan_verb": -1.8,
    "leftover": -1.2,
    "leftover_plural": -0.9,
    "velar_cluster": -3.2,
    "leftover_high_long": -2.4,
    "leftover_high": -2.2,
    "noun_abstract": 4.2,
    "noun_agent": 2.0,
    "noun_adjective": -2.0,
    "noun_relative": -1.0,
    "noun_action": 1.3,
    "noun_name": 0.5,
    "noun_loan": 1.4,
    "verb_from_noun": 1.3,
    "verb_voice": 0.2,
    "verb_passive": 1.0,
    "disharmony": -0.5,
    "disharmony_loan": 0.2,
    "disharmony_folded": -1.0,
}

#: Endings that tell what a root is; the first that fits counts.
NOUN_ENDINGS: Final[dict[str, str]] = {
    "leftover_plural": "лар лер дар дер тар тер",
    "noun_abstract": "лық лік дық дік тық тік шылық шілік",
    "noun_name": "ұлы қызы бек хан гүл бай жан тай бике нұр ғали мырза бет ислам дәулет",
    "noun_agent": "шы ші ушы уші хана гер кер паз ман лас лес стан",
    "noun_action": "ым ім ыс іс ма ме қ к",
    "noun_loan": "ия ор ист изм ент ант ика ура тор логия граф ов ев ова ева ин ина",
    "noun_adjective": "лы лі сыз сіз",
    "noun_relative": "ғы гі қы кі",
    "leftover": "ды ді ты ті ны ні да де та те ға ге қа ке дан ден тан тен мен пен бен ның нің ың ің",
    "leftover_high": "ы і",
}
VERB_ENDINGS: Final[dict[str, str]] = {
    "verb_from_noun": "ла ле да де та те лан лен дан ден тан тен лас лес дас дес тас тес ғар гер",
    "verb_voice": "тыр тір дыр дір ғыз гіз қыз кіз қар кер ар ер т",
    "verb_passive": "ыл іл ын ін ыс іс л н с",
}

_LOAN_LETTERS: Final = frozenset("вфцщъьэёчх")
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


class Analyzer:
    """Reads words of one alphabet: the full one, or the folded one."""

    def __init__(self, *, folded: bool) -> None:
        spell = fold if folded else str
        self.folded = folded
        self.grammar = Grammar(folded=folded)
        self.nouns = frozenset(map(spell, kazakh_roots.NOUNS))
        self.verbs = frozenset(map(spell, kazakh_roots.VERBS | kazakh_roots.VERBS_IN_Y))
        self.in_y = {spell(verb[:-1]): spell(verb) for verb in sorted(kazakh_roots.VERBS_IN_Y)}
        self.syncope = {spell(a): spell(b) for a, b in kazakh_roots.SYNCOPE.items()}
        irregular = kazakh_roots.IRREGULAR | {
            root: root for root in kazakh_roots.IRREGULAR.values()
        }
        self.irregular = {spell(form): spell(root) for form, root in irregular.items()}
        self.endings = {
            part: [(name, tuple(spell(endings).split())) for name, endings in table.items()]
            for part, table in (("noun", NOUN_ENDINGS), ("verb", VERB_ENDINGS))
        }
        self.devoice = str.maketrans("бғг", "пкк") if folded else str.maketrans("бғг", "пқк")
        self.high = "ыи" if folded else "ыі"

    def analyses(self, word: str) -> list[Analysis]:
        """Return all readings of a lower-case word, the likeliest first."""
        best: dict[str, Analysis] = {}
        for reading in self._read(word, "W", (), 0.0):
            known = best.get(reading.root)
            if known is None or reading.score > known.score:
                best[reading.root] = reading
        return sorted(best.values(), key=lambda reading: (-reading.score, reading.root))

    def knows(self, root: str) -> bool:
        """Tell whether a root is in the list of common ones."""
        return root in self.nouns or root in self.verbs or root in self.irregular

    def stems(self, word: str, limit: int) -> tuple[str, ...]:
        """Return at most ``limit`` stems, the likeliest first; never an empty one."""
        if word in self.irregular:
            return (self.irregular[word],)
        if not 2 < len(word) <= MAX_LENGTH:
            return (word,)
        found = [reading.root for reading in self.analyses(word)[:limit]]
        return tuple(found) or (word,)

    def _read(
        self, rest: str, state: str, suffixes: tuple[str, ...], score: float
    ) -> list[Analysis]:
        """Return the readings of ``rest``, which stands left of ``suffixes``."""
        if state in "NV":
            return self._roots(rest, state, suffixes, score)
        found: list[Analysis] = []
        if state in EMPTY:
            found += self._read(rest, EMPTY[state], suffixes, score)
        table = self.grammar.table[state]
        for length in range(1, min(self.grammar.longest[state], len(rest) - 2) + 1):
            for suffix in table.get(rest[-length:], ()):
                left = rest[:-length]
                last = left[-1] if left[-1] not in "ьъ" else left[-2]
                if last not in suffix.after:
                    continue
                fit = score + SUFFIX_SCORE[suffix.tag] + self._harmony_score(left, suffix.harmony)
                left += suffix.restore
                found += self._read(left, suffix.state, (*suffixes, suffix.tag), fit)
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
            return [
                Analysis(root, "verb", suffixes, score + self._shape(root, "verb", not suffixes))
            ]
        root = self._noun_root(rest, suffixes)
        return [Analysis(root, "noun", suffixes, score + self._shape(root, "noun", not suffixes))]

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

    def _shape(self, root: str, part: str, bare: bool) -> float:
        """Return how much the root looks like one of its part of speech."""
        weigh = SHAPE_SCORE
        score = weigh["length_each"] * len(root)
        own, other = (self.nouns, self.verbs) if part == "noun" else (self.verbs, self.nouns)
        known = root in own
        if bare:
            score += weigh["known_bare" if known else "bare"]
        if known:
            return score + weigh["known_" + part]
        if root in other:
            score += weigh["other_part"]
        if len(root) < 6:
            score += weigh[f"length_{len(root)}"]
        if root[-1] in VOWELS:
            score += weigh["open_" + part]
        elif root[-1] == root[-2]:
            score += weigh["geminate"]
        elif root[-1] in "кқ" and root[-2] in "рлнйзғ":
            score += weigh["velar_cluster"]
        elif root[-2] not in VOWELS and root[-2:] not in _CLUSTERS:
            score += weigh["cluster"]
        return score + self._ending_score(root, part)

    def _ending_score(self, root: str, part: str) -> float:
        score = 0.0
        if part == "verb":
            score += SHAPE_SCORE["verb"]
            if not _LOAN_LETTERS.isdisjoint(root):
                score += SHAPE_SCORE["loan_verb"]
        for name, endings in self.endings[part]:
            if root.endswith(endings):
                long = name == "leftover_high" and len(root) > 5
                return score + SHAPE_SCORE["leftover_high_long" if long else name]
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
    return stems(word, 1)[0]


def stems(word: str, limit: int = 2) -> tuple[str, ...]:
    """Return the likeliest stems of an ambiguous word, best first."""
    word = word.lower()
    return _stems(word, False, limit) if len(word) <= MAX_COMPOUND else (word,)


def stem_folded(word: str) -> str:
    """Return the stem of a word typed without Kazakh letters: казактын → казак."""
    word = fold(word.lower())
    return _stems(word, True, 1)[0] if len(word) <= MAX_COMPOUND else word


def is_known(word: str) -> bool:
    """Tell whether the likeliest root of a word is in our list of common roots."""
    return _PLAIN.knows(stem(word))


def analyses(word: str) -> list[Analysis]:
    """Return every reading of a word, the likeliest first; [] where there is none."""
    word = word.lower()
    return _PLAIN.analyses(word) if 2 < len(word) <= MAX_LENGTH else []
