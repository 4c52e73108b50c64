"""The record as it came, field by field, for those who read MARC."""

from __future__ import annotations

from typing import NamedTuple

from birge.catalogue.marc import iso2709, marcjson, marcxml
from birge.catalogue.marc.encodings import Decoder
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import Field, MarcRecord
from birge.catalogue.models import OriginalRecord

XML = "application/marcxml+xml"
ISO2709 = "application/marc"
JSON = "application/marc-in-json"
EXTENSIONS = {XML: "xml", ISO2709: "mrc", JSON: "json"}
# What reading damaged bytes may raise; the page must be shown all the same.
SURPRISES = (ArithmeticError, LookupError, TypeError, ValueError)


class ShownField(NamedTuple):
    """A field in one line: indicators, then each subfield behind its code."""

    tag: str
    text: str


def media_type(data: bytes) -> str:
    """Which of the three containers the bytes are."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return {b"<": XML, b"{": JSON}.get(start, ISO2709)


def extension(data: bytes) -> str:
    """The ending of a file of these bytes."""
    return EXTENSIONS[media_type(data)]


def shown_fields(original: OriginalRecord) -> list[ShownField]:
    """The fields in the order of their tags; nothing when they can no longer be read."""
    data = bytes(original.data)
    try:
        record = _parse(data, Decoder(original.encoding or "utf-8"))
        fields = [field for tag in sorted(record.tags()) for field in record.fields(tag)]
    except (UnreadableRecordError, *SURPRISES):
        return []
    leader = ShownField("LDR", record.leader)
    return [leader, *(ShownField(field.tag, _text(field)) for field in fields)]


def _parse(data: bytes, decode: Decoder) -> MarcRecord:
    kind = media_type(data)
    if kind == XML:
        return marcxml.parse(decode(data))
    return marcjson.parse(decode(data)) if kind == JSON else iso2709.parse(data, decode)


def _text(field: Field) -> str:
    if not field.subfields:
        return field.text
    marked = " ".join(f"${code} {value}" for code, value in field.subfields)
    return f"{field.indicators.replace(' ', '_')} {marked}"
