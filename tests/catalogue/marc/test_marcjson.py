"""MARC-in-JSON: lists, lines, and what is broken in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import BibRecord
from tests.catalogue.marc.samples import marc21, marc_json, read

ONE, TWO = marc_json(marc21(number="k1")), marc_json(marc21(number="k2"))


@pytest.mark.parametrize("text", [f"[{ONE},\n {TWO}]", f"{ONE}\n{TWO}\n"])
def test_lists_and_lines_are_read(tmp_path: Path, text: str) -> None:
    assert [item.control_number for item in read(tmp_path, text)] == ["k1", "k2"]


def test_braces_and_quotes_in_texts_are_no_structure(tmp_path: Path) -> None:
    text = marc_json(marc21(title='10$aСлова } "назидания" {\\'))
    (record,) = read(tmp_path, text)
    assert record.title == 'Слова } "назидания" {\\'


def test_a_line_that_lost_its_end_costs_only_itself(tmp_path: Path) -> None:
    items = read(tmp_path, f"{ONE[:-20]}\n{TWO}\n")
    found = [item.control_number if isinstance(item, BibRecord) else item.reason for item in items]
    assert found == ["malformed_json", "k2"]


@pytest.mark.parametrize(
    "text",
    ['{"fields": {"245": 1}}', '{"fields": [1, {"245": {"subfields": [2]}}]}', "[" * 100_000],
)
def test_other_json_is_rejected(tmp_path: Path, text: str) -> None:
    items = read(tmp_path, text)
    assert items
    assert not any(isinstance(item, BibRecord) for item in items)
