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

A template is written with archiphonemes: ``А`` а/е, ``Ы`` ы/і, ``Қ`` қ/к, ``(Ы)`` a vowel that
appears only after a consonant, ``^`` after a consonant only, ``*`` after a vowel only, ``=`` a sound
that the spelling swallowed; another
capital at its head names the assimilation, see ``ONSETS``. ``ю+и`` is ю after и alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

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
    "Л": (
        ("л", VOWELS | frozenset("рй")),
        ("д", NASALS | SIBILANTS | frozenset("л")),
        ("т", VOICELESS),
    ),
    "Н": (("н", VOWELS | NASALS), ("д", _SONORANT | SIBILANTS), ("т", VOICELESS)),
    "Т": (("н", VOWELS), ("д", _SONORANT | SIBILANTS | NASALS), ("т", VOICELESS)),
    "Г": (("ғ", _VOICED), ("г", _VOICED), ("қ", VOICELESS), ("к", VOICELESS)),
    "Д": (("д", _VOICED), ("т", VOICELESS)),
    # Адамнан is the norm; адамдан is written too, and in paradigms made by machine.
    "Б": (("н", NASALS), ("д", _VOICED), ("т", VOICELESS)),
    "М": (("м", VOWELS | NASALS | LIQUIDS), ("б", SIBILANTS), ("п", VOICELESS)),
    "П": (("м", VOWELS | LIQUIDS), ("б", NASALS | SIBILANTS), ("п", VOICELESS)),
}

_AFTER_VOWEL = VOWELS
_AFTER_CONSONANT = CONSONANTS | GLIDES
_ANY = VOWELS | CONSONANTS


#: What templates without a named head may follow: whole templates, then first letters.
_AFTER: dict[str, frozenset[str]] = {
    "сЫ": FULL_VOWELS | frozenset("ию"),
    "у": CONSONANTS | frozenset("аеәия"),
    "дЫ": frozenset("аейия"),
}
_AFTER_HEAD: dict[str, frozenset[str]] = {"н": frozenset("ыі"), "м": frozenset("аейия")}


@dataclass(frozen=True, slots=True)
class Suffix:
    """One written shape of a suffix and what may stand before it."""

    tag: str
    text: str
    state: str
    after: frozenset[str]
    harmony: str  # "f", "b" or "" where the suffix does not follow harmony
    restore: str = (
        ""  # what the spelling of the suffix swallowed: қой + у is written қою, оқы + й оқи
    )


#: Slots: state → (tag, templates, state to the left). "W" is the end of a word, "N" and "V" the
#: roots of nouns and verbs.
SLOTS: dict[str, list[tuple[str, str, str]]] = {
    "W": [
        ("predicative", "МЫн сЫң сЫз ПЫз сЫңдАр сЫздАр", "C"),
        ("past", "ДЫ", "M"),
        ("past_person", "ДЫм ДЫң ДЫңЫз ДЫҚ ДЫңдАр ДЫңЫздАр", "M"),
        ("present", "дЫ", "A"),
        ("past_perfect", "ГАм", "M"),
        ("present_person", "мЫн м сЫң сЫз мЫз сЫңдАр сЫздАр", "A"),
        ("conditional", "сА", "M"),
        ("conditional_person", "сАм сАң сАңЫз сАҚ сАңдАр сАңЫздАр", "M"),
        ("imperative", "сЫн (Ы)ңЫз (Ы)ңдАр (Ы)ңЫздАр", "M"),
        ("voluntative", "^АйЫн ^АйЫҚ", "M"),
        ("converb", "(Ы)п", "M"),
        ("converb_a", "^а ^е я=й я+и и=ы и=і", "M"),
        ("converb_й", "*й", "M"),
        ("converb_rare", "ГАлЫ ГАй", "M"),
        ("optative", "ГЫм ГЫң ГЫсЫ ГЫмЫз ГЫңЫз", "M"),
        ("evidential", "(Ы)птЫ (Ы)ппЫн (Ы)псЫң (Ы)псЫз (Ы)ппЫз", "M"),
    ],
    "C": [
        ("genitive", "НЫң", "P"),
        ("accusative", "ТЫ", "P"),
        ("accusative3", "н", "P3"),
        ("dative", "ГА", "P"),
        ("dative3", "нА", "P3"),
        ("dative12", "^а ^е", "P12"),
        ("locative", "ДА", "P"),
        ("locative3", "ндА", "P3"),
        ("ablative", "БАн", "P"),
        ("ablative3", "нАн", "P3"),
        ("instrumental", "Мен Менен", "P"),
        ("equative", "шА", "P"),
        ("equative3", "ншА", "P3"),
        ("similative", "ДАй", "P"),
        ("similative3", "ндАй", "P3"),
        ("attributive", "ДАГЫ", "P"),
        ("attributive3", "ндАГЫ", "P3"),
        ("genitive_attributive", "Нікі", "P"),
    ],
    "P": [
        ("possessive12", "(Ы)м (Ы)ң (Ы)ңЫз (Ы)мЫз", "PL"),
        ("possessive3", "^Ы", "PL"),
        ("possessive3_s", "сЫ", "PL"),
    ],
    "P3": [
        ("possessive3", "^Ы", "PL"),
        ("possessive3_s", "сЫ", "PL"),
        ("attributive", "ДАГЫ", "P"),
    ],
    "P12": [("possessive12", "(Ы)м (Ы)ң", "PL")],
    "PL": [("plural", "ЛАр", "S")],
    "S": [
        ("attributive", "ДАГЫ", "P"),
        ("attributive3", "ндАГЫ", "P3"),
        ("gerund", "у ю=й ю+и", "M"),
        ("agent", "ушЫ юшЫ=й", "M"),
        ("participle", "ГАн ГАндЫҚ ГАндЫГ", "M"),
        ("resultative", "мЫш ^АрлЫҚ", "M"),
        ("habitual", "^АтЫн ^АтЫндЫҚ ^АтЫндЫГ ятын=й ятын+и итын=ы итін=і", "M"),
        ("aorist", "^Ар яр=й яр+и", "M"),
        ("aorist_negative", "ПАс", "VV"),
        ("intention", "ПАҚ ПАҚшЫ", "VV"),
        ("comparative", "(Ы)рАҚ ЛАу", "N"),
        ("temporal", "ГЫ", "N"),
        ("ordinal", "(Ы)ншЫ", "N"),
    ],
    "A": [("present_a", "^а ^е я=й я+и и=ы и=і", "M"), ("present_й", "*й", "M")],
    "M": [("negation", "ПА", "VV")],
    "VV": [
        ("passive", "(Ы)л", "V"),
        ("reflexive", "(Ы)н", "V"),
        ("reciprocal", "(Ы)с", "V"),
        ("causative", "ДЫр ГЫз", "V"),
        ("causative_т", "*т", "V"),
        ("voices", "ДЫрЫл ГЫзЫл тЫл ЫлдЫр ЫстЫр ЫндЫр лЫс", "V"),
    ],
}

