"""What a MARC file tells us, as plain data: records, their copies, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

RAW_LIMIT = 100_000


@dataclass(slots=True)
class ContributorData:
    """A person or body and what it did for the record.

    `name` is inverted as catalogued («Әуезов, Мұхтар»), `role` a MARC relator code.
    """

    name: str
    kind: str = "person"
    role: str = "aut"
    dates: str = ""
    variants: tuple[str, ...] = ()
    main: bool = False


@dataclass(slots=True)
class HoldingData:
    """One copy, or the run of a periodical; `price` is in whole tenge."""

    branch_code: str = ""
    location: str = ""
    shelf_mark: str = ""
    inventory_number: str = ""
    barcode: str = ""
    received_on: date | None = None
    acquisition: str = ""
    price: int | None = None
    act_number: str = ""
    run: str = ""
    note: str = ""


@dataclass(slots=True)
class BibRecord:
    """One edition as catalogued; `raw` is what the file holds, byte for byte.

    `title` is never empty: the title of the set stands in for «Т. 1». `isbns` are valid and of 13
    digits; what was given as ISBN and is none is in `invalid_isbns`. `warnings` are codes of
    `reasons.WARNINGS`.
    """

    control_number: str = ""
    dialect: str = ""
    encoding: str = ""
    raw: bytes = b""
    digest: str = ""
    title: str = ""
    subtitle: str = ""
    part_number: str = ""
    part_title: str = ""
    set_title: str = ""
    original_title: str = ""
    other_titles: list[str] = field(default_factory=list)
    responsibility: str = ""
    contributors: list[ContributorData] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    original_languages: list[str] = field(default_factory=list)
    year: int | None = None
    year_text: str = ""
    edition: str = ""
    place: str = ""
    publisher: str = ""
    extent: str = ""
    isbns: list[str] = field(default_factory=list)
    invalid_isbns: list[str] = field(default_factory=list)
    issns: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    series: str = ""
    series_number: str = ""
    annotation: str = ""
    material_type: str = "book"
    audience: str = ""
    age_mark: int | None = None
    udc: str = ""
    bbk: str = ""
    holdings: list[HoldingData] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class HoldingsRecord:
    """A MARC 21 holdings record: copies of the record whose number is `parent_control_number`."""

    control_number: str = ""
    parent_control_number: str = ""
    encoding: str = ""
    raw: bytes = b""
    digest: str = ""
    holdings: list[HoldingData] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RejectedRecord:
    """A part of a file that could not be read, and why.

    `position` counts from 1 all things found in the file, `reason` is a code of `reasons.REASONS`,
    `detail` is technical and in English, `raw` the bytes up to `RAW_LIMIT`.
    """

    position: int
    offset: int | None
    control_number: str
    reason: str
    detail: str
    raw: bytes
