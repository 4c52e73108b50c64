"""Records in the API: a list to harvest, and each record with all that its page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation.trans_real import parse_accept_lang_header
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import ProblemDetail

from birge.catalogue.api_schemas import (
    AvailabilitySchema,
    BranchHoldingSchema,
    CodeSchema,
    ContributorSchema,
    LanguageInput,
    LinksSchema,
    RecordFilters,
    RecordListSchema,
    RecordSchema,
    RecordSummarySchema,
)
from birge.catalogue.cards import RecordCard, record_cards, with_agents
from birge.catalogue.cards import make_cards as cards_of_any
from birge.catalogue.choices import RecordStatus
from birge.catalogue.languages import language_name
from birge.catalogue.models import Record
from birge.catalogue.queries import holdings_as_of, holdings_by_branch
from birge.core.addresses import absolute

#: Anyone may read; a token changes nothing, for these answers hold only what is public.
PUBLIC = (BearerTokenAuth(), AllowAnonymous())

router = Router(tags=["records"], auth=list(PUBLIC))

ORDERS = {"title": "title_key", "year": "year", "received": "received_on"}
ERRORS = {400: ProblemDetail, 422: ProblemDetail}
_CODE = re.compile("[A-Za-z]{3}")


# Endpoints


@router.get(
    "/",
    response={200: RecordListSchema, **ERRORS},
    url_name="list_records",
    summary="List records",
    description="Records of the public catalogue, for harvesting and for lists of one's own.",
    operation_id="records_list",
)
def list_records(request: HttpRequest, filters: Query[RecordFilters]) -> RecordListSchema:
    """Records that readers may find, with the filters applied, in a constant number of queries."""
    reject_unknown_parameters(request, RecordFilters)
    reject_long_pages(filters.limit)
    records = _filtered(Record.objects.public(), filters)
    with answering_in(request, filters.lang):
        page = records[filters.offset : filters.offset + filters.limit].select_related("source")
        return RecordListSchema(count=records.count(), items=summaries(request, list(page)))


@router.get(
    "/{public_id}/",
    response={200: RecordSchema, 404: ProblemDetail, **ERRORS},
    url_name="detail_record",
    summary="Record detail",
    description="All that the record's page shows; a withdrawn record keeps its address.",
    operation_id="records_detail",
)
def get_record(
    request: HttpRequest, public_id: str, language: Query[LanguageInput]
) -> RecordSchema:
    """One record, found in the catalogue or withdrawn from it; a hidden one is not there."""
    reject_unknown_parameters(request, LanguageInput)
    found = (
        Record.objects.addressable()
        .select_related("source", "original")
        .defer("original__data")
        .prefetch_related(with_agents())
    )
    record = get_object_or_404(found, public_id=public_id)
    with answering_in(request, language.lang):
        return _detail(request, record)


# What the search router shares


def reject_unknown_parameters(request: HttpRequest, schema: type[Schema]) -> None:
    """A misspelt filter that is silently ignored would list everything: it is an error."""
    unknown = sorted(set(request.GET) - set(schema.model_fields))
    if unknown:
        names = ", ".join(name[:40] for name in unknown[:10])
        raise HttpError(400, f"Unknown query parameters: {names}")


def reject_long_pages(limit: int) -> None:
    """As Wagtail's own lists do: more than the most is an error, not quietly less."""
    if limit > settings.WAGTAILAPI_LIMIT_MAX:
        raise HttpError(400, f"limit cannot be higher than {settings.WAGTAILAPI_LIMIT_MAX}")


@contextmanager
def answering_in(request: HttpRequest, wanted: str | None) -> Iterator[str]:
    """Speak the wanted language while the answer is made, or the best one of the header."""
    language = wanted or _accepted_language(request)
    with override(language):
        yield language


def _accepted_language(request: HttpRequest) -> str:
    for code, _priority in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


def summaries(request: HttpRequest, records: list[Record]) -> list[RecordSummarySchema]:
    """Summaries of the public ones among the records, in their order."""
    by_id = {record.pk: record for record in records}
    return [summary(request, by_id[card.record_id], card) for card in record_cards(records)]


def summary(request: HttpRequest, record: Record, card: RecordCard) -> RecordSummarySchema:
    """A record as lists show it, from a card that is already made."""
    return RecordSummarySchema(**_summary_values(request, record, card))


# Inside


