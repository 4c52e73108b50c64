"""ISBN and ISSN as the index keeps them and as readers type them."""

from __future__ import annotations

import re

from birge.language import identifiers

_NOT_DIGIT = re.compile(r"[^0-9X]")
LENGTHS = (8, 10, 13)


def digits_of(text: str) -> str:
    """The bare digits of a number, a final X among them."""
    return _NOT_DIGIT.sub("", text.upper().replace("Х", "X"))[:40]


def spellings(text: str) -> tuple[str, ...]:
    """Forms under which an ISBN or ISSN may be indexed, the regular one first.

    A misprinted ISBN is looked for as it stands, for some books carry one; a number that is
    neither gives nothing.
    """
    digits = digits_of(text)
    if len(digits) not in LENGTHS or "X" in digits[:-1]:
        return ()
    if len(digits) == 8:
        return (digits,) if identifiers.issn(digits) else ()
    return tuple(dict.fromkeys(filter(None, (identifiers.isbn13(digits), digits))))
