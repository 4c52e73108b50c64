"""Text as every database takes it."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without NUL, which PostgreSQL refuses; halves of surrogate pairs are replaced.

    Such halves come of escapes in JSON, and of names of files that are in no known encoding.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text
