"""A record for a task, and how MARC 21 and UNIMARC write it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.catalogue.marc.samples import MARC21_LEADER, UNIMARC_LEADER, Fields, iso


@dataclass(frozen=True, slots=True)
class Sample:
    """A book as a cataloguer saw it; made for the tests, not a description of a real edition.

    `author` is an inverted heading. `volume_alone`: the title is that of the set, and the volume
    is called by its number only, as RUSMARC records of sets are.
    """

    key: str
    title: str
    language: str
    author: str = ""
    subtitle: str = ""
    responsibility: str = ""
    part: str = ""
    part_title: str = ""
    place: str = "Алматы"
    publisher: str = ""
    year: int | None = None
    series: str = ""
    number: str = ""
    isbn: str = ""
    subjects: tuple[str, ...] = ()
    annotation: str = ""
    volume_alone: bool = False


def as_marc21(book: Sample) -> bytes:
    """The book in MARC 21."""
    year = str(book.year) if book.year else "    "
    fields: Fields = [
        ("001", book.key),
        ("008", f"260101{'s' if book.year else 'n'}{year}    kz{' ' * 20}{book.language} d"),
        ("020", _field("  ", a=book.isbn)),
        ("100", _field("1 ", a=book.author)),
        (
            "245",
            _field(
                "10",
                a=book.title,
                n=book.part,
                p=book.part_title,
                b=book.subtitle,
                c=book.responsibility,
            ),
        ),
        ("260", _field("  ", a=book.place, b=book.publisher, c=str(book.year or ""))),
        ("490", _field("0 ", a=book.series, v=book.number)),
        ("520", _field("  ", a=book.annotation)),
        *(("650", _field(" 4", a=subject)) for subject in book.subjects),
    ]
    return iso(_filled(fields), leader=MARC21_LEADER)


def as_unimarc(book: Sample) -> bytes:
    """The book in UNIMARC, as RUSMARC catalogs fill it."""
    title = _field(
        "1 ",
        a=book.title,
        h=book.part,
        i=book.part_title,
        e=book.subtitle,
        f=book.responsibility,
    )
    host = ""
    if book.volume_alone:
        title = _field("0 ", a=book.part, e=book.part_title)
        host = f" 1$12001 $a{book.title}$f{book.responsibility}$v{book.part}"
    fields: Fields = [
        ("001", book.key),
        ("010", _field("  ", a=book.isbn)),
        ("100", f"  $a20200101d{book.year or '    '}    m  y0rusy0102    ca"),
        ("101", _field("0 ", a=book.language)),
        ("200", title),
        ("210", _field("  ", a=book.place, c=book.publisher, d=str(book.year or ""))),
        ("225", _field("1 ", a=book.series, v=book.number)),
        ("330", _field("  ", a=book.annotation)),
        ("461", host),
        *(("606", _field("  ", a=subject)) for subject in book.subjects),
        ("700", _person(book.author)),
        ("801", " 0$aKZ$bTEST"),
    ]
    return iso(_filled(fields), leader=UNIMARC_LEADER)


def _person(heading: str) -> str:
    """Surname, initials and the given names apart."""
    surname, _comma, given = heading.partition(", ")
    initials = " ".join(f"{name[0]}." for name in given.split())
    return _field(" 1", a=surname, b=initials, g=given)


def _field(indicators: str, **subfields: str) -> str:
    parts = [f"${code}{text}" for code, text in subfields.items() if text]
    return indicators + "".join(parts) if parts else ""


def _filled(fields: Fields) -> Fields:
    return [(tag, text) for tag, text in fields if text]
