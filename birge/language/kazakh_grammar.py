"""Kazakh inflection as suffix slots read from the end of a word towards its root.

The facts are those of the school grammar of Kazakh:

* vowel harmony (үндестік заңы): а о ұ ы ask for а/ы in the suffix, ә е ө ү і for е/і; the last
  vowel of the stem decides, which also covers Arabic and Russian loans (кітап → кітаптың);
* progressive assimilation: the first consonant of a suffix follows the last sound of the stem
  (бала-лар, қыз-дар, кітап-тар);
* the order of slots: root, plural, possessive, case, predicative for nouns; root, voice,
  negation, tense or participle, person for verbs; participles and the verbal noun in -у take
  the endings of nouns;
* after a third person possessive the cases are -н, -на, -нда, -нан (кітабын, кітабына), and
  after the first and second person singular the dative is -а/-е (кітабыма).

A template is written with archiphonemes: ``A`` а/е, ``I`` ы/і, ``K`` қ/к, ``(I)`` a vowel that
appears only after a consonant; the capital at its head names the assimilation, see ``ONSETS``.
"""

from __future__ import annotations

from dataclasses import dataclass

from birge.language.folding import fold

BACK = "аоұыяё"
FRONT = "әеөүіэ"
NEUTRAL = "иую"
VOWELS = frozenset("аәеёиоөуұүыіэюя")
#: у, и, ю close a syllable like consonants: су-дың, ми-ы, and open one in loans.
GLIDES = frozenset("уию")
FULL_VOWELS = VOWELS - GLIDES
VOICELESS = frozenset("пстфхһцчшщкқбвгд")
NASALS = frozenset("мнң")
SIBILANTS = frozenset("зж")
LIQUIDS = frozenset("рлйғ")
CONSONANTS = VOICELESS | NASALS | SIBILANTS | LIQUIDS

_SONORANT = LIQUIDS | GLIDES
_VOICED = VOWELS | NASALS | SIBILANTS | LIQUIDS

#: The head of a template: which letter stands after which sounds.
ONSETS: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "L": (
        ("л", VOWELS | frozenset("рй")),
        ("д", NASALS | SIBILANTS | frozenset("л")),
        ("т", VOICELESS),
    ),
    "N": (("н", VOWELS | NASALS), ("д", _SONORANT | SIBILANTS), ("т", VOICELESS)),
    "Q": (("н", VOWELS), ("д", _SONORANT | SIBILANTS | NASALS), ("т", VOICELESS)),
    "G": (("ғ", _VOICED), ("г", _VOICED), ("қ", VOICELESS), ("к", VOICELESS)),
    "D": (("д", _VOICED), ("т", VOICELESS)),
    "B": (("н", NASALS), ("д", _VOICED - NASALS), ("т", VOICELESS)),
    "M": (("м", VOWELS | NASALS | LIQUIDS), ("б", SIBILANTS), ("п", VOICELESS)),
    "X": (("м", VOWELS | LIQUIDS), ("б", NASALS | SIBILANTS), ("п", VOICELESS)),
}

_AFTER_VOWEL = VOWELS
_AFTER_CONSONANT = CONSONANTS | GLIDES
_ANY = VOWELS | CONSONANTS


@dataclass(frozen=True, slots=True)
class Suffix:
    """One written shape of a suffix and what may stand before it."""

    tag: str
    text: str
    state: str
    after: frozenset[str]
    harmony: str  # "f", "b" or "" where the suffix does not follow harmony


#: Slots: state → (tag, templates, state to the left). "W" is the end of a word, "N" and "V" the
#: roots of nouns and verbs; "=" before a state name copies that state's suffixes.
SLOTS: dict[str, list[tuple[str, str, str]]] = {
    "W": [
        ("predicative", "MIн сIң сIз MIз сIңдAр сIздAр", "C"),
        ("past", "DI", "M"),
        ("past_person", "DIм DIң DIңIз DIK DIңдAр DIңIздAр", "M"),
        ("present", "дI", "A"),
        ("present_person", "мIн сIң сIз мIз сIңдAр сIздAр", "A"),
        ("conditional", "сA", "M"),
        ("conditional_person", "сAм сAң сAңIз сAK сAңдAр сAңIздAр", "M"),
        ("imperative", "сIн (I)ңIз (I)ңдAр (I)ңIздAр", "M"),
        ("voluntative", "^AйIн ^AйIK", "M"),
        ("converb", "(I)п", "M"),
        ("converb_a", "^A", "M"),
        ("converb_rare", "GAлI GAй", "M"),
        ("evidential", "(I)птI (I)ппIн (I)псIң (I)псIз (I)ппIз", "M"),
    ],
    "C": [
        ("genitive", "NIң", "P"),
        ("accusative", "QI", "P"),
        ("accusative3", "н", "P3"),
        ("dative", "GA", "P"),
        ("dative3", "нA", "P3"),
        ("dative12", "^а ^е", "P12"),
        ("locative", "DA", "P"),
        ("locative3", "ндA", "P3"),
        ("ablative", "BAн", "P"),
        ("ablative3", "нAн", "P3"),
        ("instrumental", "Mен", "P"),
        ("equative", "шA", "P"),
        ("equative3", "ншA", "P3"),
        ("similative", "DAй", "P"),
        ("similative3", "ндAй", "P3"),
        ("attributive", "DAGI", "P"),
        ("attributive3", "ндAGI", "P3"),
        ("genitive_attributive", "Nікі", "P"),
    ],
    "P": [
        ("possessive12", "(I)м (I)ң (I)ңIз (I)мIз", "PL"),
        ("possessive3", "^I сI", "PL"),
    ],
    "P3": [("possessive3", "^I сI", "PL"), ("attributive", "DAGI", "P")],
    "P12": [("possessive12", "(I)м (I)ң", "PL")],
    "PL": [("plural", "LAр", "S")],
    "S": [
        ("attributive", "DAGI", "P"),
        ("attributive3", "ндAGI", "P3"),
        ("gerund", "у", "M"),
        ("participle", "GAн GAндIK", "M"),
        ("habitual", "^AтIн ^AтIндIK", "M"),
        ("aorist", "^Aр", "M"),
        ("aorist_negative", "XAс", "VV"),
        ("intention", "XAK XAKшI", "VV"),
        ("comparative", "(I)рAK", "N"),
        ("ordinal", "(I)ншI", "N"),
    ],
    "A": [("", "^A", "M")],
    "M": [("negation", "XA", "VV")],
    "VV": [
        ("passive", "(I)л", "V"),
        ("reflexive", "(I)н", "V"),
        ("reciprocal", "(I)с", "V"),
        ("causative", "DIр GIз", "V"),
    ],
}

