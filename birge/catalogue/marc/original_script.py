"""MARC 21 fields in their original script, which stand in 880 beside the romanised ones."""

from __future__ import annotations

import re

from birge.catalogue.marc.names import in_cyrillic
from birge.catalogue.marc.record import Field, MarcRecord

# $6 of 880 names field and occurrence («245-01/(N»); some exports put it elsewhere.
LINK = re.compile(r"([0-9]{3})-([0-9]{2})")


def prefer_original_script(record: MarcRecord) -> dict[int, Field]:
    """Put the Cyrillic 880s in the place of the fields they belong to.

    Returns for each field that has another form, by `id()`, that form: the romanised one of a field
    replaced, the original one of a field that stays as it is, as those in other scripts do.
    """
    others: dict[int, Field] = {}
    for linked in record.fields("880"):
        found = LINK.match(_link(linked))
        if not found:
            continue
        tag, occurrence = found.groups()
        linked.tag = tag
        fields = record.fields(tag)
        at = _partner(fields, occurrence)
        if at is None:
            if in_cyrillic(_text(linked)) or (tag == "245" and not fields):
                _add(record, tag, linked)
        elif in_cyrillic(_text(linked)) and not in_cyrillic(_text(fields[at])):
            others[id(linked)] = fields[at]
            fields[at] = linked
        else:
            others[id(fields[at])] = linked
    return others


def _link(field: Field) -> str:
    return next((value for code, value in field.subfields if code in "67"), "")


def _partner(fields: list[Field], occurrence: str) -> int | None:
    if occurrence == "00":
        return None
    for at, field in enumerate(fields):
        if field.first("6").startswith(f"880-{occurrence}"):
            return at
    return None


def _add(record: MarcRecord, tag: str, field: Field) -> None:
    """Add a field without partner; a second title would displace the first, so it is left out."""
    if tag not in ("245", "100", "110", "111") or tag not in record:
        record.add(field)


def _text(field: Field) -> str:
    return " ".join(value for code, value in field.subfields if code not in "0123456789")
