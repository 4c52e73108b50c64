"""Titles, and the larger work that stands in for a title that is only «Т. 1»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from birge.catalogue.marc.bibliographic import BibRecord, ContributorData
from birge.catalogue.marc.figures import is_part_number, year_in
from birge.catalogue.marc.names import inverted, without_dates
from birge.catalogue.marc.punctuation import clean, joined, trimmed
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import Field, MarcRecord, embedded_fields
from birge.catalogue.marc.rules import Dialect, Title

REPLACEMENT = "\ufffd"
SPACED_SLASH = re.compile(r"\s+/\s+")


@dataclass(slots=True)
class Host:
    """The set, journal or collection that a record belongs to, as far as the record tells."""

    title: str = ""
    volume: str = ""
    responsibility: str = ""
    author: str = ""
    place: str = ""
    publisher: str = ""
    year_text: str = ""


def fill_titles(
    bib: BibRecord, record: MarcRecord, rules: Dialect, others: dict[int, Field]
) -> None:
    """Set title, parts, responsibility and set; raises UnreadableRecordError without any title."""
    field = _title_field(record, rules.title)
    if field is not None:
        _read_title(bib, field, rules.title, stops=rules.stops)
        other = others.get(id(field))
        if other is not None:
            bib.other_titles.append(_other_form(other, rules.title, stops=rules.stops))
    article = record.leader[7] in rules.article_levels
    hosts = _hosts(record, rules, article=article)
    if not bib.title:
        _take_title_elsewhere(bib, record, rules)
    if not bib.title or is_part_number(bib.title):
        _put_set_first(bib, record, hosts)
    elif hosts:
        bib.set_title = _statement(hosts)
    # Of journal and issue, the issue stands last and tells the year of an article.
    years = [year for host in hosts if (year := year_in(host.year_text))]
    bib.year = years[-1] if years else None
    if not bib.title:
        raise UnreadableRecordError("no_title", f"no text in {rules.title.tag}")
    _refuse_lost_text(bib.title, record)


def _title_field(record: MarcRecord, rule: Title) -> Field | None:
    fields = record.fields(rule.tag)
    return next(
        (field for field in fields if field.first(rule.title)), fields[0] if fields else None
    )


def _read_title(bib: BibRecord, field: Field, rule: Title, *, stops: bool) -> None:
    texts: dict[str, list[str]] = {}
    for code, value in field.subfields:
        value = trimmed(value, stops=stops or code not in rule.responsibility)
        if value:
            texts.setdefault(code, []).append(value)
    titles = [text for code in rule.title for text in texts.get(code, ())]
    # A record may repeat $a for other works by the same author; ISBD puts « ; » between them.
    main = texts.get(rule.title[0]) or titles[:1]
    bib.title = " ; ".join(dict.fromkeys(main))
    bib.subtitle = joined(texts.get(rule.subtitle, []), " : ")
    bib.part_number = joined(texts.get(rule.part_number, []), ", ")
    bib.part_title = joined(texts.get(rule.part_title, []), ". ")
    bib.responsibility = joined([t for c in rule.responsibility for t in texts.get(c, ())], " ; ")
    if rule.parallel:
        bib.other_titles += [text.lstrip("= ") for text in texts.get(rule.parallel, ())]
    if not any(letter.isalnum() or letter == REPLACEMENT for letter in bib.title):
        bib.title = ""


def _other_form(field: Field, rule: Title, *, stops: bool) -> str:
    values = field.all(rule.title[0] + rule.subtitle)
    return joined([trimmed(value, stops=stops) for value in values], " : ")


def _take_title_elsewhere(bib: BibRecord, record: MarcRecord, rules: Dialect) -> None:
    title = bib.part_title or bib.subtitle
    if title:
        bib.part_title = "" if bib.part_title else bib.part_title
        bib.subtitle = "" if title == bib.subtitle else bib.subtitle
    else:
        found = (trimmed(record.first(tag, "a"), stops=rules.stops) for tag in rules.title.instead)
        title = next((text for text in found if text), "")
    if title:
        bib.title = title
        record.warn("title_from_other_field")


def _put_set_first(bib: BibRecord, record: MarcRecord, hosts: list[Host]) -> None:
    """Let the set's title stand in for a title that is only a number, or is missing."""
    host = next((host for host in hosts if host.title), None)
    if host is None and bib.title and bib.series:
        host = Host(bib.series)
    if host is None:
        if bib.title:
            record.warn("title_is_part_number")
        return
    number = bib.title or host.volume
    if number and bib.part_number and number != bib.part_number:
        number = f"{number}, {bib.part_number}"
    bib.part_number = number
    if not bib.part_title:
        bib.part_title, bib.subtitle = bib.subtitle, ""
    bib.title = bib.set_title = host.title
    bib.responsibility = bib.responsibility or host.responsibility
    bib.place = bib.place or host.place
    bib.publisher = bib.publisher or host.publisher
    if not bib.contributors and host.author:
        name, dates = without_dates(host.author)
        bib.contributors.append(ContributorData(inverted(name), dates=dates, main=True))