#: Where a slot may stay empty: the state reached without a suffix.
EMPTY: dict[str, str] = {"W": "C", "C": "P", "P": "PL", "PL": "S", "S": "N", "M": "VV", "VV": "V"}


def _onset(body: str) -> list[tuple[str, frozenset[str]]]:
    """Return the written heads of a template and the sounds each may follow."""
    if body.startswith("(I)"):
        rest = body[3:]
        return [(rest, _AFTER_VOWEL), ("I" + rest, _AFTER_CONSONANT)]
    if body.startswith("^A"):
        rest = body[2:]
        if rest.startswith("й"):
            return [("A" + rest, CONSONANTS), (rest, _AFTER_VOWEL)]
        head = "" if rest.startswith("р") else "й"
        return [("A" + rest, CONSONANTS), (head + rest, _AFTER_VOWEL)]
    if body.startswith("^"):
        return [(body[1:], _AFTER_CONSONANT)]
    if body[0] in ONSETS:
        return [(head + body[1:], after) for head, after in ONSETS[body[0]]]
    if body == "сI":
        return [(body, FULL_VOWELS | frozenset("ию"))]
    if body[0] == "н" and body != "н":
        return [(body, frozenset("ыі"))]
    if body == "н":
        return [(body, frozenset("ыі"))]
    if body == "у":
        return [(body, CONSONANTS | frozenset("аеәия"))]
    if body == "дI" or body[0] == "м":
        return [(body, frozenset("аейия"))]
    return [(body, _ANY)]


def _harmonic(text: str) -> list[tuple[str, str]]:
    """Spell out A, I, K and an inner G for back and for front stems."""
    if not set(text) & set("AIK"):
        return [(text, "")]
    shapes = []
    for harmony, letters in (("b", "аықғ"), ("f", "еікг")):
        table = str.maketrans(dict(zip("AIKG", letters, strict=True)))
        shapes.append((text.translate(table), harmony))
    return shapes


def _spell(tag: str, template: str, state: str) -> list[Suffix]:
    """Return every written shape of one template."""
    shapes = []
    for body, after in _onset(template):
        for text, harmony in _harmonic(body):
            if (text[0] in "ғқ" and harmony == "f") or (text[0] in "гк" and harmony == "b"):
                continue
            shapes.append(Suffix(tag, text, state, after, harmony))
    return shapes


class Grammar:
    """The slots spelled out for one alphabet: full Kazakh letters, or folded ones."""

    def __init__(self, *, folded: bool) -> None:
        self.folded = folded
        self.table: dict[str, dict[str, tuple[Suffix, ...]]] = {
            state: self._state(state) for state in SLOTS
        }
        self.longest = {state: max(map(len, shapes)) for state, shapes in self.table.items()}
        # Folded а, о, у stand for letters of both classes and decide nothing.
        self.back = frozenset("ыя" if folded else BACK)
        self.front = frozenset("еиэ" if folded else FRONT)

    def _state(self, state: str) -> dict[str, tuple[Suffix, ...]]:
        shapes: dict[str, dict[Suffix, None]] = {}
        for tag, templates, target in SLOTS[state]:
            for suffix in (s for t in templates.split() for s in _spell(tag, t, target)):
                spelled = self._folded(suffix) if self.folded else suffix
                shapes.setdefault(spelled.text, {})[spelled] = None
        return {text: tuple(found) for text, found in shapes.items()}

    @staticmethod
    def _folded(suffix: Suffix) -> Suffix:
        after = frozenset(fold(letter) for letter in suffix.after)
        return Suffix(suffix.tag, fold(suffix.text), suffix.state, after, suffix.harmony)

    def harmony(self, stem: str) -> str:
        """Return "b", "f" or "" (either) for the endings a stem asks for."""
        for letter in reversed(stem):
            if letter in self.back:
                return "b"
            if letter in self.front or letter == "ь":
                return "f"
            if self.folded and letter in "аоу":
                return "b" if letter == "а" and "е" not in stem and "и" not in stem else ""
        return ""


def tags() -> list[str]:
    """Return the names of all slots, in reading order."""
    found = [tag for slots in SLOTS.values() for tag, *_ in slots]
    return list(dict.fromkeys(found))


