"""The two tabs of the search page: the catalogue, and the pages of the site."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from birge.core.numbers import counted
from birge.search.answering import answer_to
from birge.search.engines.base import EngineFailed
from birge.search.pager import pager
from birge.search.queries import SearchPage, State
from birge.search.site_pages import PER_PAGE, PagesFound, find_pages, shown
from birge.search.wanted import Wanted

#: What the address says of the tab that is not the catalogue's.
PAGES = "pages"


def beside_catalogue(page: SearchPage, path: str) -> dict[str, object]:
    """The tabs above what was found in the catalogue; one query where something is looked for.

    Pages are not counted while records are filtered: no filter is about them, and no language that
    a query names.
    """
    if page.state is State.REJECTED:
        return {"tabs": []}
    filtered = page.wanted.is_filtered or page.language
    pages = None if filtered else found_pages(page.wanted, page.asked).total
    records = None if page.state is State.FAILED else page.total
    return {"tabs": _tabs(page.wanted, path, records, pages, on_pages=False)}


def pages_context(wanted: Wanted, path: str) -> dict[str, object]:
    """All that the search page shows on the tab of pages."""
    records, asked = _records(wanted)
    found = found_pages(wanted, asked)
    last = max(1, -(-found.total // PER_PAGE))
    current = min(wanted.page, last)
    return {
        "query": wanted.text,
        "heading": _heading(wanted, found),
        "tabs": _tabs(wanted, path, records, found.total, on_pages=True),
        "state": "pages",
        "total": found.total,
        "pages": shown(found, current),
        "pager": pager(current, last, lambda number: _url(path, wanted, number)),
        "noindex": True,
    }


def found_pages(wanted: Wanted, asked: str = "") -> PagesFound:
    """Pages by the words as typed, or else by what the catalogue took them for."""
    if not wanted.interpretation.query:
        return PagesFound()
    texts = dict.fromkeys(filter(None, (wanted.text, asked)))
    return find_pages(texts, with_readings=not wanted.exact)


def _records(wanted: Wanted) -> tuple[int | None, str]:
    """What the other tab would say: how many records, None if the engine fails; the words read."""
    unfiltered = replace(wanted, filters={}, year_from=None, year_to=None)
    try:
        answer = answer_to(unfiltered, per_page=0)
    except EngineFailed:
        return None, ""
    return answer.result.total, answer.text


def _heading(wanted: Wanted, found: PagesFound) -> str:
    if not found.total:
        return _("Nothing found")
    results = {"query": wanted.text, "results": counted("page", found.total)}
    return _("“%(query)s”: %(results)s") % results


def _tabs(
    wanted: Wanted, path: str, records: int | None, pages: int | None, *, on_pages: bool
) -> list[dict[str, object]]:
    """Both tabs with their numbers; none where nothing was asked."""
    if not wanted.interpretation.query:
        return []
    return [
        {
            "title": _("Catalogue"),
            "count": records,
            "url": f"{path}?{urlencode({'q': wanted.text})}",
            "current": not on_pages,
        },
        {
            "title": _("Pages of the site"),
            "count": pages,
            "url": _url(path, wanted, 1),
            "current": on_pages,
        },
    ]


def _url(path: str, wanted: Wanted, number: int) -> str:
    parameters = {"q": wanted.text, "tab": PAGES}
    if number > 1:
        parameters["page"] = str(number)
    return f"{path}?{urlencode(parameters)}"
