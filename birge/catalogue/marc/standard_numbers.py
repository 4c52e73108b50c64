"""ISBN and ISSN out of fields that also hold prices, bindings and mistakes."""

from __future__ import annotations

import re

from stdnum import ean
from stdnum import issn as issn_number

# Dashes of every length, and the Cyrillic letter that looks like the check digit X.
ISBN = re.compile(r"[0-9][0-9\s\-\u2010-\u2015\u2212]{7,20}[0-9XxХх]|[0-9]{9}[XxХх]")
FOREIGN_SIGNS = str.maketrans("Хх\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "XX-------")
ISSN = re.compile(r"[0-9]{4}[-\u2010-\u2015]?[0-9]{3}[0-9XxХх]")


def isbn_in(text: str) -> tuple[str, str]:
    """(valid ISBN of 13 digits, "") or ("", what was written in its place)."""
    found = ISBN.match(text.strip())
    if not found:
        return "", text.strip() if any(letter.isdigit() for letter in text) else ""
    written = found[0].strip()
    digits = written.translate(FOREIGN_SIGNS).upper()
    for candidate in (digits, digits.split(" ")[0]):
        number = _isbn13("".join(candidate.replace("-", " ").split()))
        if number:
            return number, ""
    return "", written


def _isbn13(compact: str) -> str:
    """The valid ISBN of 13 digits, or nothing; the check digits of ISO 2108, annexes A and C.

    Every record has one, and stdnum spends twenty times as long on cleaning what is clean here.
    """
    if len(compact) == 10 and compact[:9].isdigit():
        weights = range(10, 1, -1)
        total = sum(weight * int(digit) for weight, digit in zip(weights, compact, strict=False))
        if "0123456789X"[-total % 11] == compact[9]:
            return f"978{compact[:9]}{ean.calc_check_digit('978' + compact[:9])}"
    elif len(compact) == 13 and compact.isdigit() and compact.startswith(("978", "979")):
        total = sum(map(int, compact[::2])) + 3 * sum(map(int, compact[1::2]))
        return "" if total % 10 else compact
    return ""


def issn_in(text: str) -> str:
    """The ISSN in the text as 1234-5678, if it is valid."""
    found = ISSN.search(text)
    if not found:
        return ""
    compact = issn_number.compact(found[0].translate(FOREIGN_SIGNS).upper())
    return issn_number.format(compact) if issn_number.is_valid(compact) else ""
