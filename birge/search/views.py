"""The search page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from birge.search.engines.base import FACETS
from birge.search.instead import authors_instead
from birge.search.page import page_context
from birge.search.queries import State, find
from birge.search.query_log import note
from birge.search.tabs import PAGES, beside_catalogue, pages_context
from birge.search.wanted import Wanted, read_wanted

#: When a browser or a robot may ask again after the engine has failed, in seconds.
RETRY_AFTER = "60"
#: A longer query string is not from a form or a link of ours.
LONGEST_ADDRESS = 8000


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The whole catalogue, or what matches; an engine that fails is a 503 with its own words."""
    wanted = read_wanted(request.GET)
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_ADDRESS:
        # Every link of the page would repeat it.
        return redirect(f"{request.path}?{_shortened(wanted)}")
    if request.GET.get("tab") == PAGES and wanted.interpretation.query:
        return _pages(request, wanted)
    page = find(wanted)
    context = page_context(page, request.path) | beside_catalogue(page, request.path)
    context["authors"] = authors_instead(page)
    failed = page.state is State.FAILED
    response = render(request, "search/search.html", context, status=503 if failed else 200)
    if failed:
        response["Retry-After"] = RETRY_AFTER
    if context["noindex"] or failed:
        response["X-Robots-Tag"] = "noindex, follow"
    note(request, response, wanted, page)
    return response


def _shortened(wanted: Wanted) -> str:
    """The query string without what was not read, and without filters where they are too long."""
    query = urlencode(wanted.parameters(shortened=1))
    if len(query) > LONGEST_ADDRESS:
        return urlencode(wanted.parameters(shortened=1, **dict.fromkeys(FACETS)))
    return query


def _pages(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    """The tab of the site's own pages."""
    response = render(request, "search/search.html", pages_context(wanted, request.path))
    response["X-Robots-Tag"] = "noindex, follow"
    return response
