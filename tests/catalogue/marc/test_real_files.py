"""Every real file is read to its last record with right text; every broken one is survived."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import BibRecord, RejectedRecord
from birge.catalogue.marc.names import CYRILLIC
from birge.catalogue.marc.reading import MarcFile
from birge.catalogue.marc.reasons import REASONS, WARNINGS
from tests.needs import SHARED_DATA, shared_data

# UTF-8 read as cp1251, cp1251 read as Latin-1, KOI8-R as cp866, and lost letters.
MOJIBAKE = re.compile(
    r"[РС][°±Ѓ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ]{1}[РС]|[À-ÿ]{5}|[\u2500-\u259f]|\ufffd"
)


def sources(folder: str) -> list[tuple[str, str]]:
    """(file, number of records) as the data's own table has them."""
    table = SHARED_DATA / folder / "SOURCES.tsv"
    if not table.is_file():
        return [("(absent)", "0")]
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(Path(row["file"]).name, row["records_raw"]) for row in rows]


def words(record: BibRecord) -> str:
    """The text readers see."""
    names = [person.name for person in record.contributors]
    texts = [
        record.title,
        record.subtitle,
        record.responsibility,
        record.publisher,
        record.annotation,
    ]
    return " ".join([*texts, *names, *record.subjects])


@pytest.mark.parametrize(("name", "records"), sources("marc"))
def test_a_real_file_is_read_whole_with_right_text(name: str, records: str) -> None:
    file = MarcFile(shared_data("marc", name))
    items = list(file)
    assert [item.reason for item in items if isinstance(item, RejectedRecord)] == []
    assert file.report.read == int(records)
    books = [item for item in items if isinstance(item, BibRecord)]
    assert all(book.title for book in books)
    assert {book.title: found[0] for book in books if (found := MOJIBAKE.search(words(book)))} == {}


@pytest.mark.parametrize(
    ("name", "encoding", "share"),
    [
        ("libcms__ruslan_19.dev.mrc", "utf-8", 0.99),
        ("marc__stav6.dev.mrc", "cp866", 0.99),
        ("marc__sven09.dev.mrc", "cp1251", 1.0),
        ("marc__TEST1.dev.ISO", "cp1251", 1.0),
        ("idzebra__simple-rusmarc.dev", "koi8-r", 0.85),
        ("pymarc__1251.dat", "cp1251", 1.0),
        ("solrmarc__u5278992.mrc", "marc-8", 1.0),
        ("marc-perl__cyrillic.marc", "marc-8", 1.0),
        ("pymarc__marc8.dat", "marc-8", 0.0),
        ("marc4j__brkrtest.mrc", "marc-8", 0.0),
        ("marc4j__brkrtest_UTF8.mrc", "utf-8", 0.0),
    ],
)
def test_the_encoding_is_found_and_titles_are_cyrillic(
    name: str, encoding: str, share: float
) -> None:
    file = MarcFile(shared_data("marc", name))
    books = [item for item in file if isinstance(item, BibRecord)]
    assert file.report.encodings == {encoding: len(books)}
    assert sum(bool(CYRILLIC.search(book.title)) for book in books) >= share * len(books)


@pytest.mark.parametrize(
    ("name", "number", "title", "author"),
    [
        ("libcms__ruslan_19.dev.mrc", "ru\\nlrt\\1382399", "История и основы ислама в контексте культуры мира", ""),
        ("marc__stav6.dev.mrc", "RU\\OEL_MUBIS\\liberkoi\\0050092", "Цесаревич Алексей", "Хереш, Э."),
        ("idzebra__simple-rusmarc.dev", "RU\\NLR\\bibl\\5746", "Австралийские этюды", "Гржимек, Бернгард"),
        ("evergreen__FSL.dev.marc", "000538821", "Стихотворения и поэмы", "Блок, Александр Александрович"),
        ("solrmarc__u5278992.mrc", "u5278992", "Синдром Петрушки", "Рубина, Дина"),
    ],
)  # fmt: skip
def test_a_record_known_by_eye_is_as_it_should_be(
    name: str, number: str, title: str, author: str
) -> None:
    books = {book.control_number: book for book in MarcFile(shared_data("marc", name))}
    assert books[number].title == title
    if author:
        assert books[number].contributors[0].name == author


# What each broken file gives: (records read, reasons of the rest). The data's table counts records by
# their terminators, which cut and unterminated ones lack.
BROKEN = {
    "mrrc__e005_truncated_record.bin": (0, ["truncated"]),
    "mrrc__e006_no_record_terminator.bin": (1, []),
    "mrrc__e401_malformed_marcxml.xml": (0, ["malformed_xml"]),
    "mrrc__e401_unexpected_eof_in_subfield.xml": (0, ["truncated"]),
    "mrrc__e402_malformed_marcjson.json": (0, ["malformed_json"]),
    "mrrc__zero-length-control-field.mrc": (0, ["bad_directory"]),
    "neb-catalog__1251-split.mrc": (0, ["undecodable"] * 6),
    "neb-catalog__rsl_10_broken.mrc": (0, ["not_bibliographic"]),
    "neb-catalog__svod-date-problem-5.mrx": (0, ["no_title"]),
}


@pytest.mark.parametrize(("name", "records"), sources("broken"))
def test_a_broken_file_is_survived_and_accounted_for(name: str, records: str) -> None:
    file = MarcFile(shared_data("broken", name))
    items = list(file)
    read, reasons = BROKEN.get(name, (int(records or 0), []))
    assert [item.reason for item in items if isinstance(item, RejectedRecord)] == reasons
    assert file.report.read == read
    assert file.report.rejected == len(reasons)
    assert set(reasons) <= set(REASONS)
    assert set(file.report.warnings) <= set(WARNINGS)


def test_a_field_longer_than_its_directory_can_say_loses_nothing() -> None:
    path = shared_data("broken", "marc4j__bad_oversize_field_bad_directory.mrc")
    titles = [item.title for item in MarcFile(path) if isinstance(item, BibRecord)]
    assert titles[1] == "Muslimfeindlichkeit in Europa"
