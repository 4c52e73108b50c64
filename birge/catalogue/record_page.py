"""What the page of a record shows, gathered in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import segno
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, pgettext

from birge.catalogue.cards import RecordCard, cover_renditions, record_card, with_agents
from birge.catalogue.choices import MaterialType, Role, RunStatus
from birge.catalogue.citations import citation
from birge.catalogue.languages import html_language, language_name
from birge.catalogue.models import Contribution, ImportRun, OriginalRecord, Record
from birge.catalogue.original import shown_fields
from birge.catalogue.queries import copies_of, holding_rows, record_availability
from birge.catalogue.similar import similar_records
from birge.catalogue.structured import coins, json_ld

DESCRIPTION_LENGTH = 160


@dataclass(frozen=True)
class FactValue:
    """One value of a fact; `lang` when it is known to be in another language than the page."""

    text: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Fact:
    """A line of "About the book"."""

    label: str
    values: list[FactValue]


@dataclass(frozen=True)
class Link:
    """A place to go, or a file to take."""

    label: str
    url: str

    @property
    def title(self) -> str:
        return self.label


def find_record(public_id: str) -> Record | None:
    """The record with that id unless staff have hidden it, with all its page needs of it."""
    last_import = ImportRun.objects.filter(
        source=OuterRef("source"), status=RunStatus.DONE, dry_run=False
    ).order_by("-finished_at")
    return (
        Record.objects.addressable()
        .select_related("source", "original")
        .prefetch_related(with_agents())
        .annotate(imported_at=Subquery(last_import.values("finished_at")[:1]))
        .filter(public_id=public_id)
        .first()
    )


def page_context(record: Record, address: str) -> dict[str, object]:
    """The context of the page; `address` is its canonical, whole address."""
    copies = copies_of(record)
    lines = record_availability(record, copies)
    covers = cover_renditions([record])
    card = record_card(record, lines, covers.get(record.cover_id))
    original = original_of(record)
    return {
        "record": record,
        "card": card,
        "is_book": record.material_type == MaterialType.BOOK,
        "age_mark": card.age_mark,
        "authors": [_agent_value(each) for each in record.main_contributions],
        "availability": lines[0] if lines else None,
        "holdings": holding_rows(record, copies),
        "as_of": None if record.source.live_status else record.imported_at or record.updated_at,
        "facts": facts(record),
        "citation": citation(record),
        "downloads": downloads(record, original),
        "original_fields": shown_fields(original) if original else [],
        "qr_svg": qr_svg(address),
        "similar": similar_records(record),
        "structured_data": json_ld(record, address),
        "coins": coins(record),
        "description": description(record, card),
        "image_url": card.cover_image.full_url if card.cover_image else "",
        "breadcrumbs": [
            Link(gettext("Home"), f"/{get_language()}/"),
            Link(gettext("Catalogue"), reverse("search:search")),
        ],
    }


def original_of(record: Record) -> OriginalRecord | None:
    """The bytes the record was made from; nothing for what staff have entered."""
    return getattr(record, "original", None)


def facts(record: Record) -> list[Fact]:
    """What is known of the book, in the order a reader asks; contributions must be loaded."""
    imprint = ": ".join(filter(None, (record.place, record.publisher)))
    year = record.year_text or str(record.year or "")
    series = " ; ".join(filter(None, (record.series, record.series_number)))
    subjects = [FactValue(text, search_url(q=text)) for text in record.subjects]
    original_lang = html_language(record.original_languages)
    found = [
        *_contributor_facts(record),
        Fact(gettext("Original title"), [FactValue(record.original_title, lang=original_lang)]),
        Fact(gettext("Title of the set"), [FactValue(record.set_title)]),
        Fact(pgettext("of a book", "Language"), [FactValue(language_line(record))]),
        Fact(gettext("Publication"), [FactValue(", ".join(filter(None, (imprint, year))))]),
        Fact(gettext("Edition"), [FactValue(record.edition)]),
        Fact(gettext("Extent"), [FactValue(record.extent)]),
        Fact(gettext("Series"), [FactValue(series, search_url(q=record.series))]),
        Fact(gettext("Subjects"), subjects),
        Fact(gettext("Readers"), [FactValue(record.get_audience_display())]),
        Fact("ISBN", [FactValue(isbn) for isbn in record.isbns]),
        Fact("ISSN", [FactValue(issn) for issn in record.issns]),
        Fact(gettext("UDC"), [FactValue(record.udc)]),
        Fact(gettext("BBK"), [FactValue(record.bbk)]),
    ]
    return [fact for fact in found if any(value.text for value in fact.values)]


def language_line(record: Record) -> str:
    """«Russian, translated from Kazakh», in so far as it is known."""
    names = ", ".join(language_name(code) for code in record.languages)
    sources = ", ".join(language_name(code) for code in record.original_languages)
    if names and sources and record.original_languages != record.languages:
        return gettext("%(languages)s (original: %(original)s)") % {
            "languages": names,
            "original": sources,
        }
    return names


def downloads(record: Record, original: OriginalRecord | None) -> list[Link]:
    """The files beside the page."""
    names = [("BibTeX", "record_bib"), ("RIS", "record_ris"), ("JSON", "record_json")]
    if original:
        names.append(("MARC", "record_mrc"))
    return [
        Link(text, reverse(f"catalogue:{name}", args=[record.public_id])) for text, name in names
    ]


def description(record: Record, card: RecordCard) -> str:
    """A sentence for search engines."""
    text = record.annotation or ". ".join(filter(None, (card.author, card.kind_line)))
    return Truncator(text).chars(DESCRIPTION_LENGTH)


def qr_svg(address: str) -> SafeString:
    """The address as a QR code without any style of its own, which the policy would refuse."""
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, svgclass=None, lineclass=None, border=4, light="#fff")
    # Segno draws numbers only; the address is in the pattern, not in the text.
    return mark_safe(svg)  # noqa: S308


def search_url(**parameters: str) -> str:
    """The search page with these parameters; nothing where one of them is empty."""
    if not all(parameters.values()):
        return ""
    return f"{reverse('search:search')}?{urlencode(parameters)}"


def _agent_value(contribution: Contribution) -> FactValue:
    agent = contribution.agent
    return FactValue(agent.display_name, search_url(author=str(agent.pk)))


def _contributor_facts(record: Record) -> list[Fact]:
    by_role: dict[str, list[FactValue]] = {}
    for each in record.contributions.all():
        agent = each.agent
        text = f"{agent.heading} ({agent.dates})" if agent.dates else agent.heading
        url = search_url(author=str(agent.pk)) if each.role == Role.AUTHOR else ""
        by_role.setdefault(each.role_label, []).append(
            FactValue(text, url or search_url(q=agent.heading))
        )
    return [Fact(label, values) for label, values in by_role.items()]
