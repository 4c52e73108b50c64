"""The search page's context: words, links and forms made of an answer."""

from __future__ import annotations

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from birge.core.numbers import counted
from birge.search.engines.base import FACETS, Sort
from birge.search.notices import reading_notices
from birge.search.pager import pager
from birge.search.queries import SearchPage, State
from birge.search.wanted import Wanted

SORTS = {
    Sort.RELEVANCE: gettext_lazy("By relevance"),
    Sort.NEW: gettext_lazy("New arrivals first"),
    Sort.YEAR: gettext_lazy("By year, latest first"),
    Sort.TITLE: gettext_lazy("By title"),
}


def page_context(page: SearchPage, path: str) -> dict[str, object]:
    """Everything the template shows; it decides nothing itself."""
    wanted = page.wanted
    return {
        "query": wanted.text,
        "heading": _heading(page),
        "total": page.total,
        "state": page.state.value,
        "results": page.results,
        "facets": page.facets,
        "years": page.years,
        "chips": _chips(page, path),
        "clear_url": _url(path, wanted, page=None, **_no_filters()) if wanted.is_filtered else "",
        "sort_options": _sort_options(wanted),
        "pager": _pager(page, path),
        "hidden_fields": _fields(wanted.parameters(page=None, **_no_filters())),
        "sort_hidden_fields": _fields(wanted.parameters(page=None, sort=None)),
        "notices": [*reading_notices(page, path), *({"text": text} for text in page.notices)],
        "reason": _("Type words or numbers: a title, an author, a subject or an ISBN."),
        "noindex": bool(wanted.text or wanted.is_filtered or wanted.parameters(page=None)),
    }


def _heading(page: SearchPage) -> str:
    text = page.wanted.text
    fixed = {
        State.FAILED: _("The search is not working at the moment"),
        State.REJECTED: _("This cannot be searched for"),
        State.EMPTY: _("Nothing found"),
    }
    if page.state in fixed:
        return fixed[page.state]
    if text:
        results = {"query": text, "results": counted("result", page.total)}
        return _("“%(query)s”: %(results)s") % results
    records = {"records": counted("record", page.total)}
    return _("Electronic catalogue: %(records)s") % records


def _no_filters() -> dict[str, None]:
    return {**dict.fromkeys(FACETS), "year_from": None, "year_to": None}


def _url(path: str, wanted: Wanted, **changes: object) -> str:
    pairs = wanted.parameters(**changes)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _fields(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _chips(page: SearchPage, path: str) -> list[dict[str, str]]:
    wanted = page.wanted
    chips = []
    for name, values in wanted.filters.items():
        for value in values:
            rest = tuple(other for other in values if other != value)
            chips.append(
                {
                    "label": page.labels.get((name, value), value),
                    "url_without": _url(path, wanted, page=None, **{name: rest}),
                }
            )
    if wanted.has_years:
        without = _url(path, wanted, page=None, year_from=None, year_to=None)
        chips.append({"label": _years_label(wanted), "url_without": without})
    return chips


def _years_label(wanted: Wanted) -> str:
    first, last = wanted.year_from, wanted.year_to
    if first is not None and last is not None:
        return f"{first}–{last}" if first != last else str(first)
    if first is not None:
        return pgettext("years", "from %(year)s") % {"year": first}
    return pgettext("years", "until %(year)s") % {"year": last}


def _sort_options(wanted: Wanted) -> list[dict[str, object]]:
    offered = [sort for sort in SORTS if sort is not Sort.RELEVANCE or wanted.text]
    return [
        {"value": sort.value, "label": SORTS[sort], "selected": sort is wanted.sort}
        for sort in offered
    ]


def _pager(page: SearchPage, path: str) -> dict[str, object]:
    current, last = page.wanted.page, page.pages

    def url(number: int) -> str:
        return _url(path, page.wanted, page=number if number > 1 else None)

    return pager(current, last, url)
