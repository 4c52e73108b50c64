"""Measures and sets the words of a cover without a browser.

The tables hold advance widths in thousandths of the type size, rounded up to 20, measured on Noto
Serif Bold and Noto Sans. Cambria, New York, PT Serif and Times are narrower, DejaVu Serif
Condensed is as wide, so what fits by these tables fits on every device. Latin and Cyrillic letters
stand apart in a row, so that no word of the source mixes the two.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

_SERIF_BOLD = {
    280: "‘’ʼ",
    300: "',./\\",
    320: "-:;",
    340: "`",
    360: "ijlıíîłī іїј",
    400: "J!()• Ј",
    420: "ftI[]İÍÎĪ ІЇ",
    460: "_{} ґ",
    500: "s„“”–şšś",
    520: '"* гэғ',
    540: "crzçčćžźżř зсє",
    560: "0123456789g#$+<=>?^|~«»ğ₸ Ґ",
    580: "eyéèêęěýē етуёәўӯӗӳ",
    600: "aSäŞáàâåãŠŚąā ГаҒӑ",
    620: "ovöóôøõő Збоьяөұү",
    640: "kFP РЬвд",
    660: "bdpqxELTÉÈÊđŁĘĚĒ БЕТкрхЁђҳӖ",
    680: "hnuBCZüÇñúûČĆŽńŹŻůňűū ВСлпқһЄџ",
    700: "VYÝ УЭийнцчңҰҮЎӣӮҷӲ",
    720: "RßŘ ДКЯъ",
    740: "KX ЛХӘ",
    760: "AUÄÜÁÚÀÂÛÅÃĄŮŰŪĀ АЪҚҲӐ",
    780: "DGĞĐ ЧҺҶ",
    800: "NOQÖÑÓÔØÕŃŇŐ ОӨ",
    820: "H& ИЙНПЦҢЏӢ",
    840: "фЂ",
    860: "w Ф",
    880: "æ м",
    900: "љ",
    920: "%… ы",
    940: "@ жюњ",
    960: "M МЉҗ",
    1000: "m—Æ Ыш",
    1020: "щЊ",
    1040: "№ Ж",
    1080: "W",
    1100: "Җ",
    1120: "Ю",
    1140: "Ш",
    1160: "Щ",
}
_SANS = {
    180: "‘’ʼ",
    240: "'",
    260: "ijlıíîłī іїј",
    280: "J!,.:; Ј",
    300: "()`",
    340: "I-[]İÍÎĪ ІЇ",
    360: "f“”",
    380: "t/\\{}•",
    420: 'r"„ř',
    440: "? гғґ",
    460: "_",
    480: "cszçşčćšžśźż ст",
    500: "– зэє",
    520: "vyF«»ý уұүўӯӳ",
    540: "kxLŁ ГкхҒҐ",
    560: "EST*|ŞÉÈÊŠŚĘĚĒ₸ ЕТяЁқҳӖ",
    580: "0123456789aeYZ$+<=>^~äéèáàâêåãŽŹŻąęěÝāē авелёәҰҮӑӗ",
    600: "VX ЗХбдь",
    620: "bdghnopquKPöüğñóúôûøõđńůňőűū БКРорчөһђ",
    640: "ACRÄßÇÁÀÂÅÃČĆĄŘĀ АСУЭЯнпцЎџӮҷҲӐӲ",
    660: "B# ВЬийңЄӣ",
    680: "Қ",
    700: "ДЧЪъҺ",
    720: "ЛҶ",
    740: "DGU&ÜĞÚÛĐŮŰŪ ПфӘЏ",
    760: "HNÑŃŇ НЦжмҢЂ",
    780: "ИЙыӢ",
    800: "wOQ…ÖÓÔØÕŐ ОӨҗ",
    820: "Ф",
    840: "% ю",
    860: "ЖЫљ",
    880: "æ",
    900: "@Æ шњ",
    920: "M МщҖ",
    940: "mW Љ",
    960: "Њ",
    1000: "—",
    1020: "№",
    1040: "Ш",
    1060: "ЩЮ",
}
_SPACE = 260
_OTHER_LETTER, _WIDE_LETTER = 660, 1300  # Arabic, Georgian …; ideographs and pictures
_VOWELS = frozenset("аеёиоуыэюяәіөұүАЕЁИОУЫЭЮЯӘІӨҰҮ" + "aeiouyäöüAEIOUY")
_SMALLEST_PART = 3  # letters before a break inside a word
_MOST_LINES = 4
_MOST_LETTERS = 1000  # marks above letters have no width and would never fill a line

Ruler = Callable[[str, float], float]


def _by_letter(table: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters} | {" ": _SPACE}


_WIDTHS = {True: _by_letter(_SERIF_BOLD), False: _by_letter(_SANS)}


@cache
def _width(letter: str, bold: bool) -> int:
    """Width of a letter in thousandths of the size."""
    known = _WIDTHS[bold].get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDE_LETTER
    return _OTHER_LETTER


def serif(text: str, size: float) -> float:
    """Width of a title's words at this size, in the units of the drawing."""
    return sum(_width(letter, True) for letter in text) * size / 1000


