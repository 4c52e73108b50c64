"""Copies and runs out of the fields that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from birge.catalogue.marc.bibliographic import HoldingData
from birge.catalogue.marc.fields_marc21 import ITEM, RUNS
from birge.catalogue.marc.figures import date_in, tenge_in
from birge.catalogue.marc.punctuation import clean, joined, trimmed
from birge.catalogue.marc.record import Field, MarcRecord
from birge.catalogue.marc.rules import Holding

ACQUISITIONS = (
    ("взамен", "replacement"), ("замен", "replacement"), ("орнына", "replacement"),
    ("replac", "replacement"), ("дар", "gift"), ("пожертв", "gift"), ("сый", "gift"),
    ("gift", "gift"), ("donat", "gift"), ("обмен", "exchange"), ("алмас", "exchange"),
    ("exchange", "exchange"), ("покуп", "purchase"), ("купл", "purchase"), ("закуп", "purchase"),
    ("сатып", "purchase"), ("purchase", "purchase"),
)  # fmt: skip
# What some systems write where the code of a branch should stand.
NOT_A_BRANCH = frozenset(("книга", "журнал", "газета", "брошюра", "ноты", "кітап", "book"))
INVENTORY_NUMBER = re.compile(r"([0-9]{3,15}(?:/[0-9]+)?)(?:\s*-\s*(\S.*))?")
ALL_OF_IT = attrgetter(*HoldingData.__slots__)
BEFORE_STOP = re.compile(r"[0-9]+")


def holdings_of(record: MarcRecord, rules: Iterable[Holding]) -> list[HoldingData]:
    """The copies of the record, in the order of its fields, none twice."""
    found: list[HoldingData] = []
    linked = any(tag in record for tag in (ITEM.tag, *RUNS))
    for rule in rules:
        if rule.tag not in record:
            continue
        fields = [field for field in record.fields(rule.tag) if _fits(field, rule)]
        if rule.numbers:
            for field in fields:
                found += _numbered(field, rule)
        elif linked and rule.tag == "852":
            found += _with_items(record, fields, rule)
        else:
            found += [_holding(field, rule) for field in fields]
    if linked and not found and "852" not in record:
        found = _with_items(record, [], ITEM)
    unique: dict[tuple[object, ...], HoldingData] = {}
    for holding in found:
        key = ALL_OF_IT(holding)
        if any(key):
            unique.setdefault(key, holding)
    # Copies that differ in nothing but are several have numbers; without them they are one line.
    return list(unique.values())


def acquisition_in(text: str) -> str:
    """How a copy came, from a word in the record."""
    low = text.strip().lower()
    return next((way for beginning, way in ACQUISITIONS if low.startswith(beginning)), "")


def _fits(field: Field, rule: Holding) -> bool:
    return all(field.first(code) for code in rule.needs)


def _preferred(texts: dict[str, str], codes: str) -> str:
    for code in codes:
        if code in texts:
            return clean(texts[code])
    return ""


def _first_texts(field: Field) -> dict[str, str]:
    """The first text of each subfield code."""
    texts: dict[str, str] = {}
    for code, value in field.subfields:
        if code not in texts and value.strip():
            texts[code] = value
    return texts


def _branch(texts: dict[str, str], codes: str) -> str:
    for code in codes:
        value = _branch_name(texts.get(code, ""))
        if value:
            return value
    return ""


@lru_cache(1000)
def _branch_name(text: str) -> str:
    name = trimmed(text).replace(" ,", ",")
    return "" if name.lower() in NOT_A_BRANCH else name


def _shelf(field: Field, texts: dict[str, str], rule: Holding) -> str:
    if not rule.shelf_joined:
        return trimmed(_preferred(texts, rule.shelf))
    return " ".join(clean(value) for value in field.all(rule.shelf) if value.strip())


def _holding(field: Field, rule: Holding) -> HoldingData:
    texts = _first_texts(field)
    holding = HoldingData(
        branch_code=_branch(texts, rule.branch), shelf_mark=_shelf(field, texts, rule)
    )
    if rule.location:
        holding.location = _preferred(texts, rule.location)
    if rule.inventory:
        number = _preferred(texts, rule.inventory)
        # The same subfield is the shelf mark in one system and the inventory number in another.
        holding.inventory_number = "" if number == holding.shelf_mark else number
    if rule.barcode:
        holding.barcode = _preferred(texts, rule.barcode)
    if rule.received:
        holding.received_on = date_in(_preferred(texts, rule.received))
    if rule.acquisition:
        holding.acquisition = acquisition_in(_preferred(texts, rule.acquisition))
    if rule.price:
        holding.price = tenge_in(_preferred(texts, rule.price))
    if rule.act:
        holding.act_number = _preferred(texts, rule.act)
    if rule.run:
        holding.run = _preferred(texts, rule.run)
    if rule.note:
        holding.note = joined([clean(value) for value in field.all(rule.note)], "; ")
    return holding


def _numbered(field: Field, rule: Holding) -> list[HoldingData]:
    """One copy for each number of a list such as «1541285;1541286-нк;1622349-фв».

    The letters behind a number name the department of all numbers since the last letters.
    """
    base = _holding(field, rule)
    copies: list[HoldingData] = []
    waiting: list[HoldingData] = []
    for part in clean(field.first(rule.numbers)).split(";"):
        found = INVENTORY_NUMBER.fullmatch(part.strip())
        if not found:
            continue
        waiting.append(HoldingData(shelf_mark=base.shelf_mark, inventory_number=found[1]))
        if found[2]:
            for copy in waiting:
                copy.location = found[2]
            copies += waiting
            waiting = []
    return copies + waiting


def _with_items(record: MarcRecord, fields: list[Field], rule: Holding) -> list[HoldingData]:
    """Locations (852) with their items (876) and runs (866 to 868), matched by $8 or by order."""
    bases = [_holding(field, rule) for field in fields] or [HoldingData()]
    links = [_link(field) for field in fields] or [""]
    items = record.fields(ITEM.tag)
    copies: dict[int, list[HoldingData]] = {}
    for position, field in enumerate(items):
        at = _place(field, links, position if len(items) == len(links) else 0)
        copies.setdefault(at, []).append(_copy(bases[at], _holding(field, ITEM)))
    for tag in RUNS:
        for field in record.fields(tag):
            at = _place(field, links, 0)
            run = clean(field.first("a"))
            bases[at].run = joined([bases[at].run, run], "; ")
    found: list[HoldingData] = []
    for at, base in enumerate(bases):
        # The run describes the location as a whole, so it stands beside copies, not in each.
        if at not in copies or base.run:
            found.append(base)
        found += copies.get(at, [])
    return found


def _copy(base: HoldingData, item: HoldingData) -> HoldingData:
    return replace(
        item,
        branch_code=base.branch_code,
        location=item.location or base.location,
        shelf_mark=base.shelf_mark,
        barcode=item.barcode or base.barcode,
        note=joined([base.note, item.note], "; "),
    )


def _link(field: Field) -> str:
    found = BEFORE_STOP.match(field.first("8").strip())
    return found[0] if found else ""


def _place(field: Field, links: list[str], otherwise: int) -> int:
    link = _link(field)
    return links.index(link) if link and link in links else otherwise
