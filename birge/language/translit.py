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

from birge.language import plausibility

_COMMON: Final = dict(zip("abvgdejzklmnoprstfqhyi", "абвгдежзклмнопрстфқһыі", strict=True)) | {
    "ch": "ч",
    "sh": "ш",
    "ts": "ц",
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
    "zh": "ж", "gh": "ғ", "kh": "х", "ng": "ң", "ya": "я", "ia": "я", "yu": "ю", "iu": "ю",
    "yo": "ё", "ae": "ә", "u": "у", "sch": "щ", "shch": "щ", "ş": "ш", "ç": "ч", "ı": "ы",
    "ö": "ө", "ü": "ү", "ä": "ә", "ğ": "ғ", "ñ": "ң", "iy": "и",
}  # fmt: skip
_RUSSIAN: Final = _COMMON | {
    "zh": "ж", "kh": "х", "ya": "я", "ja": "я", "ia": "ия", "yu": "ю", "ju": "ю", "yo": "ё",
    "shch": "щ", "sch": "щ", "i": "и", "u": "у", "q": "к", "'": "ь", "iy": "ий", "yy": "ый",
    "w": "в", "y": "ы", "h": "х", "ye": "е", "eh": "э", "ey": "ей", "ay": "ай", "oy": "ой",
    "uy": "уй", "aya": "ая", "oe": "ое", "aja": "ая",
}  # fmt: skip

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
    return _LATIN_WORD.sub(lambda match: _word_readings(match[0])[0], text)


def readings(text: str) -> list[str]:
    """Return Cyrillic readings of Latin text, the likeliest first, no two alike; [] for none."""
    found = [to_cyrillic(text)]
    for alphabet in _alphabets(text):
        found.append(_LATIN_WORD.sub(partial(_read_match, alphabet), text))
    return [reading for reading in dict.fromkeys(found) if reading != text]


def _read_match(alphabet: str, match: re.Match[str]) -> str:
    return _read(match[0], alphabet)


def _alphabets(text: str) -> list[str]:
    """Return the alphabets the letters of a text allow; a telling letter leaves one."""
    lower = _lower(text)
    for name, signs in _SIGNS.items():
        if any(sign in lower for sign in signs):
            return [name, "adhoc"]
    if re.search(r"[agionuycs]'", lower):
        return ["2017", "adhoc", "russian"]
    if "ı" in lower or "ş" in lower:
        return ["2021", "2018", "2019", "adhoc"]
    return ["adhoc", "russian", "2021", "2018"]


@lru_cache(maxsize=8192)
def _word_readings(word: str) -> tuple[str, ...]:
    """Return the readings of one word, known words first, else in the order of likelihood."""
    found = list(dict.fromkeys(_read(word, alphabet) for alphabet in _alphabets(word)))
    if len(_alphabets(word)) == 2:
        return tuple(found)
    ranked = sorted(found, key=lambda reading: -plausibility.is_known(reading))
    return tuple(ranked)


@lru_cache(maxsize=32768)
def _read(word: str, alphabet: str) -> str:
    lower = _lower(word)
    if alphabet == "adhoc":
        return _adhoc(lower)
    table = _RUSSIAN if alphabet == "russian" else ALPHABETS[alphabet]
    return _glides(_spell(lower, table), alphabet)


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


_VOWELS: Final = "аәеёиоөуұүыіэюя"


def _glides(word: str, alphabet: str) -> str:
    """Return the word with й for и where one letter stands for both and a vowel precedes it."""
    if alphabet in ("2021", "2019", "2018", "2017"):
        return re.sub(r"(?<=[аәеоөұүыі])и", "й", word)
    return re.sub(r"(?<=[аеоуыэюя])и$|(?<=[аеоуэюя])ы", "й", word)


_FRONT_NEXT: Final = re.compile(r"[^аәеёиоөуұүыіэюя]*[еәіөүи]")
_BACK: Final = frozenset("аоұыя")


def _adhoc(word: str) -> str:
    """Return the Kazakh reading of chat Latin: harmony tells қ from к, ө from о, ү and ұ from у."""
    letters = _spell(re.sub(r"(.)\1{2,}", r"\1", word), _ADHOC)
    letters = re.sub(r"(?<=[аәеоөуі])ы|^ы(?=[аоуеі])", "й", letters)
    letters = re.sub(r"(?<=[аәеоө])і(?![^аеоуыі]{2})", "й", letters)
    out: list[str] = []
    for place, letter in enumerate(letters):
        out.append(_harmonized(letter, letters[:place], letters[place + 1 :]))
    return "".join(out)


def _harmonized(letter: str, before: str, after: str) -> str:
    """Return the Kazakh letter an ambiguous one stands for between its neighbors."""
    first = not any(char in _VOWELS for char in before)
    front_after = _FRONT_NEXT.match(after) is not None
    if letter in "ао" and first and front_after and _only_front(after) and after[0] not in "хғқ":
        return "ә" if letter == "а" else "ө"
    if letter == "у" and first and after[:1] and after[0] not in _VOWELS:
        return "ү" if front_after else "ұ"
    if letter in "кг":
        vowel = next((c for c in after if c in _VOWELS), "") or _last_vowel(before)
        if vowel in _BACK or (vowel == "у" and _last_vowel(before + after) in _BACK):
            return "қ" if letter == "к" else "ғ"
    return letter


def _only_front(after: str) -> bool:
    return not any(char in "аоыя" for char in after)


def _last_vowel(letters: str) -> str:
    return next((char for char in reversed(letters) if char in _VOWELS), "")
