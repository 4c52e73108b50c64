"""From the plain data of a MARC record to rows: what fits a column, what is stored beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import islice
from operator import attrgetter
from typing import Protocol

from birge.catalogue.choices import AgentKind, Role
from birge.catalogue.marc.bibliographic import (
    BibRecord,
    ContributorData,
    HoldingData,
    RejectedRecord,
)
from birge.catalogue.models import Agent, Holding, Record, Reject
from birge.catalogue.models.agents import agent_key
from birge.catalogue.models.records import full_title
from birge.catalogue.years import plausible_year
from birge.core.storable import storable
from birge.language.collation import sort_key
from birge.language.names import name_forms

# Embedded copies have this origin; a holdings record gives its own number.
EMBEDDED = "record"
HASHED = "sha256:"
# No book has more contributors; a list longer than this is damage.
MOST_CONTRIBUTORS = 200
LARGEST_SMALL = 32_767
LARGEST_PRICE = 2_147_483_647

TEXT_FIELDS = (
    "title",
    "subtitle",
    "part_number",
    "part_title",
    "set_title",
    "original_title",
    "responsibility",
    "edition",
    "place",
    "publisher",
    "year_text",
    "extent",
    "series",
    "series_number",
    "annotation",
    "material_type",
    "audience",
    "udc",
    "bbk",
)
LIST_FIELDS = ("languages", "original_languages", "isbns", "invalid_isbns", "issns", "subjects")
HOLDING_TEXTS = (
    "location",
    "shelf_mark",
    "inventory_number",
    "barcode",
    "acquisition",
    "act_number",
    "run",
    "note",
)
# What a changed record brings anew; the rest (public id, cover, status) belongs to the library.
IMPORTED_FIELDS = (
    "control_number",
    "digest",
    *TEXT_FIELDS,
    *LIST_FIELDS,
    "author",
    "year",
    "age_mark",
    "title_key",
)


class AgentInRole(Protocol):
    """Anyone with a name and something done for a record."""

    name: str
    kind: str
    role: str


def _lengths(model: type, names: Iterable[str]) -> dict[str, int | None]:
    return {name: model._meta.get_field(name).max_length for name in names}


RECORD_LENGTHS = _lengths(Record, (*TEXT_FIELDS, "author", "control_number"))
AGENT_LENGTHS = _lengths(Agent, ("name", "dates"))
LIMITED = [(name, RECORD_LENGTHS[name]) for name in TEXT_FIELDS if RECORD_LENGTHS[name]]
HOLDING_LENGTHS = _lengths(Holding, (*HOLDING_TEXTS, "origin", "origin_key"))


_texts, _lists = attrgetter(*TEXT_FIELDS), attrgetter(*LIST_FIELDS)


def fitting(text: str, length: int | None) -> str:
    """The text as a database takes it, and no longer than its column."""
    if not text:
        return text
    text = storable(text)
    return text if length is None or len(text) <= length else text[:length]


def short_number(number: str, digest: str) -> str:
    """What a record is known by in its source: its number, or the hash of its bytes.

    A number too long for the column keeps its beginning and is made unique by a hash.
    """
    number = storable(number).strip()
    length = RECORD_LENGTHS["control_number"]
    if not number:
        return f"{HASHED}{digest}"
    if len(number) <= length:
        return number
    return _marked(number, length)


def origin_number(number: str, digest: str) -> str:
    """What a holdings record is known by: as any record is, but never as embedded copies are."""
    found = short_number(number, digest)
    return _marked(found, RECORD_LENGTHS["control_number"]) if found == EMBEDDED else found


def _marked(number: str, length: int) -> str:
    """The beginning of the number and a hash of the whole of it."""
    mark = hashlib.sha256(number.encode()).hexdigest()
    return f"{number[: length - len(mark) - 1]}~{mark}"


def small_number(value: int | None) -> int | None:
    """The number where the column takes it."""
    return value if value is not None and 0 <= value <= LARGEST_SMALL else None


def record_values(data: BibRecord, number: str) -> dict[str, object]:
    """All imported fields of a record by name; source, public id and dates are the caller's."""
    texts = _texts(data)
    together = "".join(texts)
    if storable(together) is not together:
        texts = tuple(map(storable, texts))
    values = dict(zip(TEXT_FIELDS, texts, strict=True))
    for name, length in LIMITED:
        values[name] = values[name][:length]
    for name, found in zip(LIST_FIELDS, _lists(data), strict=True):
        values[name] = [fitting(text, None) for text in found] if found else []
    title = full_title(values["title"], values["part_number"], values["part_title"])
    return values | {
        "control_number": number,
        "digest": data.digest,
        "author": author_text(data.contributors),
        "year": plausible_year(data.year),
        "age_mark": small_number(data.age_mark),
        "title_key": sort_key(title),
    }


def author_text(people: Iterable[ContributorData | AgentInRole]) -> str:
    """The authors given name first, or whoever stands first where there is none."""
    people = list(people)
    found = [each for each in people if each.role == Role.AUTHOR] or people[:1]
    names = (
        name_forms(each.name).direct or each.name if each.kind == AgentKind.PERSON else each.name
        for each in found
    )
    return fitting(", ".join(dict.fromkeys(names)), RECORD_LENGTHS["author"])


def contributors_of(data: BibRecord) -> dict[tuple[str, str], ContributorData]:
    """Contributors by agent key and role, in order, none twice."""
    found: dict[tuple[str, str], ContributorData] = {}
    for each in islice(data.contributors, MOST_CONTRIBUTORS):
        if each.name.strip():
            found.setdefault((agent_key(each.kind, each.name), each.role[:10]), each)
    return found


def holding_values(data: HoldingData, origin: str, key: str) -> dict[str, object]:
    """All imported fields of a copy by name; record and branch are the caller's."""
    values = {name: fitting(getattr(data, name), HOLDING_LENGTHS[name]) for name in HOLDING_TEXTS}
    price = data.price if data.price is not None and 0 <= data.price <= LARGEST_PRICE else None
    return values | {
        "received_on": data.received_on,
        "price": price,
        "origin": fitting(origin, HOLDING_LENGTHS["origin"]),
        "origin_key": key,
    }


def reject_row(file: str, rejected: RejectedRecord) -> Reject:
    """An unsaved reject; its run is the caller's."""
    return Reject(
        file=fitting(file, 255),
        position=rejected.position,
        control_number=fitting(rejected.control_number, 150),
        reason=rejected.reason,
        detail=fitting(rejected.detail, None),
        data=rejected.raw,
    )


def holding_keys(holdings: list[HoldingData]) -> list[str]:
    """What tells copies of one origin apart: inventory number, else barcode, else the place.

    A number given twice gets a count, so that no copy is lost.
    """
    found: list[str] = []
    taken: set[str] = set()
    for position, data in enumerate(holdings):
        key = _natural_key(data, position)
        if key in taken:
            key = f"{key[:240]}#{position}"
        taken.add(key)
        found.append(key)
    return found


def _natural_key(data: HoldingData, position: int) -> str:
    if data.inventory_number:
        return fitting(f"i:{data.inventory_number}", 250)
    if data.barcode:
        return fitting(f"b:{data.barcode}", 250)
    return f"p:{position}"
