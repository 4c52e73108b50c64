"""What hands, keyboards and alphabets do to words, and the other forms words take.

Written apart from `birge.language` on purpose: what judges must not share the mistakes of what is
judged. Facts: the Kazakh alphabets of 2018 and 2021, the usual keyboards.
"""

from __future__ import annotations

import random
import re
from functools import cache

_SPECIAL = str.maketrans("әғқңөұүһіҗёӘҒҚҢӨҰҮҺІҖЁ", "агкноуухижеАГКНОУУХИЖЕ")
_QWERTY = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN = "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю."
_KAZAKH = '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№'
_PLAIN = dict(zip("абвгдезклмнопрстфқ", "abvgdezklmnoprstfq", strict=True))
_SOUNDS = dict(zip("жйцчшщъыьэюяёху", "j y ts ch sh sh - y - e yu ya yo h u".split(), strict=True))
_LATIN = {
    "2018": _PLAIN
    | _SOUNDS
    | dict(zip("әғиіңөуұүһяюх", "á ǵ ı i ń ó ý u ú h ıa ıý h".split(), strict=True))
    | {"й": "ı"},
    "2021": _PLAIN
    | _SOUNDS
    | dict(zip("әғиіңөуұүһяюхшй", "ä ğ i ı ñ ö u ū ü h ia iu h ş i".split(), strict=True)),
    "sms": _PLAIN
    | _SOUNDS
    | dict(zip("әғиіңөуұүһж", "a g i i n o u u u h zh".split(), strict=True))
    | {"қ": "k"},
    "ru": _PLAIN
    | _SOUNDS
    | dict(zip("жхий", "zh kh i y".split(), strict=True))
    | {"щ": "shch", "у": "u"},
}
_BACK = frozenset("аоұыуёюя")
_FRONT = frozenset("әөүіеиэ")
_VOWELS = _BACK | _FRONT
_LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюя"


def without_special(text: str) -> str:
    """As a Russian keyboard writes it."""
    return text.translate(_SPECIAL)


def has_special(text: str) -> bool:
    """Whether a Russian keyboard cannot write it."""
    return bool(re.search("[әғқңөұүһіҗ]", text.lower()))


def latin(text: str, habit: str) -> str:
    """In Latin letters, by an alphabet or a habit."""
    table = {**_LATIN[habit], "-": "-"}
    if habit != "ru":
        table = {**table, "ь": "", "ъ": ""}
    return "".join(table.get(sign, sign).replace("-", "") for sign in text.lower())


def layout(text: str, kind: str) -> str:
    """The same keys under another layout: what came out, or nothing where that cannot be."""
    meant, came = {
        "kk on qwerty": (_KAZAKH, _QWERTY),
        "ru on qwerty": (_RUSSIAN, _QWERTY),
        "kk on russian": (_KAZAKH, _RUSSIAN),
    }[kind]
    keys = dict(zip(meant, came, strict=True)) | {" ": " "}
    return "".join(keys.get(sign, "") for sign in text.lower())


def typo(text: str, chance: random.Random) -> str:
    """One slip in one longer word; nothing where no word is long enough."""
    words = text.split()
    places = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not places:
        return ""
    place = chance.choice(places)
    words[place] = _slip(words[place], chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("drop", "double", "swap", "wrong"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice(_LETTERS.replace(word[at], "")) + word[at + 1 :]


# Other forms of words -----------------------------------------------------------------------------


def kazakh_form(word: str, chance: random.Random) -> str:
    """The word with a suffix of case, number or both, by harmony and the last sound."""
    low = word.lower()
    vowels = [sign for sign in low if sign in _VOWELS]
    if not low.isalpha() or not vowels or len(low) < 3:
        return word
    back, last = vowels[-1] in _BACK, low[-1]
    if chance.random() < 0.4:
        low, last = low + _plural(last, back), "р"
    return low + _case(last, back, chance)


def _plural(last: str, back: bool) -> str:
    first = "л" if last in _VOWELS or last in "руйу" else "д" if last in "лмнңзж" else "т"
    return first + ("ар" if back else "ер")


def _case(last: str, back: bool, chance: random.Random) -> str:
    if last in _VOWELS and last not in "иу":
        endings = ("ның нің", "ға ге", "да де", "дан ден", "ны ні", "мен мен")
    elif last in "пфкқтсшщхцчбвгдғ":
        endings = ("тың тің", "қа ке", "та те", "тан тен", "ты ті", "пен пен")
    elif last in "мнң":
        endings = ("ның нің", "ға ге", "да де", "нан нен", "ды ді", "мен мен")
    else:
        endings = ("дың дің", "ға ге", "да де", "дан ден", "ды ді", "мен мен")
    return chance.choice(endings).split()[0 if back else 1]


def russian_form(text: str, chance: random.Random) -> str:
    """Every noun and adjective of a title in another case, the same for all."""
    case = chance.choice(("gent", "datv", "ablt", "loct"))
    return " ".join(_inflected(word, case) for word in text.split())


def _inflected(word: str, case: str) -> str:
    if not re.fullmatch("[а-яё]{3,}", word.lower()):
        return word
    parsed = _morphology().parse(word.lower())[0]
    if parsed.tag.POS not in ("NOUN", "ADJF") or "Abbr" in parsed.tag:
        return word
    other = parsed.inflect({case})
    return other.word if other else word


@cache
def _morphology():
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
