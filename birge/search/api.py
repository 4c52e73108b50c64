"""Search in the API: the same question the search page asks, with facets."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError
from pydantic import AfterValidator
from wagtail.api.v3.errors import ProblemDetail

from birge.catalogue.api import (
    ERRORS,
    PUBLIC,
    answering_in,
    reject_long_pages,
    reject_unknown_parameters,
    summary,
)
from birge.catalogue.api_schemas import LanguageInput, RecordSummarySchema
from birge.core.addresses import absolute
from birge.search.engines.base import Sort
from birge.search.engines.values import LONGEST_VALUE
from birge.search.instead import authors_instead
from birge.search.queries import SearchPage, State, find
from birge.search.wanted import LAST_PAGE, MOST_VALUES, as_parameters, read_wanted

router = Router(tags=["search"], auth=list(PUBLIC))


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("The value holds signs that cannot be printed.")
    return value


Values = Annotated[
    list[Annotated[str, Field(max_length=LONGEST_VALUE), AfterValidator(_printable)]],
    Field(max_length=MOST_VALUES),
]


class SearchInput(LanguageInput):
    """What to look for; every parameter means what it means on the search page."""

    q: str = Field(
        "", description="Words in any form, “a phrase”, -not, an ISBN. Empty: all records."
    )
    language: Values = Field([], description="Codes of ISO 639-2; any of them.")
    branch: Values = Field([], description="Public ids of branches, as the facet gives them.")
    author: Values = Field([], description="Values of the facet; any of them.")
    availability: Values = Field(
        [], description="`available`, `reading_room`: where the source says what is on the shelf."
    )
    subject: Values = Field([], description="Values of the facet; any of them.")
    type: Values = Field([], description="Kinds of material; any of them.")
    audience: Values = Field(
        [], description="`children`, `youth`, `adult`, or an age mark without its plus."
    )
    collection: Values = Field([], description="Values of the facet; any of them.")
    year_from: int | None = Field(None, ge=0, le=9999)
    year_to: int | None = Field(None, ge=0, le=9999)
    exact: bool = Field(False, description="Only what is typed: no other script, no correction.")
    sort: Sort | None = Field(None, description="By relevance, or by title where `q` is empty.")
    page: int = Field(1, ge=1, le=LAST_PAGE)
    limit: int = Field(20, ge=1, description="Records on a page; there is a most, see the error.")


class SearchItemSchema(RecordSummarySchema):
    """A found record; `highlight` is safe HTML with the words found in `<mark>`."""

    highlight: str
    snippet: str


class FacetValueSchema(Schema):
    value: str
    label: str
    count: int
    selected: bool


class FacetSchema(Schema):
    """Values of one facet; its counts are as if this facet were not filtered."""

    name: Literal[
        "language",
        "branch",
        "availability",
        "author",
        "subject",
        "type",
        "audience",
        "collection",
    ]
    title: str
    values: list[FacetValueSchema]


class YearBarSchema(Schema):
    """Number of records of some neighboring years."""

    from_year: int
    to_year: int
    count: int


class ChangeSchema(Schema):
    """One word read otherwise than it was typed, and why."""

    typed: str
    read: str
    reason: Literal["script", "layout", "spelling"]


class InterpretationSchema(Schema):
    """How the query was read; `exact=true` asks for it as it was typed."""

    asked: str = Field(description="The query in the words that were looked for.")
    changes: list[ChangeSchema]
    relaxed: bool = Field(description="Records need have only most of the words.")
    language: str = Field(
        description="The language of books that the query names, by ISO 639-2: only these are given."
    )


class AuthorSchema(Schema):
    """Somebody whose name was typed: the books are at `url`."""

    text: str
    detail: str = Field(description="How many records there are, in words for a reader.")
    url: str


class SearchSchema(Schema):
    """One page of answers; `count` is the number on all pages."""

    query: str
    interpretation: InterpretationSchema
    count: int
    page: int
    pages: int
    items: list[SearchItemSchema]
    facets: list[FacetSchema]
    years: list[YearBarSchema]
    notices: list[str] = Field(description="What was done differently from what was asked.")
    authors: list[AuthorSchema] = Field(
        description="Where nothing was found: authors whose names are among the words."
    )


@router.get(
    "/",
    response={200: SearchSchema, 404: ProblemDetail, 503: ProblemDetail, **ERRORS},
    url_name="search_records",
    summary="Search the catalogue",
    description=(
        "Finds words in any grammatical form, in Kazakh and Russian, with or without Kazakh letters."
        " Words that no record has are read in another script or keyboard layout, or corrected;"
        " `interpretation` says how. An engine that cannot answer is a 503, never an empty list."
    ),
    operation_id="search",
)
def search(request: HttpRequest, wanted: Query[SearchInput]) -> SearchSchema:
    """Hits, total and facets, in the same number of queries whatever is found."""
    reject_unknown_parameters(request, SearchInput)
    reject_long_pages(wanted.limit)
    with answering_in(request, wanted.lang):
        page = find(read_wanted(as_parameters(wanted.model_dump())), wanted.limit)
        if page.state is State.FAILED:
            raise HttpError(503, "The search engine cannot answer at the moment. Try again later.")
        if page.state is State.REJECTED:
            raise HttpError(400, "q holds neither words nor numbers.")
        if wanted.page > page.pages:
            raise HttpError(404, f"There are {page.pages} pages.")
        return _answer(request, page)


def _answer(request: HttpRequest, page: SearchPage) -> SearchSchema:
    return SearchSchema(
        query=page.wanted.text,
        interpretation=InterpretationSchema(
            asked=page.asked,
            changes=[
                ChangeSchema(typed=change.typed, read=change.read, reason=change.kind.value)
                for change in page.changes
            ],
            relaxed=page.relaxed_as is not None,
            language=page.language if page.is_in_language else "",
        ),
        count=page.total,
        page=page.wanted.page,
        pages=page.pages,
        items=[
            SearchItemSchema(
                **summary(request, found.record, found.card).model_dump(),
                highlight=found.title_html,
                snippet=found.snippet_html,
            )
            for found in page.results
        ],
        facets=[
            FacetSchema(
                name=facet.name,
                title=facet.title,
                values=[FacetValueSchema(**vars(value)) for value in facet.values],
            )
            for facet in page.facets
        ],
        years=[
            YearBarSchema(from_year=bar.from_year, to_year=bar.to_year, count=bar.count)
            for bar in page.years.bars
        ],
        notices=list(page.notices),
        authors=[
            AuthorSchema(text=each.text, detail=each.detail, url=absolute(request, each.url))
            for each in authors_instead(page)
        ],
    )
