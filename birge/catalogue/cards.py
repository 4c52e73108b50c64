"""Records as lists show them, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.images import get_image_model

from birge.catalogue.availability import AvailabilityLine, availability_lines
from birge.catalogue.choices import RecordStatus
from birge.catalogue.covers import cover_svg, dye_for
from birge.catalogue.languages import html_language, in_language
from birge.catalogue.models import Contribution, Record
from birge.core.among import among
from birge.core.joined import with_rows

COVER_SPEC = "width-480|format-webp"


@dataclass(frozen=True)
class RecordCard:
    """What a list shows of a record; texts are in the reader's language where both are known."""

    record_id: int
    public_id: str
    url: str
    title: str
    subtitle: str = ""
    author: str = ""
    language_code: str = ""
    year: int | None = None
    kind_line: str = ""
    cover_svg: str = ""
    cover_image: object | None = None
    availability: list[AvailabilityLine] = field(default_factory=list)
    age_mark: str = ""


def record_cards(records: Iterable[Record], *, availability: bool = True) -> list[RecordCard]:
    """Cards of the public ones among the records, in their order.

    Three queries for any number of records, one more where some have a cover picture.
    """
    found = [record for record in records if record.status == RecordStatus.ACTIVE]
    return make_cards(found, availability=availability)


def make_cards(records: list[Record], *, availability: bool = True) -> list[RecordCard]:
    """Cards of all the records, readers may see them or not."""
    if not records:
        return []
    prefetch_related_objects(records, *(["source"] if availability else []), with_agents())
    lines = availability_lines(records) if availability else {}
    covers = cover_renditions(records)
    return [
        record_card(record, lines.get(record.pk, []), covers.get(record.cover_id))
        for record in records
    ]


def public_with_agents(ids: Iterable[int]) -> dict[int, Record]:
    """The public ones of these records, with their source and who made them; one query."""
    wanted = Record.objects.public().filter(pk__in=among(ids)).select_related("source")
    return {each.pk: each for each in with_rows(wanted, "contributions", "agent")}


def with_agents() -> Prefetch:
    """Loads contributions with their agents in one query, in their order."""
    return Prefetch("contributions", Contribution.objects.select_related("agent"))


def record_card(
    record: Record, lines: list[AvailabilityLine], cover_image: object | None = None
) -> RecordCard:
    """The card of one record whose contributions are loaded; asks nothing of the database."""
    return RecordCard(
        record_id=record.pk,
        public_id=record.public_id,
        url=record.get_absolute_url(),
        title=record.full_title,
        subtitle=record.subtitle,
        author=author_line(record),
        language_code=html_language(record.languages),
        year=record.year,
        kind_line=kind_line(record),
        cover_svg="" if cover_image else drawn_cover(record),
        cover_image=cover_image,
        availability=lines,
        age_mark=record.get_age_mark_display() or "",
    )


def author_line(record: Record) -> str:
    """«Мұхтар Әуезов», «Ильф, Петров»: as the book prints it, beside a title in that language."""
    language = html_language(record.languages)
    names = [each.agent.name_in(language) for each in record.main_contributions]
    return ", ".join(dict.fromkeys(names))


def kind_line(record: Record) -> str:
    """«Book · in Kazakh · Almaty: Жазушы, 1977»: what it is, in which language, from where."""
    within = ", ".join(filter(None, (in_language(code) for code in record.languages[:2])))
    place = ": ".join(filter(None, (record.place, record.publisher)))
    year = record.year_text or (str(record.year) if record.year else "")
    imprint = ", ".join(filter(None, (place, year)))
    return " · ".join(filter(None, (record.get_material_type_display(), within, imprint)))


def drawn_cover(record: Record) -> SafeString:
    """The drawing that stands for a cover, for a page that holds the ornament sprite."""
    # The drawing escapes the words it is given.
    return mark_safe(  # noqa: S308
        cover_svg(
            record.full_title, author_line(record), dye=cover_dye(record), seed=record.public_id
        )
    )


def cover_dye(record: Record) -> str:
    """The color family of the record's drawn cover."""
    return dye_for(record.udc, record.bbk, record.audience, record.languages, record.subjects)


def cover_renditions(records: Iterable[Record]) -> dict[int, object]:
    """Renditions of uploaded covers by image id; a query when one is not at hand."""
    records = [record for record in records if record.cover_id]
    found = {
        record.cover_id: record.cover.get_rendition(COVER_SPEC)
        for record in records
        if Record.cover.is_cached(record)
    }
    ids = {record.cover_id for record in records} - found.keys()
    return found | _renditions(ids) if ids else found


def _renditions(ids: set[int]) -> dict[int, object]:
    images = with_rows(get_image_model().objects.filter(pk__in=ids), "renditions")
    return {image.pk: image.get_rendition(COVER_SPEC) for image in images}
