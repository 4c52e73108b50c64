"""ISBN and ISSN in one normal form, however a record or a price list spells them."""

from __future__ import annotations

import re
from typing import Final

from stdnum import isbn as stdnum_isbn
from stdnum import issn as stdnum_issn

_SEPARATORS: Final = r"[\s\-\u00ad\u2010-\u2015\u2212.]"
_SPACES: Final = re.compile(_SEPARATORS)
#: A spreadsheet turns a number into 9786010000000.0.
_FLOAT: Final = re.compile(r"(\d{9,13})[.,]0+")
_LABEL: Final = re.compile(r"^\W*(?:isbn|issn)(?:[\s-]*1[03](?=\W))?[\s:№]*", re.IGNORECASE)
# At most one separator between digits: the pattern can not run away on hostile text.
_CANDIDATE: Final = re.compile(
    rf"(?<![\d])(?:97[89]{_SEPARATORS}?)?(?:\d{_SEPARATORS}?){{9}}[\dXxХх](?!\d)"
)
_COMMENT: Final = re.compile(r"^([\dXxХх\s\-\u2010-\u2015]+)\s*[(:;,].*$", re.DOTALL)


def _digits(text: str) -> str:
    """Return the bare number in a field: no label, comment, separator or float tail."""
    text = _LABEL.sub("", text[:200]).strip()
    if match := _FLOAT.fullmatch(text):
        return match[1]
    if match := _COMMENT.match(text):
        text = match[1]
    return _SPACES.sub("", text).upper().replace("Х", "X")


def isbn13(text: str) -> str | None:
    """Return thirteen digits for a valid ISBN-10 or ISBN-13, None for anything else."""
    number = _digits(text)
    if not re.fullmatch(r"[0-9]{12}[0-9]|[0-9]{9}[0-9X]", number):
        return None
    if not stdnum_isbn.is_valid(number):
        return None
    return str(stdnum_isbn.to_isbn13(number))


def find_isbns(text: str) -> list[str]:
    """Return the valid ISBNs in a text as thirteen digits, each once, in order."""
    found = (isbn13(match[0]) for match in _CANDIDATE.finditer(text))
    return list(dict.fromkeys(number for number in found if number))


def hyphenate_isbn(text: str) -> str:
    """Return an ISBN with the hyphens its agencies set; text that is no ISBN unchanged."""
    number = isbn13(text)
    return str(stdnum_isbn.format(number)) if number else text


def issn(text: str) -> str | None:
    """Return a valid ISSN as ``1234-567X``, None for anything else."""
    number = _digits(text)
    if not re.fullmatch(r"[0-9]{7}[0-9X]", number) or not stdnum_issn.is_valid(number):
        return None
    return str(stdnum_issn.format(number))
