"""MARC records of the project's own making."""

from __future__ import annotations

from collections.abc import Iterable

import pymarc

LEADER = "00000nam a2200000 a 4500"
HOLDINGS_LEADER = "00000nx  a2200000zn 4500"


def field(tag: str, *pairs: str, indicators: str = "  ") -> pymarc.Field:
    """A field: `field("245", "a", "Title")`."""
    subfields = [
        pymarc.Subfield(code, value) for code, value in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    return pymarc.Field(tag, pymarc.Indicators(*indicators), subfields)


def marc21(
    number: str | None,
    title: str = "Абай жолы",
    author: str = "Әуезов, Мұхтар",
    *,
    copies: Iterable[tuple[str, str]] = (),
    year: str = "1977",
    more: Iterable[pymarc.Field] = (),
) -> bytes:
    """A MARC 21 record in UTF-8; `copies` are branch code and barcode, in 852."""
    record = pymarc.Record(force_utf8=True, leader=LEADER)
    if number is not None:
        record.add_field(pymarc.Field("001", data=number))
    record.add_field(pymarc.Field("008", data=f"{'260101s':7}{year}    kz{' ' * 20}kaz d"))
    if author:
        record.add_field(field("100", "a", author, indicators="1 "))
    record.add_field(field("245", "a", title, indicators="10"))
    record.add_field(field("260", "a", "Алматы :", "b", "Жазушы,", "c", year))
    for branch, barcode in copies:
        record.add_field(field("852", "b", branch, "h", "84(5Каз)", "p", barcode))
    record.add_field(*more) if more else None
    return record.as_marc()


def holdings(number: str, parent: str, *copies: tuple[str, str]) -> bytes:
    """A MARC 21 holdings record of the record `parent`."""
    record = pymarc.Record(force_utf8=True, leader=HOLDINGS_LEADER)
    record.add_field(pymarc.Field("001", data=number))
    record.add_field(pymarc.Field("004", data=parent))
    record.add_field(pymarc.Field("008", data="2601010u    8   4001uu   0000000"))
    for branch, barcode in copies:
        record.add_field(field("852", "b", branch, "p", barcode, indicators="8 "))
    return record.as_marc()
