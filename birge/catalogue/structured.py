"""A record for machines: schema.org in JSON-LD, COinS, and plain JSON."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from birge.catalogue.choices import AgentKind, MaterialType, Role
from birge.catalogue.languages import html_language
from birge.catalogue.models import Record

SCHEMA_TYPES = {
    MaterialType.BOOK: "Book",
    MaterialType.PERIODICAL: "Periodical",
    MaterialType.ARTICLE: "Article",
    MaterialType.SCORE: "SheetMusic",
    MaterialType.MAP: "Map",
    MaterialType.AUDIO: "Audiobook",
    MaterialType.MANUSCRIPT: "Manuscript",
}
SCHEMA_KINDS = {AgentKind.PERSON: "Person", AgentKind.MEETING: "Event"}
SCHEMA_ROLES = {
    Role.AUTHOR: "author",
    Role.TRANSLATOR: "translator",
    Role.ILLUSTRATOR: "illustrator",
    Role.EDITOR: "editor",
    Role.COMPOSER: "composer",
    Role.NARRATOR: "readBy",
}
# What could end the script element, or begin a comment in it.
SCRIPT_SIGNS = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def schema_org(record: Record, url: str) -> dict[str, object]:
    """The record in the words of schema.org; contributions must be loaded."""
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": SCHEMA_TYPES.get(record.material_type, "CreativeWork"),
        "@id": url,
        "url": url,
        "name": record.full_title,
        "alternativeHeadline": record.subtitle,
        "inLanguage": html_language(record.languages),
        "isbn": record.isbns[0] if record.isbns else "",
        "issn": record.issns[0] if record.issns else "",
        "datePublished": str(record.year or ""),
        "bookEdition": record.edition,
        "publisher": {"@type": "Organization", "name": record.publisher}
        if record.publisher
        else "",
        "about": record.subjects,
        "description": record.annotation,
        "typicalAgeRange": f"{record.age_mark}-" if record.age_mark is not None else "",
    }
    for each in record.contributions.all():
        key = SCHEMA_ROLES.get(each.role, "contributor")
        kind = SCHEMA_KINDS.get(each.agent.kind, "Organization")
        person = {"@type": kind, "name": each.agent.display_name}
        found.setdefault(key, []).append(person)
    return {name: value for name, value in found.items() if value}


def json_ld(record: Record, url: str) -> SafeString:
    """The script element for the head of the page; data, which the browser does not run."""
    text = json.dumps(schema_org(record, url), ensure_ascii=False).translate(SCRIPT_SIGNS)
    # Every sign that HTML could read has been escaped in the line above.
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def coins(record: Record) -> SafeString:
    """The span by which Zotero and its like find the book in the page (OpenURL, Z39.88-2004)."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "book"),
        ("rft.btitle", record.full_title),
        *(("rft.isbn", isbn) for isbn in record.isbns[:1]),
        ("rft.place", record.place),
        ("rft.pub", record.publisher),
        ("rft.date", str(record.year or "")),
        ("rft.edition", record.edition),
        ("rft.series", record.series),
        *(("rft.au", each.agent.name) for each in record.main_contributions),
    ]
    query = urlencode([(name, value) for name, value in pairs if value])
    return format_html('<span class="Z3988" title="{}"></span>', query)


def plain(record: Record, url: str) -> dict[str, object]:
    """All that readers may know of the record, under the names the model has."""
    names = (
        "public_id",
        "status",
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
        "year",
        "year_text",
        "extent",
        "series",
        "series_number",
        "languages",
        "original_languages",
        "isbns",
        "issns",
        "subjects",
        "annotation",
        "material_type",
        "audience",
        "age_mark",
        "udc",
        "bbk",
    )
    contributors = [
        {"name": each.agent.name, "kind": each.agent.kind, "dates": each.agent.dates}
        | {"role": each.role}
        for each in record.contributions.all()
    ]
    found = {name: getattr(record, name) for name in names}
    return {"url": url, **found, "contributors": contributors, "source": record.source.name}