def _filtered(records: QuerySet[Record], filters: RecordFilters) -> QuerySet[Record]:
    if filters.language:
        # SQLite cannot look into a JSON list; the codes are plain ASCII, so text will do.
        records = records.annotate(codes=Cast("languages", TextField()))
        codes = {code for code in filters.language if _CODE.fullmatch(code)}
        held = [Q(codes__contains=f'"{code}"') for code in sorted(codes)]
        records = records.filter(reduce(or_, held)) if held else records.none()
    if filters.year:
        records = records.filter(year__in=[year for year in filters.year if 0 <= year <= 9999])
    if filters.material:
        records = records.filter(material_type__in=filters.material)
    if filters.branch:
        records = records.filter(pk__in=_held_at(filters.branch))
    if filters.updated_since is not None:
        records = records.filter(updated_at__gte=_moment(filters.updated_since))
    column = F(ORDERS[filters.order.removeprefix("-")])
    backwards = filters.order.startswith("-")
    order = column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True)
    return records.order_by(order, "-pk" if backwards else "pk")


def _held_at(branches: list[str]) -> QuerySet:
    wanted = [branch for branch in branches if "\x00" not in branch]
    return Record.objects.filter(holdings__branch__public_id__in=wanted).values(
        "pk"
    ) | Record.objects.filter(holdings__branch__code__in=wanted).values("pk")


def _moment(when: datetime | date) -> datetime:
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)  # noqa: DTZ001  made aware below
    aware = when if timezone.is_aware(when) else timezone.make_aware(when)
    try:
        return aware.astimezone(UTC)
    except OverflowError:  # the first or the last hours that a calendar has
        if aware.year == 1:
            return datetime.min.replace(tzinfo=UTC)
        return datetime.max.replace(tzinfo=UTC)


def _summary_values(request: HttpRequest, record: Record, card: RecordCard) -> dict[str, object]:
    cover = card.cover_image.url if card.cover_image else _path("cover", record)
    return {
        "id": record.public_id,
        "title": card.title,
        "subtitle": card.subtitle,
        "author": card.author,
        "year": record.year,
        "material": CodeSchema(
            code=record.material_type, label=str(record.get_material_type_display())
        ),
        "languages": _language_codes(record.languages),
        "age_mark": card.age_mark,
        "cover": absolute(request, cover),
        "received_on": record.received_on,
        "updated_at": record.updated_at,
        "availability": [
            AvailabilitySchema(state=line.state, text=str(line.text), places=str(line.places))
            for line in card.availability
        ],
        "url": absolute(request, card.url),
        "api_url": _api_url(request, record),
    }


def _detail(request: HttpRequest, record: Record) -> RecordSchema:
    [card] = cards_of_any([record])
    same = (
        "part_number part_title set_title original_title responsibility edition place publisher"
        " year_text extent series series_number annotation udc bbk"
    ).split()
    return RecordSchema(
        **_summary_values(request, record, card),
        **{name: getattr(record, name) for name in same},
        status="active" if record.status == RecordStatus.ACTIVE else "withdrawn",
        title_proper=record.title,
        contributors=_contributors(record),
        original_languages=_language_codes(record.original_languages),
        isbns=_texts(record.isbns),
        issns=_texts(record.issns),
        subjects=_texts(record.subjects),
        audience=str(record.get_audience_display()),
        source=record.source.name,
        holdings=_holdings(request, record),
        holdings_as_of=holdings_as_of(record),
        links=_links(request, record),
    )


def _contributors(record: Record) -> list[ContributorSchema]:
    return [
        ContributorSchema(
            name=each.agent.display_name,
            heading=each.agent.heading,
            kind=each.agent.kind,
            dates=each.agent.dates,
            role=CodeSchema(code=each.role, label=each.role_label),
        )
        for each in record.contributions.all()
    ]


def _holdings(request: HttpRequest, record: Record) -> list[BranchHoldingSchema]:
    """Only what the page shows: never prices, acts, numbers of copies or notes for staff."""
    return [
        BranchHoldingSchema(
            branch=row.branch,
            address=row.address,
            branch_url=absolute(request, row.branch_url) if row.branch_url else "",
            copies=row.copies,
            text=str(row.copies_line),
            state=row.state,
            location=row.location,
            shelf_mark=row.shelf_mark,
            runs=row.runs,
        )
        for row in holdings_by_branch(record)
    ]


def _links(request: HttpRequest, record: Record) -> LinksSchema:
    pages = {}
    for language in ("kk", "ru"):
        with override(language):
            pages[language] = absolute(request, record.get_absolute_url())
    marc = None
    if hasattr(record, "original"):
        marc = absolute(request, _path("record_mrc", record))
    return LinksSchema(**pages, api=_api_url(request, record), marc=marc)


def _path(name: str, record: Record) -> str:
    return reverse(f"catalogue:{name}", args=[record.public_id])


def _api_url(request: HttpRequest, record: Record) -> str:
    return absolute(request, reverse("wagtailapi_v3:detail_record", args=[record.public_id]))


def _language_codes(codes: object) -> list[CodeSchema]:
    return [CodeSchema(code=code, label=language_name(code)) for code in _texts(codes)]


def _texts(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