#: Where a slot may stay empty: the state reached without a suffix.
EMPTY: Final[dict[str, str]] = {
    "W": "C",
    "C": "P",
    "P": "PL",
    "PL": "S",
    "S": "N",
    "M": "VV",
    "VV": "V",
}


def _onset(body: str) -> list[tuple[str, frozenset[str]]]:
    """Return the written heads of a template and the sounds each may follow."""
    if body.startswith("(Ы)"):
        rest = body[3:]
        return [(rest, _AFTER_VOWEL), ("Ы" + rest, _AFTER_CONSONANT)]
    if body.startswith("^А"):
        rest = body[2:]
        if rest.startswith("й"):
            return [("А" + rest, CONSONANTS), (rest, _AFTER_VOWEL)]
        head = "" if rest.startswith("р") else "й"
        return [("А" + rest, CONSONANTS), (head + rest, _AFTER_VOWEL)]
    if body.startswith("*"):
        return [(body[1:], _AFTER_VOWEL | frozenset("рл"))]
    if body.startswith("^"):
        return [(body[1:], _AFTER_CONSONANT)]
    if body[0] in ONSETS:
        return [(head + body[1:], after) for head, after in ONSETS[body[0]]]
    return [(body, _AFTER.get(body) or _AFTER_HEAD.get(body[0], _ANY))]


def _harmonic(text: str) -> list[tuple[str, str]]:
    """Spell out А, Ы, Қ and an inner Г for back and for front stems."""
    if not set(text) & set("АЫҚ"):
        return [(text, "")]
    shapes = []
    for harmony, letters in (("b", "аықғ"), ("f", "еікг")):
        table = str.maketrans(dict(zip("АЫҚГ", letters, strict=True)))
        shapes.append((text.translate(table), harmony))
    return shapes


def _spell(tag: str, template: str, state: str) -> list[Suffix]:
    """Return every written shape of one template."""
    template, only, before = template.partition("+")
    if only:
        shapes = _harmonic(template)
        return [Suffix(tag, text, state, frozenset(before), harmony) for text, harmony in shapes]
    template, _, restore = template.partition("=")
    if restore:
        after = CONSONANTS if restore in VOWELS else FULL_VOWELS
        return [Suffix(tag, template, state, after, "", restore)]
    found = []
    for body, after in _onset(template):
        for text, harmony in _harmonic(body):
            if (text[0] in "ғқ" and harmony == "f") or (text[0] in "гк" and harmony == "b"):
                continue
            found.append(Suffix(tag, text, state, after, harmony))
    return found


class Grammar:
    """The slots spelled out for one alphabet: full Kazakh letters, or folded ones."""

    def __init__(self, *, folded: bool) -> None:
        self.folded = folded
        own = {state: self._state(state) for state in SLOTS}
        #: What may be cut off in each state, the slots that stay empty passed over.
        self.table = {state: self._reachable(state, own) for state in (*SLOTS, "N", "V")}
        self.longest = max(len(text) for shapes in own.values() for text in shapes)
        # Folded а, о, у stand for letters of both classes and decide nothing.
        self.back = frozenset("ыя" if folded else BACK)
        self.front = frozenset("еиэ" if folded else FRONT)

    def _state(self, state: str) -> dict[str, list[Suffix]]:
        shapes: dict[str, dict[Suffix, None]] = {}
        for tag, templates, target in SLOTS[state]:
            for suffix in (s for t in templates.split() for s in _spell(tag, t, target)):
                spelled = self._folded(suffix) if self.folded else suffix
                shapes.setdefault(spelled.text, {})[spelled] = None
        return {text: list(found) for text, found in shapes.items()}

    @staticmethod
    def _reachable(state: str, own: dict[str, dict[str, list[Suffix]]]) -> dict[str, list[Suffix]]:
        found: dict[str, list[Suffix]] = {}
        while state:
            for text, suffixes in own.get(state, {}).items():
                found.setdefault(text, []).extend(suffixes)
            state = EMPTY.get(state, "")
        return found

    @staticmethod
    def _folded(suffix: Suffix) -> Suffix:
        after = frozenset(fold(letter) for letter in suffix.after)
        return replace(suffix, text=fold(suffix.text), after=after, restore=fold(suffix.restore))

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
