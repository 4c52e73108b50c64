"""How a record is cited: by ГОСТ Р 7.0.5, in BibTeX and in RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from birge.catalogue.choices import AgentKind, MaterialType, Role
from birge.catalogue.languages import html_language
from birge.catalogue.models import Agent, Record
from birge.language.names import NameForms, name_forms

# ГОСТ Р 7.0.5-2008, 4.9 and 7: up to three authors head a reference; of four and more the first
# is named behind the title, with "and others" in the language of the book.
MOST_IN_HEADING = 3
AND_OTHERS = {"kk": "[т.б.]", "ru": "[и др.]"}
AND_OTHERS_ELSEWHERE = "[et al.]"
# "350 с. : ил. ; 21 см": a reference wants the pages only.
AFTER_PAGES = re.compile(r"\s*[:;+].*", re.DOTALL)
ENDS = ".!?…"

BIBTEX_TYPES = {
    MaterialType.BOOK: "book",
    MaterialType.ARTICLE: "article",
    MaterialType.MANUSCRIPT: "unpublished",
}
RIS_TYPES = {
    MaterialType.BOOK: "BOOK",
    MaterialType.PERIODICAL: "JFULL",
    MaterialType.ARTICLE: "JOUR",
    MaterialType.SCORE: "MUSIC",
    MaterialType.MAP: "MAP",
    MaterialType.AUDIO: "SOUND",
    MaterialType.VIDEO: "VIDEO",
    MaterialType.ELECTRONIC: "ELEC",
    MaterialType.PICTURE: "ART",
    MaterialType.MANUSCRIPT: "UNPB",
}
TEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citation(record: Record) -> str:
    """The reference by ГОСТ Р 7.0.5; contributions must be loaded.

    Areas end with a full stop, as the standard allows instead of the point and dash of ISBD.
    """
    people = _people(record, Role.AUTHOR)
    parts = []
    if len(people) <= MOST_IN_HEADING:
        parts.append(", ".join(each.short for each in people))
    title = " : ".join(filter(None, (record.full_title, record.subtitle)))
    if len(people) > MOST_IN_HEADING:
        others = AND_OTHERS.get(html_language(record.languages), AND_OTHERS_ELSEWHERE)
        title = f"{title} / {people[0].initials_first} {others}"
    imprint = ", ".join(
        filter(None, (" : ".join(filter(None, (record.place, record.publisher))), _year(record)))
    )
    parts += [title, record.edition, imprint, AFTER_PAGES.sub("", record.extent)]
    text = " ".join(_ended(part) for part in parts if part)
    return f"{text} ({_series(record)})." if record.series else text


def bibtex(record: Record, url: str) -> str:
    """The record as an entry of BibTeX, for biber and other programs that read UTF-8."""
    fields = {
        "author": _tex_names(record, Role.AUTHOR),
        "editor": _tex_names(record, Role.EDITOR),
        "translator": _tex_names(record, Role.TRANSLATOR),
        "title": record.full_title,
        "subtitle": record.subtitle,
        "edition": record.edition,
        "address": record.place,
        "publisher": record.publisher,
        "year": _year(record),
        "series": record.series,
        "number": record.series_number,
        "isbn": ", ".join(record.isbns),
        "issn": ", ".join(record.issns),
        "langid": html_language(record.languages),
        "keywords": ", ".join(record.subjects),
    }
    lines = [f"  {name} = {{{_tex(value)}}}," for name, value in fields.items() if value]
    kind = BIBTEX_TYPES.get(record.material_type, "misc")
    # An address is not escaped: programs take it as it stands, and public ids hold no signs.
    return "\n".join([f"@{kind}{{{record.public_id},", *lines, f"  url = {{{url}}},", "}", ""])


def ris(record: Record, url: str) -> str:
    """The record in RIS, as reference managers import it; lines end as that format wants."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _ris_fields(record, url))


def _ris_fields(record: Record, url: str) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES.get(record.material_type, "GEN")
    for tag, role in (("AU", Role.AUTHOR), ("ED", Role.EDITOR), ("A4", Role.TRANSLATOR)):
        yield from ((tag, each.inverted) for each in _people(record, role))
    values: dict[str, Iterable[str]] = {
        "TI": [" : ".join(filter(None, (record.full_title, record.subtitle)))],
        "ET": [record.edition],
        "CY": [record.place],
        "PB": [record.publisher],
        "PY": [str(record.year or "")],
        "T2": [record.series],
        "SN": [*record.isbns, *record.issns],
        "LA": [html_language(record.languages)],
        "KW": record.subjects,
        "AB": [record.annotation],
        "UR": [url],
    }
    for tag, texts in values.items():
        yield from ((tag, text) for text in texts if text)
    yield "ER", ""


def _people(record: Record, role: str) -> list[NameForms]:
    """The names of those with the role, in the language of the book where known; a body keeps its name."""
    language = html_language(record.languages)
    return [_name(each.agent, language) for each in record.contributions.all() if each.role == role]


def _name(agent: Agent, language: str) -> NameForms:
    heading = agent.heading_in(language)
    return name_forms(heading) if agent.kind == AgentKind.PERSON else NameForms(heading)


def _tex_names(record: Record, role: str) -> str:
    return " and ".join(each.inverted for each in _people(record, role))


def _year(record: Record) -> str:
    return str(record.year) if record.year else record.year_text


def _series(record: Record) -> str:
    return " ; ".join(filter(None, (record.series, record.series_number)))


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith(tuple(ENDS)) else f"{text}."


def _tex(text: str) -> str:
    return "".join(TEX_SIGNS.get(sign, sign) for sign in _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())
