"""The kinds of rows that the field tables consist of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """One text: the first of these fields that has these subfields.

    Only the first subfield counts, unless `signs` says what to put before further ones («*» stands
    for the subfields it does not name). Fields whose second indicator is `prefer` come first.
    """

    target: str
    tags: tuple[str, ...]
    codes: str
    signs: Mapping[str, str] | None = None
    prefer: str = ""
    keeps_stops: bool = False


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts: every such subfield of every such field."""

    target: str
    tags: tuple[str, ...]
    codes: str


@dataclass(frozen=True, slots=True)
class Title:
    """Where the title stands, and in which fields to look when it is missing."""

    tag: str
    title: str
    subtitle: str
    part_number: str
    part_title: str
    responsibility: str
    parallel: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Contributors: a field, what kind of name it holds and the role of those without one."""

    tag: str
    kind: str
    role: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Headings: `codes` are joined to one heading, or each is a heading when `apart`."""

    tags: tuple[str, ...]
    codes: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """A class number; `scheme` must stand in $2 (or nothing does, when `unnamed`)."""

    target: str
    tag: str
    codes: str
    scheme: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """Positions in the field of coded data; a shorter one than `length` has lost its blanks."""

    tag: str
    subfield: str
    year: slice
    audience: int
    language: slice | None
    online: int | None
    length: int


@dataclass(frozen=True, slots=True)
class Holding:
    """Copies: attributes of `HoldingData` from subfields in order of preference.

    `shelf` subfields are joined when `shelf_joined`. `needs` must all be there, for local fields mean
    different things in different systems. `numbers` is a subfield listing many inventory numbers.
    """

    tag: str
    branch: str = ""
    location: str = ""
    shelf: str = ""
    shelf_joined: bool = False
    inventory: str = ""
    barcode: str = ""
    received: str = ""
    acquisition: str = ""
    price: str = ""
    act: str = ""
    note: str = ""
    run: str = ""
    needs: str = ""
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """Everything that tells how to read a record of one format."""

    name: str
    stops: bool
    title: Title
    texts: tuple[Text, ...]
    lists: tuple[Texts, ...]
    names: tuple[Name, ...]
    subjects: tuple[Subject, ...]
    classes: tuple[Class, ...]
    languages: tuple[tuple[str, str], ...]
    original_languages: tuple[tuple[str, str], ...]
    isbn: str
    issn: str
    price: tuple[str, str]
    age_notes: tuple[str, ...]
    coded: Coded
    materials: Mapping[str, str]
    levels: Mapping[str, str]
    audiences: Mapping[str, str]
    hosts: tuple[str, ...]
    article_hosts: tuple[str, ...]
    holdings: tuple[Holding, ...]
    not_bibliographic: str
    # One of these fields must confirm that the record describes music.
    music: tuple[str, ...] = ()
    article_levels: str = field(default="ab")
