"""Fields of a record put in their places, as the tables of `fields_marc21` and `fields_unimarc` say."""

from __future__ import annotations

import re

from birge.catalogue.marc import dialects
from birge.catalogue.marc.bibliographic import BibRecord, HoldingData, HoldingsRecord
from birge.catalogue.marc.contributors import contributors_of
from birge.catalogue.marc.fields_marc21 import MARC21
from birge.catalogue.marc.fields_unimarc import UNIMARC
from birge.catalogue.marc.figures import age_mark_in, tenge_in, year_in
from birge.catalogue.marc.holdings import holdings_of
from birge.catalogue.marc.language_codes import languages_in
from birge.catalogue.marc.original_script import prefer_original_script
from birge.catalogue.marc.punctuation import clean, joined, trimmed
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import Field, MarcRecord
from birge.catalogue.marc.rules import Class, Dialect, Subject, Text
from birge.catalogue.marc.standard_numbers import isbn_in, issn_in
from birge.catalogue.marc.titles import fill_titles

DIALECTS = {dialects.MARC21: MARC21, dialects.UNIMARC: UNIMARC}
HOLDINGS_TYPES = "uvxy"
ONLINE_FORMS = "oqs"
SIZE_WITHOUT_UNIT = re.compile(r" ; ([0-9]{2})$")
UNIT_AT_END = re.compile(r"([0-9)] ?(?:cm|mm|см|мм))\.$")
DOUBLE_DASH = re.compile(r"\s*(?:--|—|–)\s*")
CYRILLIC_OR_BRACKET = re.compile(r"[А-Яа-я(]")
NO_MARKS: dict[int, Field] = {}


def bibliographic(record: MarcRecord, dialect: str) -> BibRecord:
    """The record as plain data; raises UnreadableRecordError where nothing useful is in it."""
    rules = DIALECTS[dialect]
    if record.leader[6] in rules.not_bibliographic and "245" not in record:
        raise UnreadableRecordError("not_bibliographic", f"leader/06 is {record.leader[6]}")
    romanised = prefer_original_script(record) if "880" in record else NO_MARKS
    bib = BibRecord(control_number=clean(record.control("001")), dialect=dialect)
    for text in rules.texts:
        setattr(bib, text.target, _text(record, text, stops=rules.stops))
    bib.contributors = contributors_of(record, rules, romanised)
    fill_titles(bib, record, rules, romanised)
    _read_lists(bib, record, rules)
    _read_numbers(bib, record, rules)
    _read_languages(bib, record, rules)
    _read_coded(bib, record, rules)
    bib.holdings = holdings_of(record, rules.holdings)
    _price_copies(bib.holdings, record, rules)
    bib.warnings = record.warnings
    return bib


def holdings_record(record: MarcRecord) -> HoldingsRecord:
    """A MARC 21 holdings record as plain data."""
    return HoldingsRecord(
        control_number=clean(record.control("001")),
        parent_control_number=clean(record.control("004")),
        holdings=holdings_of(record, MARC21.holdings),
        warnings=record.warnings,
    )


def is_holdings_record(record: MarcRecord, dialect: str) -> bool:
    """Whether this is a MARC 21 holdings record (leader/06 is u, v, x or y)."""
    return dialect == dialects.MARC21 and record.leader[6] in HOLDINGS_TYPES and "245" not in record


def _text(record: MarcRecord, rule: Text, *, stops: bool) -> str:
    for tag in rule.tags:
        if tag not in record:
            continue
        fields = record.fields(tag)
        if rule.prefer and len(fields) > 1:
            fields = sorted(fields, key=lambda field: field.indicators[1:2] != rule.prefer)
        for field in fields:
            text = _field_text(field, rule, stops=stops)
            if text:
                return text
    return ""


def _field_text(field: Field, rule: Text, *, stops: bool) -> str:
    stops = stops and not rule.keeps_stops
    if rule.signs is None:
        return trimmed(field.first(rule.codes), stops=stops)
    text = ""
    for code, value in field.subfields:
        if code in rule.codes and (value := trimmed(value, stops=stops)):
            sign = rule.signs.get(code) or rule.signs.get("*", " ")
            text = f"{text}{sign}{value}" if text else value
    return text


def _read_lists(bib: BibRecord, record: MarcRecord, rules: Dialect) -> None:
    for rule in rules.lists:
        values: list[str] = getattr(bib, rule.target)
        for tag in rule.tags:
            for field in record.fields(tag):
                for value in field.all(rule.codes):
                    value = trimmed(value, stops=rules.stops)
                    if value and value not in values and value != bib.title:
                        values.append(value)
    bib.subjects = _subjects(record, rules)
    for scheme in rules.classes:
        if scheme.tag in record and not getattr(bib, scheme.target):
            setattr(bib, scheme.target, _class(record, scheme))


def _subjects(record: MarcRecord, rules: Dialect) -> list[str]:
    found: dict[str, str] = {}
    for rule in rules.subjects:
        for tag in rule.tags:
            if tag in record:
                for field in record.fields(tag):
                    for heading in _headings(field, rule):
                        found.setdefault(heading.casefold(), heading)
    return list(found.values())


