"""The books of the residents' benchmark: real MARC records read without Birge, and Kazakh titles.

There is no public MARC file of Kazakh books, so Kazakh titles are written as records here, every
other one in UNIMARC. A part of all books is held out: they are what the library does not have.
"""

from __future__ import annotations

import csv
import hashlib
import re
import warnings
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path

import pymarc

#: File, encoding, dialect, most records: the large files of the sample data in both dialects.
FILES = (
    ("marc__stav6.dev.mrc", "cp866", "unimarc", 600),
    ("libcms__ruslan_19.dev.mrc", "utf-8", "unimarc", 240),
    ("marc__TEST1.dev.ISO", "cp1251", "unimarc", 50),
    ("idzebra__simple-rusmarc.dev", "koi8-r", "unimarc", 40),
    ("evergreen__FSL.dev.marc", "utf-8", "marc21", 30),
    ("psulib_traject__sample_psucat.dev.mrc", "utf-8", "marc21", 260),
)
KAZAKH = 300
HELD_OUT = 20  # one in so many
_STOPS = " /:;,.=[]"
_UNSORTED = re.compile("[\x88\x89\x98\x9c]|<<|>>")
_SCHOOL_MARKS = re.compile(r"\b(?:ОГ|ЕМ|ЖМБ|ОБЩ|Бойынша)\b\.?")
_TRAILING_AUTHOR = re.compile(r"\s[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+ (?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?)+$")
_SCHOOL_PART = re.compile(r"[\s.,(]*(?:1, )?(\d)\s?-?\s?бөлім[).]*")


@dataclass(frozen=True, slots=True)
class Author:
    """A surname and the given names or initials."""

    surname: str
    given: str = ""

    @property
    def initials(self) -> list[str]:
        """Capital letters of the given names."""
        return [part[0] for part in re.split(r"[\s.]+", self.given) if part]


@dataclass(frozen=True, slots=True)
class Book:
    """What a record says, as another program reads it."""

    key: tuple[str, str]
    title: str
    language: str
    authors: tuple[Author, ...] = ()
    part: str = ""
    publisher: str = ""
    year: str = ""
    series: str = ""
    isbn: str = ""
    subjects: tuple[str, ...] = ()
    text: str = ""


@dataclass(slots=True)
class Library:
    """Books held, those held out, and the files to import by name."""

    held: list[Book] = field(default_factory=list)
    out: list[Book] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def take(self, name: str, book: Book, raw: bytes) -> None:
        """Put a book on the shelf, or aside."""
        if int(hashlib.sha1(raw, usedforsecurity=False).hexdigest()[:8], 16) % HELD_OUT == 0:
            self.out.append(book)
            return
        self.held.append(book)
        self.files[name] = self.files.get(name, b"") + raw


def library(data: Path) -> Library:
    """All books."""
    found = Library()
    for name, encoding, dialect, most in FILES:
        for raw, record in _records(data / "marc" / name, encoding, most):
            book = _book(name, record, dialect)
            if book:
                found.take(name, book, raw)
    for number, row in enumerate(_kazakh_rows(data / "titles.tsv")):
        _take_kazakh(found, number, row)
    return found


def _records(path: Path, encoding: str, most: int) -> Iterator[tuple[bytes, pymarc.Record]]:
    """Raw and parsed records; pymarc's complaints are about characters and of no use here."""
    chunks = path.read_bytes().split(b"\x1d")[:-1]
    for chunk in chunks[:most]:
        raw = chunk.lstrip(b"\r\n \x1a") + b"\x1d"
        reader = pymarc.MARCReader(
            BytesIO(raw), file_encoding=encoding, force_utf8=encoding == "utf-8", permissive=True
        )
        with warnings.catch_warnings(), redirect_stderr(StringIO()):
            warnings.simplefilter("ignore")
            for record in reader:
                if record is not None:
                    yield raw, record


def _book(name: str, record: pymarc.Record, dialect: str) -> Book | None:
    """The book, if it has a number and a title of its own."""
    number = record.get("001")
    read = _unimarc if dialect == "unimarc" else _marc21
    if number is None or record.leader[6] not in "abcdefgijklmoprt":
        return None
    values = read(record)
    if sum(map(str.isalpha, values["title"])) < 2:
        return None
    skipped = ("001", "003", "005", "008", "801", "995", "999", "949", "090", "100", "040", "035")
    fields = (each for each in record.fields if each.tag >= "010" and each.tag not in skipped)
    text = [part.value for each in fields for part in each.subfields]
    if dialect == "marc21":
        text += _values(record, "100", "a")
    return Book(key=(name, number.data.strip()), text=" ".join(text), **values)


def _values(record: pymarc.Record, tags: str, codes: str) -> list[str]:
    fields = record.get_fields(*tags.split())
    return [_clean(part.value) for each in fields for part in each.subfields if part.code in codes]


