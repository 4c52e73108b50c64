"""Text without what belongs to cards and exchange formats: ISBD signs, sorting marks, entities."""

from __future__ import annotations

import html
import re
import unicodedata

# U+0088/U+0089 and U+0098/U+009C enclose what is not sorted (ISO 6630); "¬" does so in some systems.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\ufeff¬]"
)
DIRTY = re.compile("[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\ufeff¬&]|  ")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10}\d{0,2});")
BLANKS = re.compile(r"\s+")
ISBD_END = " /:;,=\t"
FULL_STOP = re.compile(r"(?:^|[\s(«\"])([^\s(«\".]{4,})\.$")
STOP_AFTER_FIGURE = re.compile(r"\d\.$")
ABBREVIATIONS = frozenset(
    "учеб сред библиогр библ иллюстр моногр проф акад науч метод худож обраб пере перев сост аудар"
    " баск құраст univ dept inst comp publ illus".split()
)


def clean(text: str) -> str:
    """The text composed (NFC), on one line, without controls, sorting marks and entities."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if DIRTY.search(text):
        if "&" in text:
            text = ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = BLANKS.sub(" ", INVISIBLE.sub("", text))
    return text.strip()


def trimmed(text: str, *, stops: bool = False) -> str:
    """The text without the signs that lead on to the next element, and without lone brackets.

    With `stops` a full stop goes too, as MARC 21 records carry one at the end of most fields; it
    stays behind initials and abbreviations.
    """
    text = clean(text).rstrip(ISBD_END)
    while text.endswith((" .", ":.", ";.", ",.", "/.")):
        text = text[:-1].rstrip(ISBD_END)
    if stops and text.endswith(".") and not text.endswith(".."):
        word = FULL_STOP.search(text)
        closed = text.endswith(("].", ")."))
        if (
            closed
            or STOP_AFTER_FIGURE.search(text)
            or (word and word[1].lower() not in ABBREVIATIONS)
        ):
            text = text[:-1]
    return _without_lone_brackets(text)


def _without_lone_brackets(text: str) -> str:
    if "[" in text or "]" in text:
        difference = text.count("[") - text.count("]")
        if difference > 0 and text.startswith("["):
            return text[1:].lstrip()
        if difference < 0 and text.endswith("]"):
            return text[:-1].rstrip()
    return text


def joined(values: list[str], sign: str) -> str:
    """The values that say something, with `sign` between them, none twice."""
    return sign.join(dict.fromkeys(value for value in values if value))
