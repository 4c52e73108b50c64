"""Latin script to Cyrillic and back: the official Kazakh alphabets and how people really type.

Tables: decree of 26 October 2017 (apostrophes), decree of 19 February 2018 (acutes), drafts of
November 2019 and 28 January 2021 (with the change of April 2021); passport-like and chat habits
for Kazakh and Russian. A Latin word does not say which alphabet it is in, so ``readings``
returns several and ``to_cyrillic`` the likeliest.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Final

from birge.language import habits, plausibility

#: Longer words are noise; they are left as they are.
MAX_LENGTH: Final = 60

_COMMON: Final = dict(zip("abvgdejzklmnoprstfqhyi", "абвгдежзклмнопрстфқһыі", strict=True)) | {
    "ch": "ч",
    "sh": "ш",
    "ts": "ц",
    "tsh": "тш",
    "c": "ц",
    "x": "х",
    "h": "х",
    "w": "у",
}

#: The letters in which each alphabet differs from the common ones, longest spelling first.
ALPHABETS: Final[dict[str, dict[str, str]]] = {
    "2021": _COMMON
    | dict(zip("äğıñöuūüş", "әғіңөуұүш", strict=True))
    | {"i": "и", "ştş": "щ", "io": "ё", "iu": "ю", "ia": "я"},
    "2019": _COMMON | dict(zip("äğıŋöwuüçş", "әғиңөуұүчш", strict=True)),
    "2018": _COMMON
    | dict(zip("áǵıńóýuú", "әғиңөуұү", strict=True))
    | {"ıo": "ё", "ıý": "ю", "ıa": "я"},
    "2017": _COMMON
    | {"a'": "ә", "g'": "ғ", "i'": "и", "n'": "ң", "o'": "ө", "y'": "у", "u": "ұ", "u'": "ү"}
    | {"c'": "ч", "s'": "ш", "i'a": "я"},
}
_SIGNS: Final = {"2021": "äğñöūü", "2019": "ŋ", "2018": "áǵńóýú"}

_ADHOC: Final = _COMMON | {
    "zh": "ж", "gh": "ғ", "kh": "х", "ng": "ң", "ya": "я", "ia": "ия", "iya": "ия", "yu": "ю", "iu": "ю",
    "yo": "ё", "ae": "ә", "u": "у", "sch": "щ", "shch": "щ", "ş": "ш", "ç": "ч", "ı": "ы",
    "ö": "ө", "ü": "ү", "ä": "ә", "ğ": "ғ", "ñ": "ң", "iy": "и",
}  # fmt: skip
_RUSSIAN: Final = _COMMON | {
    "zh": "ж", "kh": "х", "ya": "я", "ia": "ия", "iya": "ия", "yu": "ю", "iyu": "ию", "yo": "ё",
    "shch": "щ", "sch": "щ", "i": "и", "u": "у", "q": "к", "'": "ь", "iy": "ий", "yy": "ый",
    "w": "в", "y": "ы", "ye": "е", "aya": "ая",
}  # fmt: skip

#: Habits of writing Russian; one writer keeps to one of them.
_HABITS: Final[dict[str, dict[str, str]]] = {
    "russian": _RUSSIAN,
    "russian_j": _RUSSIAN
    | {"ja": "я", "iya": "ия", "ija": "ия", "ju": "ю", "iju": "ию", "jo": "ё", "j": "й"},
    "russian_ts": _RUSSIAN | {"ts": "тс", "ia": "иа", "kh": "х"},
}

#: Where я and ю are two letters each.
_LOOSE: Final = {"ia": "иа", "ıa": "иа", "iu": "иу", "io": "ио", "ıo": "ио"}
#: More readings than these cost more than they find.
MOST_READINGS: Final = 10
_MOST_VARIANTS: Final = 5
#: Nobody types more than this; what is longer gets its likeliest reading alone.
_LONGEST_QUERY: Final = 1000

_LATIN_WORD: Final = re.compile(r"[a-zäğıñöūüşáǵńóýúŋçİ][a-zäğıñöūüşáǵńóýúŋç'’ʼİ]*", re.IGNORECASE)
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")

_TO_LATIN: Final = dict(
    zip(
        "аәбвгғдежзийкқлмнңоөпрстуұүфхһчшыіэ",
        "a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ch ş y ı e".split(),
        strict=True,
    )
) | {"щ": "ştş", "ц": "ts", "ё": "io", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}


def to_latin(text: str) -> str:
    """Return Cyrillic text in the Kazakh Latin alphabet of 2021; anything else unchanged."""
    return "".join(_latin_letter(letter) for letter in text)


def _latin_letter(letter: str) -> str:
    latin = _TO_LATIN.get(letter.lower())
    if latin is None:
        return letter
    if letter.islower():
        return latin
    # The alphabet keeps the dot apart: И is İ and І is I.
    return latin[:1].replace("i", "İ").replace("ı", "I").upper() + latin[1:]


def to_cyrillic(text: str) -> str:
    """Return the likeliest Cyrillic reading of Latin text, in lower case where it changed."""
    return _LATIN_WORD.sub(_best_match, text)


def readings(text: str) -> list[str]:
    """Return Cyrillic readings of Latin text, the likeliest first, no two alike; [] for none."""
    found = [to_cyrillic(text)]
    if len(text) > _LONGEST_QUERY:
        return [reading for reading in found if reading != text]
    for alphabet in _alphabets(text):
        found.append(_LATIN_WORD.sub(partial(_read_match, alphabet), text))
    for number in range(_MOST_VARIANTS):
        found.append(_LATIN_WORD.sub(partial(_variant_match, number), text))
    return [reading for reading in dict.fromkeys(found) if reading != text][:MOST_READINGS]


def _best_match(match: re.Match[str]) -> str:
    return _best_reading(match[0]) if len(match[0]) <= MAX_LENGTH else match[0]


def _variant_match(number: int, match: re.Match[str]) -> str:
    """Return another reading of one word; its best one where there is no such."""
    if len(match[0]) > MAX_LENGTH:
        return match[0]
    found = _variants(match[0])
    return found[number] if number < len(found) else _best_reading(match[0])


@lru_cache(maxsize=8192)
def _variants(word: str) -> tuple[str, ...]:
    """Return the readings of a word that no table yields, the likeliest first."""
    lower = _lower(word)
    alphabets = _alphabets(word)
    found: list[str] = []
    if not any(sign in lower for signs in _SIGNS.values() for sign in signs):
        found += habits.russian_variants(_read(word, "russian"))
    if alphabets[0] == "adhoc" or alphabets[0] == "2017":
        found += habits.kazakh_variants(_adhoc_letters(lower))
    else:
        # Signs tell the alphabet, but not я from иа nor й from и: олимпиада, украина.
        found += [
            _spell(lower, ALPHABETS[alphabets[0]] | _LOOSE),
            _spell(lower, ALPHABETS[alphabets[0]]),
        ]
    return tuple(dict.fromkeys(found))[:_MOST_VARIANTS]


def _read_match(alphabet: str, match: re.Match[str]) -> str:
    return _read(match[0], alphabet) if len(match[0]) <= MAX_LENGTH else match[0]


def _alphabets(text: str) -> list[str]:
    """Return the alphabets the letters of a text allow; a telling letter leaves one."""
    lower = _lower(text)
    for name, signs in _SIGNS.items():
        if any(sign in lower for sign in signs):
            return [name, "adhoc"]
    if re.search(r"[agionuycs]'", lower):
        return ["2017", "adhoc", *_HABITS]
    # The decree of 2018 has ı for и and й, which follow vowels; the draft of 2021 has it for і.
    if re.search("[aeou]ı|ı[ıa]", lower):
        return ["2018", "2021", "2019", "adhoc"]
    if "ı" in lower or "ş" in lower:
        return ["2021", "2018", "2019", "adhoc"]
    return ["adhoc", *_HABITS, "2021", "2018"]


@lru_cache(maxsize=8192)
def _best_reading(word: str) -> str:
    """Return the first reading of a word that is a known word, else the likeliest."""
    alphabets = _alphabets(word)
    found = [_read(word, alphabet) for alphabet in alphabets]
    # Two alphabets are one that a telling letter chose, and the last resort.
    known = filter(plausibility.is_known, found) if len(alphabets) > 2 else ()
    return next(iter(known), found[0])


def _read(word: str, alphabet: str) -> str:
    """Return one word read by one alphabet."""
    lower = _lower(word)
    if alphabet == "adhoc":
        return habits.kazakh_letters(_adhoc_letters(lower))
    if alphabet in _HABITS:
        return habits.russian_letters(_spell(lower, _HABITS[alphabet]))
    # One letter stands for и and for й, which follows a vowel.
    spelled = _spell(lower, ALPHABETS[alphabet])
    return re.sub(r"(?<=[аәеоөұүыі])и|(?<=и)и(?=[^аәеоөуыі]|$)", "й", spelled)


def _adhoc_letters(lower: str) -> str:
    return _spell(re.sub(r"(.)\1{2,}", r"\1", lower), _ADHOC)


def _lower(text: str) -> str:
    return text.translate(_APOSTROPHES).replace("İ", "i").lower()


def _spell(word: str, table: dict[str, str]) -> str:
    """Return the word letter by letter, the longest spelling first."""
    out: list[str] = []
    place = 0
    while place < len(word):
        for length in (4, 3, 2, 1):
            piece = word[place : place + length]
            if piece in table:
                out.append(table[piece])
                place += len(piece)
                break
        else:
            out.append("" if word[place] == "'" else word[place])
            place += 1
    return "".join(out)
