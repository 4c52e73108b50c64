"""ISO 2709 whose numbers lie: lengths, directories, terminators, and matter between records."""

from __future__ import annotations

from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import BibRecord, RejectedRecord
from tests.catalogue.marc.samples import iso, marc21, read, read_one

ONE = iso(marc21(("100", "1 $aАбай"), number="k1"))
TWO = iso(marc21(number="k2"))


def numbers(items: list) -> list[str]:
    return [item.control_number for item in items if isinstance(item, BibRecord)]


def reasons(items: list) -> list[str]:
    return [item.reason for item in items if isinstance(item, RejectedRecord)]


@pytest.mark.parametrize("between", [b"", b"\n", b"\r\n", b"\x00\x00", b"\r\n\x1a", b"  \r\n"])
def test_blanks_between_records_are_passed_over(tmp_path: Path, between: bytes) -> None:
    items = read(tmp_path, between + ONE + between + TWO + between)
    assert numbers(items) == ["k1", "k2"]
    assert reasons(items) == []


@pytest.mark.parametrize("length", [b"00000", b"99999", b"00050", b"00300", b"     "])
def test_a_lying_length_is_settled_by_the_terminator(tmp_path: Path, length: bytes) -> None:
    items = read(tmp_path, length + ONE[5:] + TWO)
    assert numbers(items) == ["k1", "k2"]
    assert items[0].title == "Слова назидания"
    assert "length_repaired" in items[0].warnings


def test_junk_before_a_record_is_rejected_and_the_record_read(tmp_path: Path) -> None:
    items = read(tmp_path, ONE + b"-- page 2 --\r\n" + TWO)
    assert numbers(items) == ["k1", "k2"]
    assert reasons(items) == ["not_marc"]
    assert items[1].raw == b"-- page 2 --"
    assert [item.position for item in items if isinstance(item, RejectedRecord)] == [2]


def test_a_cut_record_before_a_whole_one_costs_only_itself(tmp_path: Path) -> None:
    items = read(tmp_path, ONE[:120] + TWO)
    assert reasons(items) == ["truncated"]
    assert numbers(items) == ["k2"]


def test_a_record_without_terminator_before_another_is_read(tmp_path: Path) -> None:
    items = read(tmp_path, ONE[:-1] + TWO)
    assert numbers(items) == ["k1", "k2"]
    assert "no_terminator" in items[0].warnings


def test_a_last_record_without_terminator_is_read(tmp_path: Path) -> None:
    record = read_one(tmp_path, ONE[:-1])
    assert record.title == "Слова назидания"
    assert "no_terminator" in record.warnings


def test_a_cut_tail_is_rejected_with_its_bytes(tmp_path: Path) -> None:
    items = read(tmp_path, ONE + TWO[:-30])
    assert numbers(items) == ["k1"]
    assert reasons(items) == ["truncated"]
    assert items[1].raw == TWO[:-30]
    assert items[1].offset == len(ONE)


def spoiled_directory(start: int, new: bytes) -> bytes:
    return ONE[: 24 + start] + new + ONE[24 + start + len(new) :]


@pytest.mark.parametrize(
    "data",
    [
        spoiled_directory(3, b"XXXX"),
        spoiled_directory(15, b"9999"),
        spoiled_directory(12 * 2 + 7, b"00001"),
        spoiled_directory(12 * 3 + 7, b"99999"),
        spoiled_directory(12 + 7, b"-----"),
        ONE[:12] + b"99999" + ONE[17:],
        ONE[:12] + b"abcde" + ONE[17:],
        b"00" + ONE[2:18] + b"\xd1\x82" + ONE[19:],
    ],
    ids=["length", "long", "start", "far", "dashes", "base", "no base", "grown leader"],
)
def test_a_lying_directory_is_settled_by_field_terminators(tmp_path: Path, data: bytes) -> None:
    record = read_one(tmp_path, data)
    assert record.title == "Слова назидания"
    assert [person.name for person in record.contributors] == ["Абай"]
    assert record.year == 2020


def test_fields_in_another_order_than_the_directory_are_no_lie(tmp_path: Path) -> None:
    entries = [ONE[at : at + 12] for at in range(24, int(ONE[12:17]) - 1, 12)]
    data = ONE[:24] + b"".join(reversed(entries)) + ONE[int(ONE[12:17]) - 1 :]
    record = read_one(tmp_path, data)
    assert (record.title, record.warnings) == ("Слова назидания", [])


def test_a_field_too_long_for_its_directory_entry_is_read(tmp_path: Path) -> None:
    record = read_one(tmp_path, iso(marc21(("520", "  $a" + "ән " * 9000), number="k9")))
    assert (record.control_number, record.title) == ("k9", "Слова назидания")
    assert len(record.annotation) > 20_000
    assert "directory_repaired" in record.warnings


def test_a_record_too_long_for_its_leader_is_read(tmp_path: Path) -> None:
    notes = [("500", "  $a" + "ескерту " * 600)] * 20
    data = iso(marc21(*notes, number="k9"))
    assert len(data) > 99_999
    items = read(tmp_path, data + TWO)
    assert numbers(items) == ["k9", "k2"]
    assert items[0].raw == data


def test_more_fields_than_entries_are_matched_by_their_starts(tmp_path: Path) -> None:
    notes = [("500", f"  $aЕскерту {n}") for n in range(5)]
    data = iso(marc21(*notes, ("650", " 0$aПоэзия")))
    # A stray terminator in place of a letter: one field more than the directory knows.
    record = read_one(
        tmp_path, data.replace("ту 3".encode(), "ту".encode() + b"\x1e\x1e")[:-1] + b"\x1d"
    )
    assert (record.title, record.subjects) == ("Слова назидания", ["Поэзия"])


def test_a_tag_that_is_none_is_left_out(tmp_path: Path) -> None:
    record = read_one(tmp_path, ONE[:48] + b"\xcc00" + ONE[51:])
    assert (record.title, record.contributors) == ("Слова назидания", [])


def test_a_title_without_subfield_marks_is_kept(tmp_path: Path) -> None:
    record = read_one(tmp_path, iso(marc21(title="10Слова назидания")))
    assert record.title == "Слова назидания"
    assert "field_without_subfields" in record.warnings