def _hosts(record: MarcRecord, rules: Dialect, *, article: bool) -> list[Host]:
    tags = rules.article_hosts if article else rules.hosts
    read = _marc21_host if rules.name == "marc21" else _unimarc_host
    hosts = [read(field) for tag in tags if tag in record for field in record.fields(tag)]
    if rules.name == "marc21" and not article and record.leader[19] not in "abc":
        # A whole book «in» something without a volume is in a package of its seller, not in a set.
        hosts = [host for host in hosts if host.volume]
    return [host for host in hosts if host.title]


def _statement(hosts: list[Host]) -> str:
    """«Смена. N 1. С. 12-13»: titles and volumes from the largest unit down."""
    return joined([part for host in hosts[:3] for part in (host.title, host.volume)], ". ")


def _marc21_host(field: Field) -> Host:
    title, _, responsibility = _split_slash(clean(field.first("t")))
    imprint = clean(field.first("d"))
    place, _, rest = imprint.partition(" : ")
    return Host(
        title=trimmed(title, stops=True),
        volume=trimmed(field.first("gv"), stops=False),
        responsibility=trimmed(responsibility),
        author=trimmed(field.first("a")),
        place=trimmed(place) if rest else "",
        publisher=trimmed(rest.rpartition(",")[0]) if rest else "",
        year_text=imprint,
    )


def _split_slash(text: str) -> tuple[str, str, str]:
    parts = SPACED_SLASH.split(text, maxsplit=1)
    return (parts[0], "/", parts[1]) if len(parts) == 2 else (text, "", "")


def _unimarc_host(field: Field) -> Host:
    inside = {inner.tag: inner for inner in reversed(embedded_fields(field)) if inner.subfields}
    if not inside:
        return Host(
            title=trimmed(field.first("t")),
            volume=trimmed(field.first("v")),
            author=trimmed(field.first("a")),
            place=trimmed(field.first("c")),
            publisher=trimmed(field.first("n")),
            year_text=clean(field.first("d")),
        )
    title = inside.get("200", Field("200"))
    imprint = inside.get("210", Field("210"))
    author = inside.get("700", Field("700"))
    given = author.first("g") or author.first("b")
    return Host(
        title=joined([trimmed(title.first(code)) for code in "ahi"], ". "),
        volume=trimmed(title.first("v")),
        responsibility=trimmed(title.first("f")),
        author=inverted(author.first("a"), given) if author.first("a") else "",
        place=trimmed(imprint.first("a")),
        publisher=trimmed(imprint.first("c")),
        year_text=clean(imprint.first("d")),
    )


def _refuse_lost_text(title: str, record: MarcRecord) -> None:
    lost = title.count(REPLACEMENT)
    if lost:
        letters = sum(letter.isalpha() for letter in title)
        if lost * 2 > letters:
            raise UnreadableRecordError("undecodable", f"{lost} letters of the title are lost")
        record.warn("bytes_replaced")
