"""Who made the book: names of persons, bodies and meetings with their roles."""

from __future__ import annotations

import re

from birge.catalogue.marc.bibliographic import ContributorData
from birge.catalogue.marc.names import dates_in, inverted, tidy, without_dates
from birge.catalogue.marc.punctuation import clean
from birge.catalogue.marc.record import Field, MarcRecord
from birge.catalogue.marc.roles import role_in
from birge.catalogue.marc.rules import Dialect, Name

# $6 of UNIMARC: «z», linking number, tag of the other field («z01702»).
UNIMARC_LINK = re.compile(r"[az]([0-9]{2})([0-9]{3})?")
# Variant forms of names (RUSMARC 790 and 791) by the fields they belong to.
VARIANT_FIELDS = {"790": ("700", "701", "702"), "791": ("710", "711", "712")}
ROMAN = re.compile(r"[IVXLC]+")


def contributors_of(
    record: MarcRecord, rules: Dialect, others: dict[int, Field]
) -> list[ContributorData]:
    """The contributors in the order of the record, each name and role once."""
    found: dict[tuple[str, str, str], ContributorData] = {}
    linked: dict[tuple[str, str], ContributorData] = {}
    unimarc = rules.name == "unimarc"
    for rule in rules.names:
        if rule.tag not in record:
            continue
        for field in record.fields(rule.tag):
            person = _contributor(field, rule, unimarc=unimarc)
            if person is None:
                continue
            link = (rule.tag, _occurrence(field)) if unimarc else ("", "")
            if link[1] and link in linked:
                _add_variants(linked[link], person.name, *person.variants)
                continue
            other = others.get(id(field))
            if other is not None and (form := _contributor(other, rule, unimarc=unimarc)):
                _add_variants(person, form.name, *form.variants)
            first = found.setdefault((person.kind, person.name.casefold(), person.role), person)
            _add_variants(first, *person.variants)
            if link[1]:
                linked[link] = first
    if unimarc:
        _read_variant_fields(record, linked)
    return list(found.values())


def _contributor(field: Field, rule: Name, *, unimarc: bool) -> ContributorData | None:
    if not field.first("a"):
        return None
    kind = rule.kind
    if unimarc and kind == "body" and field.indicators[0] == "1":
        kind = "meeting"
    if kind == "person":
        person = _unimarc_person(field) if unimarc else _marc21_person(field)
    else:
        person = ContributorData(_body(field, kind=kind, unimarc=unimarc))
    if not person.name:
        return None
    person.kind = kind
    person.main = rule.main
    words = field.all("j" if kind == "meeting" else "e")
    person.role = role_in(tuple(field.all("4")), tuple(words), "")
    if not person.role:
        person.role = _usual_role(field, rule, unimarc=unimarc)
    return person


def _usual_role(field: Field, rule: Name, *, unimarc: bool) -> str:
    # A 700 with a title, or marked as analytical entry, names the author of a work inside.
    if not unimarc and rule.role == "oth" and (field.first("t") or field.indicators[1] == "2"):
        return "aut"
    return rule.role


def _marc21_person(field: Field) -> ContributorData:
    by_surname = field.indicators[0] != "0"
    entry, dates = without_dates(clean(field.first("a")))
    name = inverted(entry, by_surname=by_surname)
    number = clean(field.first("b")).strip(" ,")
    if number:
        name = f"{name} {number}"
    person = ContributorData(name, dates=dates_in(field.first("d")) or dates)
    fuller = clean(field.first("q")).strip("(), ")
    if fuller and "," in name:
        surname = name.partition(",")[0]
        _add_variants(person, fuller if fuller.startswith(surname) else f"{surname}, {fuller}")
    return person


def _unimarc_person(field: Field) -> ContributorData:
    entry, rest = field.first("a"), field.first("b")
    by_surname = field.indicators[1] != "0"
    fuller = [value for value in field.all("g") if value.strip()]
    given = next((value for value in fuller if "," not in value), "")
    entry, dates = without_dates(clean(entry))
    name = inverted(entry, given or rest, by_surname=by_surname)
    number = clean(field.first("d")).strip(" ,")
    if ROMAN.fullmatch(number):
        name = f"{name} {number}"
    person = ContributorData(name, dates=dates_in(field.first("f")) or dates)
    if given and rest:
        _add_variants(person, inverted(entry, rest))
    _add_variants(person, *(tidy(value) for value in fuller if "," in value))
    return person


def _body(field: Field, *, kind: str, unimarc: bool) -> str:
    """A body with its parts; a meeting with its number, place and date."""
    parts = "abh" if unimarc else "ab"
    name = ". ".join(tidy(value).rstrip(".") for value in field.all(parts) if tidy(value))
    if kind == "meeting":
        details = [tidy(value).strip("() ;:") for value in field.all("def" if unimarc else "ndc")]
        details = [value for value in details if value]
        if details:
            name = f"{name} ({' ; '.join(details)})"
    return name


def _occurrence(field: Field) -> str:
    found = UNIMARC_LINK.match(field.first("6"))
    return found[1] if found else ""


def _read_variant_fields(
    record: MarcRecord, linked: dict[tuple[str, str], ContributorData]
) -> None:
    for tag, partners in VARIANT_FIELDS.items():
        for field in record.fields(tag):
            form = _contributor(
                field, Name(tag, "person" if tag == "790" else "body", ""), unimarc=True
            )
            occurrence = _occurrence(field)
            person = next(
                (
                    linked[partner, occurrence]
                    for partner in partners
                    if (partner, occurrence) in linked
                ),
                None,
            )
            if form and person:
                _add_variants(person, form.name, *form.variants)


def _add_variants(person: ContributorData, *names: str) -> None:
    new = [name for name in names if name and name != person.name and name not in person.variants]
    if new:
        person.variants = (*person.variants, *dict.fromkeys(new))
