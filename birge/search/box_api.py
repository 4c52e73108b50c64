"""What else the search box offers, in the API: suggestions while one types, and pages of the site."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError
from wagtail.api.v3.errors import ProblemDetail

from birge.catalogue.api import (
    ERRORS,
    PUBLIC,
    answering_in,
    reject_long_pages,
    reject_unknown_parameters,
)
from birge.catalogue.api_schemas import LanguageInput
from birge.core.addresses import absolute
from birge.search.site_pages import shown
from birge.search.suggestions import suggest
from birge.search.tabs import found_pages
from birge.search.wanted import LAST_PAGE, as_parameters, read_wanted

router = Router(tags=["search"], auth=list(PUBLIC))


class SuggestionsInput(LanguageInput):
    """What somebody has typed so far."""

    q: str = Field(description="The beginning of a word or of several, in any alphabet or layout.")


class SuggestionSchema(Schema):
    """One line; `mark` says where in the text stands what was typed."""

    text: str
    detail: str
    url: str
    language: str = Field(description="Of the text, by BCP 47, where it is known.")
    mark: tuple[int, int] | None = None


class SuggestionGroupSchema(Schema):
    kind: Literal["title", "author", "subject", "series", "page"]
    title: str
    items: list[SuggestionSchema]


class SuggestionsSchema(Schema):
    """Groups of suggestions, best first; never an error for want of any."""

    query: str
    groups: list[SuggestionGroupSchema]


class PagesInput(LanguageInput):
    """What to look for on the site's own pages."""

    q: str = Field(description="Words in any form, “a phrase”, -not.")
    page: int = Field(1, ge=1, le=LAST_PAGE)
    limit: int = Field(20, ge=1, description="Pages at a time; there is a most, see the error.")


class FoundPageSchema(Schema):
    """A found page; `highlight` and `snippet` are safe HTML with the words found in `<mark>`."""

    title: str
    section: str
    url: str
    highlight: str
    snippet: str


class FoundPagesSchema(Schema):
    """One page of answers; `count` is the number on all pages."""

    query: str
    count: int
    page: int
    pages: int
    items: list[FoundPageSchema]


@router.get(
    "/suggestions/",
    response={200: SuggestionsSchema, **ERRORS},
    url_name="search_suggestions",
    summary="Suggest while one types",
    description="Titles, authors, subjects and series of the catalogue, and pages of the site.",
    operation_id="search_suggestions",
)
def suggestions(request: HttpRequest, wanted: Query[SuggestionsInput]) -> SuggestionsSchema:
    """The lines that the search box shows."""
    reject_unknown_parameters(request, SuggestionsInput)
    with answering_in(request, wanted.lang):
        groups = [
            SuggestionGroupSchema(
                kind=group.kind,
                title=group.title,
                items=[
                    SuggestionSchema(**{**vars(offer), "url": absolute(request, offer.url)})
                    for offer in group.offers
                ],
            )
            for group in suggest(wanted.q)
        ]
        return SuggestionsSchema(query=wanted.q, groups=groups)


@router.get(
    "/pages/",
    response={200: FoundPagesSchema, 404: ProblemDetail, **ERRORS},
    url_name="search_pages",
    summary="Search the site's pages",
    description="Public pages in the language asked for, found as records are: by words in any form.",
    operation_id="search_pages",
)
def pages(request: HttpRequest, wanted: Query[PagesInput]) -> FoundPagesSchema:
    """The other tab of the search page."""
    reject_unknown_parameters(request, PagesInput)
    reject_long_pages(wanted.limit)
    with answering_in(request, wanted.lang):
        asked = read_wanted(as_parameters(wanted.model_dump()))
        if not asked.interpretation.query:
            raise HttpError(400, "q holds neither words nor numbers.")
        found = found_pages(asked)
        last = max(1, -(-found.total // wanted.limit))
        if wanted.page > last:
            raise HttpError(404, f"There are {last} pages.")
        return FoundPagesSchema(
            query=asked.text,
            count=found.total,
            page=wanted.page,
            pages=last,
            items=[
                FoundPageSchema(
                    title=page.title,
                    section=page.section,
                    url=absolute(request, page.url),
                    highlight=page.title_html,
                    snippet=page.snippet_html,
                )
                for page in shown(found, wanted.page, wanted.limit)
            ],
        )
