"""ISBN and ISSN out of fields that also hold prices, bindings and mistakes."""

from __future__ import annotations

import re

from stdnum import isbn as isbn_number
from stdnum import issn as issn_number
from stdnum.exceptions import ValidationError

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
        try:
            return isbn_number.validate(candidate, convert=True), ""
        except ValidationError:
            continue
    return "", written


def issn_in(text: str) -> str:
    """The ISSN in the text as 1234-5678, if it is valid."""
    found = ISSN.search(text)
    if not found:
        return ""
    compact = issn_number.compact(found[0].translate(FOREIGN_SIGNS).upper())
    return issn_number.format(compact) if issn_number.is_valid(compact) else ""