def _headings(field: Field, rule: Subject) -> list[str]:
    values = [trimmed(value, stops=True) for value in field.all(rule.codes)]
    if rule.apart:
        return [value for value in values if value]
    if "f" in rule.codes or "d" in rule.codes:
        heading = _name_heading(field, rule)
    else:
        heading = joined(values, " — ")
    return [DOUBLE_DASH.sub(" — ", heading)] if heading else []


def _name_heading(field: Field, rule: Subject) -> str:
    """A name as subject: its parts after commas, its subdivisions after dashes."""
    full = field.first("g") if "g" in rule.codes else ""
    name = []
    subdivisions = []
    for code, value in field.subfields:
        if code in "xyzvj" and code in rule.codes:
            subdivisions.append(trimmed(value, stops=True))
        elif code in rule.codes and not (full and code == "b"):
            name.append(trimmed(value, stops=True))
    return joined([joined(name, ", "), *subdivisions], " — ")


def _class(record: MarcRecord, rule: Class) -> str:
    for field in record.fields(rule.tag):
        scheme = field.first("2").lower()
        value = clean(field.first(rule.codes))
        named = rule.scheme in scheme if scheme else rule.unnamed or not rule.scheme
        # Unnamed numbers are ours only when they cannot be Dewey's: those have figures alone.
        ours = bool(scheme) or not rule.scheme or CYRILLIC_OR_BRACKET.search(value)
        if value and named and ours:
            return value
    return ""


def _read_numbers(bib: BibRecord, record: MarcRecord, rules: Dialect) -> None:
    for field in record.fields(rules.isbn):
        for code, value in field.subfields:
            if code in "az":
                _add_isbn(bib, clean(value), valid=code == "a")
    for field in record.fields(rules.issn):
        for value in field.all("a"):
            number = issn_in(value)
            if number and number not in bib.issns:
                bib.issns.append(number)


def _add_isbn(bib: BibRecord, text: str, *, valid: bool) -> None:
    number, wrong = isbn_in(text)
    if number and valid:
        if number not in bib.isbns:
            bib.isbns.append(number)
        return
    wrong = wrong or number
    if wrong and wrong not in bib.invalid_isbns:
        bib.invalid_isbns.append(wrong)


def _read_languages(bib: BibRecord, record: MarcRecord, rules: Dialect) -> None:
    bib.languages = _languages(record, rules.languages)
    bib.original_languages = _languages(record, rules.original_languages)
    if not bib.languages and rules.coded.language:
        coded = record.control(rules.coded.tag)
        if len(coded) >= rules.coded.length:
            bib.languages = list(languages_in(coded[rules.coded.language])[0])


def _languages(record: MarcRecord, places: tuple[tuple[str, str], ...]) -> list[str]:
    languages: list[str] = []
    for tag, code in places:
        for field in record.fields(tag):
            for value in field.all(code):
                found, dirty = languages_in(value)
                languages += [language for language in found if language not in languages]
                if dirty:
                    record.warn("dirty_language")
    return languages


def _read_coded(bib: BibRecord, record: MarcRecord, rules: Dialect) -> None:
    place = rules.coded
    coded = record.first(place.tag, place.subfield) if place.subfield else record.control(place.tag)
    bib.year = year_in(bib.year_text) or year_in(coded[place.year]) or bib.year
    if len(coded) < place.length:
        coded = ""  # positions cannot be told where blanks were lost
    bib.audience = rules.audiences.get(coded[place.audience : place.audience + 1], "")
    bib.material_type = _material(record, rules, coded)
    if bib.material_type in ("periodical", "map") and not place.subfield:
        bib.audience = ""
    bib.extent = UNIT_AT_END.sub(r"\1", SIZE_WITHOUT_UNIT.sub(r" ; \1 см", bib.extent))
    bib.age_mark = _age_mark(record, rules.age_notes)


def _material(record: MarcRecord, rules: Dialect, coded: str) -> str:
    kind, level = record.leader[6], record.leader[7]
    material = rules.materials.get(kind, "book")
    if material == "score" and rules.music and not any(tag in record for tag in rules.music):
        # Some catalogues give the code of printed music to books in the national language.
        material = "book"
    if material == "book":
        material = rules.levels.get(level, "book")
    elif material == "electronic" and level in rules.article_levels:
        material = "article"
    at = rules.coded.online
    online = coded[at : at + 1] if at else ""
    if online and online in ONLINE_FORMS and material in ("book", "periodical"):
        return "electronic"
    return material


def _age_mark(record: MarcRecord, tags: tuple[str, ...]) -> int | None:
    for tag in tags:
        if tag in record:
            for field in record.fields(tag):
                for value in field.all("a"):
                    mark = age_mark_in(value)
                    if mark is not None:
                        return mark
    return None


def _price_copies(holdings: list[HoldingData], record: MarcRecord, rules: Dialect) -> None:
    price = tenge_in(record.first(*rules.price))
    if price is not None:
        for holding in holdings:
            if holding.price is None:
                holding.price = price
