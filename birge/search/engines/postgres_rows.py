"""Documents as rows in the binary format of PostgreSQL's COPY, which spares it the parsing.

The format is described under COPY in its manual; values are as `int8recv`, `tsvectorrecv` and
their like read them: numbers with the highest byte first, a length before each value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from struct import Struct

from birge.search.engines import values
from birge.search.engines.base import Document
from birge.search.engines.terms import held_by

COLUMNS = "record_id, year, title_words, public, received_on, facets, title_key, terms"
HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
END = b"\xff\xff"
#: How many values a row has, then the first of them.
_BEGIN = Struct(">hiq")
_NULL = b"\xff\xff\xff\xff"
_SMALL, _DAY, _FLAG = Struct(">ih"), Struct(">ii"), Struct(">i?")
_LENGTH = Struct(">i")
#: An array of one dimension without nulls: the type of its items, how many, the first's place.
_ARRAY = Struct(">iiiii")
_INTEGER = 23
_FIRST_DAY = date(2000, 1, 1)
#: Positions are counted so far, further words share the last; a lexeme may have so many.
LAST_POSITION = 16383
MOST_POSITIONS = 256
#: What follows a lexeme that stands once, and one that stands nowhere.
_ONCE, _NOWHERE = Struct(">xHH"), "\0\0\0"


def rows(documents: Iterable[tuple[Document, Sequence[int]]]) -> bytes:
    """All that COPY is to read: documents with the numbers of their values."""
    return b"".join([HEADER, *(_row(*each) for each in documents), END])


def _row(document: Document, numbers: Sequence[int]) -> bytes:
    received, year = document.received_on, document.year
    key = _bytes(document.title_key)
    # The first number of all stands for the record itself.
    facets = (values.NOWHERE, *numbers)
    size = len(facets)
    terms = vector(document, numbers)
    return b"".join(
        (
            _BEGIN.pack(8, 8, document.record_id),
            _NULL if year is None else _SMALL.pack(2, year),
            _SMALL.pack(2, document.title_words),
            _FLAG.pack(1, document.public),
            _NULL if received is None else _DAY.pack(4, (received - _FIRST_DAY).days),
            _LENGTH.pack(_ARRAY.size + 8 * size),
            _ARRAY.pack(1, 0, _INTEGER, size, 1),
            *[_DAY.pack(4, number) for number in facets],
            _LENGTH.pack(len(key)),
            key,
            _LENGTH.pack(len(terms)),
            terms,
        )
    )


def vector(document: Document, numbers: Sequence[int]) -> bytes:
    """A document's lexemes as a tsvector, in its order.

    Only those that phrases are looked for in have positions, with a gap between two values; a
    further key of a word has the last one, for a phrase with an alternative that has none at all
    finds nothing.
    """
    held = held_by(document, numbers)
    places: dict[bytes, int] = {}
    again: dict[bytes, list[int]] = {}
    # Between two values stands an empty word, which takes a position.
    words = _bytes("  ".join([words for words, _forms in held.values])).split(b" ")
    for position, word in enumerate(words, 1):
        if word in places:
            again.setdefault(word, [places[word]]).append(position)
        else:
            places[word] = position
    for key in _bytes(held.keys).split():
        if key in places:
            again.setdefault(key, [places[key]]).append(LAST_POSITION)
        else:
            places[key] = LAST_POSITION
    others = set(" ".join([held.marks, *(forms for _words, forms in held.values)]).split(" "))
    places.pop(b"", None)
    again.pop(b"", None)
    pieces = {
        word: word + _ONCE.pack(1, min(position, LAST_POSITION))
        for word, position in places.items()
    }
    pieces.update((word, _placed(word, positions)) for word, positions in again.items())
    # What stands anywhere comes before all others in the alphabet.
    placed = [pieces[word] for word in sorted(pieces)]
    rest = _bytes(_NOWHERE.join([*sorted(others), ""]))
    return b"".join((_LENGTH.pack(len(placed) + len(others)), *placed, rest))


def _placed(word: bytes, positions: Iterable[int]) -> bytes:
    counted = sorted({min(each, LAST_POSITION) for each in positions})[:MOST_POSITIONS]
    return word + b"\0" + b"".join([each.to_bytes(2, "big") for each in (len(counted), *counted)])


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