def _clean(text: str) -> str:
    return " ".join(_UNSORTED.sub("", text).split()).strip(_STOPS)


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _unimarc(record: pymarc.Record) -> dict[str, object]:
    authors = []
    for each in record.get_fields("700", "701"):
        given = _first(each.get_subfields("g")) or _first(each.get_subfields("b"))
        surname = _clean(_first(each.get_subfields("a")))
        if surname and "," not in surname:
            authors.append(Author(surname, _clean(given)))
    languages = record.get_fields("101")
    return {
        "title": _first(_values(record, "200", "a")),
        "part": _first(_values(record, "200", "h")),
        "language": _first(languages[0].get_subfields("a")) if languages else "",
        "authors": tuple(authors),
        "publisher": _first(_values(record, "210", "c")),
        "year": _year(_first(_values(record, "210", "d"))),
        "series": _first(_values(record, "225", "a")),
        "isbn": _first(_values(record, "010", "a")),
        "subjects": tuple(_values(record, "606 610", "a")),
    }


def _marc21(record: pymarc.Record) -> dict[str, object]:
    authors = []
    for name in _values(record, "100 700", "a"):
        surname, comma, given = name.partition(", ")
        if comma:
            authors.append(Author(surname, given))
    fixed = record.get("008")
    return {
        "title": _first(_values(record, "245", "a")),
        "part": _first(_values(record, "245", "n")),
        "language": fixed.data[35:38] if fixed else "",
        "authors": tuple(authors),
        "publisher": _first(_values(record, "260 264", "b")),
        "year": _year(_first(_values(record, "260 264", "c"))),
        "series": _first(_values(record, "490 830", "a")),
        "isbn": _first(_values(record, "020", "a")).split(" ")[0],
        "subjects": tuple(_values(record, "650", "a")),
    }


def _year(text: str) -> str:
    found = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", text)
    return found[1] if found else ""


# Kazakh titles as records ------------------------------------------------------------------------


def _kazakh_rows(path: Path) -> list[dict[str, str]]:
    """The books first, then titles of articles, which are as good as titles of books."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    kazakh = [row for row in rows if row["lang"] == "kaz"]
    kazakh.sort(key=lambda row: row["kind"] == "wikipedia-article-title")
    return kazakh[:KAZAKH]


def _take_kazakh(found: Library, number: int, row: dict[str, str]) -> None:
    title = _TRAILING_AUTHOR.sub("", _SCHOOL_MARKS.sub("", row["title"].strip('" ')))
    part = _SCHOOL_PART.search(title)
    dialect = ("marc21", "unimarc")[number % 2]
    name = f"kazakh-{dialect}.mrc"
    book = Book(
        key=(name, f"kk{number:04}"),
        title=_clean(_SCHOOL_PART.sub("", title)).rstrip(" 0123456789-"),
        language="kaz",
        authors=tuple(_kazakh_author(each) for each in row["author"].split(", ") if each),
        part=f"{part[1]}-бөлім" if part else "",
        publisher=row["publisher"].strip('" '),
        year=row["year"],
        text=" ".join((row["title"], row["author"], row["publisher"], row["year"])),
    )
    found.take(name, book, _written(book, dialect))


def _kazakh_author(name: str) -> Author:
    """A surname with initials after it, or a given name before it."""
    first, _space, rest = name.partition(" ")
    return Author(first, rest) if "." in rest or not rest else Author(rest, first)


def _written(book: Book, dialect: str) -> bytes:
    """The record of a Kazakh book."""
    unimarc = dialect == "unimarc"
    leader = "00000nam0 2200000   450 " if unimarc else "00000nam a2200000 i 4500"
    record = pymarc.Record(force_utf8=True, leader=leader)
    record.add_field(pymarc.Field("001", data=book.key[1]))
    year = book.year or "    "
    if unimarc:
        title, imprint, codes = "200", "210", ("h", "c", "d")
        record.add_field(_made("100", "  ", a=f"20200101d{year}    m  y0kazy50      ca"))
        record.add_field(_made("101", "0 ", a="kaz"))
    else:
        title, imprint, codes = "245", "260", ("n", "b", "c")
        record.add_field(pymarc.Field("008", data=f"200101s{year}    kz{' ' * 20}kaz d"))
    parts = {"a": book.title} | ({codes[0]: book.part} if book.part else {})
    record.add_field(_made(title, "1 ", **parts))
    record.add_field(_made(imprint, "  ", **{codes[1]: book.publisher, codes[2]: book.year}))
    for place, author in enumerate(book.authors):
        record.add_field(_kazakh_name(author, place, unimarc))
    return record.as_marc()


def _kazakh_name(author: Author, place: int, unimarc: bool) -> pymarc.Field:
    if unimarc:
        return _made("701" if place else "700", " 1", a=author.surname, b=author.given)
    name = ", ".join(filter(None, (author.surname, author.given)))
    return _made("700" if place else "100", "1 ", a=name)


def _made(tag: str, indicators: str, **subfields: str) -> pymarc.Field:
    parts = [pymarc.Subfield(code, value) for code, value in subfields.items() if value]
    return pymarc.Field(tag, pymarc.Indicators(*indicators), parts)