def sans(text: str, size: float) -> float:
    """Width of an author's name at this size, in the units of the drawing."""
    return sum(_width(letter, False) for letter in text) * size / 1000


def clean(text: str) -> str:
    """The text on one line, without what may not stand in XML."""
    kept = "".join(
        " " if letter.isspace() or unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter
        for letter in unicodedata.normalize("NFC", text)
        if unicodedata.category(letter) not in {"Cs", "Cn", "Co"}
    )
    return " ".join(kept.split())


def runs_leftwards(text: str) -> bool:
    """Whether the first letter with a direction belongs to a right-to-left script."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _what_may_stand(text: str, size: float, width: float, ruler: Ruler) -> str:
    """The beginning of the text, with more than all lines hold, so that no rest is measured.

    One line more tells that the text is cut, another keeps whole the word at the end of that.
    """
    letters = range(1, min(len(text), _MOST_LETTERS) + 1)
    room = (_MOST_LINES + 2) * width
    return text[: bisect_right(letters, room, key=lambda count: ruler(text[:count], size))]


def wrap(text: str, size: float, width: float, ruler: Ruler) -> list[str]:
    """Lines no wider than `width` where words allow it; a longer word keeps a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and ruler(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _break_at(word: str, room: int) -> tuple[str, str]:
    """The word in two, after an open syllable where the first `room` letters have one."""
    for i in range(room, _SMALLEST_PART, -1):
        if word[i - 1] in _VOWELS and word[i].isalpha() and word[i] not in _VOWELS:
            return word[:i] + "-", word[i:]
    while room > 1 and not _width(word[room], True):
        room -= 1
    return word[:room], word[room:]


def _letters_that_fit(word: str, size: float, width: float, ruler: Ruler) -> int:
    """How many letters of a word that is too long stand on a line with a hyphen; one at least."""
    rooms = range(1, len(word))
    return max(1, bisect_right(rooms, width, key=lambda room: ruler(word[:room] + "-", size)))


def break_long_words(text: str, size: float, width: float, ruler: Ruler) -> str:
    """The text with spaces put into words that do not fit the width even alone."""
    out: list[str] = []
    for whole in text.split():
        word = whole
        while ruler(word, size) > width:
            room = _letters_that_fit(word, size, width, ruler)
            first, word = _break_at(word, room)
            out.append(first)
            if not word:
                break
        out.append(word)
    return " ".join(out)


def _cut(lines: list[str], most: int, size: float, width: float, ruler: Ruler) -> list[str]:
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    last = kept[-1].rstrip(" ,.:;–-")
    while last and ruler(last + "…", size) > width:
        last = last[:-1]
    return [*kept[:-1], last.rstrip() + "…"]


def _lines_allowed(size: float) -> int:
    """Large type is for short titles: two lines of it, then three, then four."""
    if size > 17:
        return 2
    return 3 if size > 14 else _MOST_LINES


def fit_title(
    text: str, width: float, largest: float = 19.0, smallest: float = 11.0
) -> tuple[float, list[str]]:
    """The largest size at which the title stands whole, and its lines at that size."""
    text = _what_may_stand(text, smallest, width, serif)
    size = largest
    while size >= smallest:
        lines = wrap(text, size, width, serif)
        if len(lines) <= _lines_allowed(size) and all(serif(line, size) <= width for line in lines):
            return size, lines
        size -= 0.5
    broken = break_long_words(text, smallest, width, serif)
    lines = wrap(broken, smallest, width, serif)
    return smallest, _cut(lines, _lines_allowed(smallest), smallest, width, serif)


def fit_author(text: str, size: float, width: float) -> list[str]:
    """The author in at most two lines."""
    text = _what_may_stand(text, size, width, sans)
    broken = break_long_words(text, size, width, sans)
    return _cut(wrap(broken, size, width, sans), 2, size, width, sans)
