"""Why something in a file could not be read, or was read with doubt."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "bad_directory": "The directory of the record does not fit its fields.",
    "bad_leader": "The first 24 characters of the record are not a MARC leader.",
    "empty": "The file is empty.",
    "entity_refused": "The record uses XML entities of its own, which are never expanded.",
    "malformed_json": "The record is not well-formed JSON.",
    "malformed_xml": "The record is not well-formed XML.",
    "no_title": "The record has no title.",
    "not_bibliographic": "The record describes no publication (it is an authority record or the like).",
    "not_marc": "This part of the file is not MARC.",
    "too_long": "The record is longer than any real record can be.",
    "truncated": "The record is cut off.",
    "undecodable": "The text of the record is lost: its letters were replaced before it came here.",
    "unreadable": "The record could not be read for an unforeseen reason.",
}

WARNINGS: dict[str, str] = {
    "bytes_replaced": "Some bytes fit no encoding and were replaced.",
    "directory_repaired": "The directory lied; fields were found by their terminators.",
    "dirty_language": "A language code was mended or dropped.",
    "field_without_subfields": "A field has no subfields.",
    "invalid_isbn": "An ISBN is wrong.",
    "length_repaired": "The record's length lied; its end was found by the terminator.",
    "mixed_encodings": "The record mixes encodings.",
    "no_terminator": "The record has no terminator.",
    "title_from_other_field": "The title was taken from another field.",
    "title_is_part_number": "Only the number of the part is known as title.",
    "xml_repaired": "The XML had characters that XML forbids.",
}


class UnreadableRecordError(Exception):
    """A record cannot be read; `reason` is a code of `REASONS`, `detail` says more in English."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
