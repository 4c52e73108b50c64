"""What an address asks for: query, filters, years, order and page, read without trust."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from birge.search.engines.base import FACETS, Sort
from birge.search.engines.values import LONGEST_VALUE
from birge.search.interpretation import Interpretation, interpret

MOST_VALUES = 50
LAST_PAGE = 100_000
LAST_YEAR = 9999


class Parameters(Protocol):
    """What is asked of a query string; Django's QueryDict has it."""

    def get(self, key: str, default: str = "") -> str: ...

    def getlist(self, key: str) -> Sequence[str]: ...


@dataclass(frozen=True)
class Wanted:
    """One search, as the address of its page says it."""

    interpretation: Interpretation
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    exact: bool = False
    complaints: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.interpretation.text

    @property
    def has_years(self) -> bool:
        return self.year_from is not None or self.year_to is not None

    @property
    def is_filtered(self) -> bool:
        return bool(self.filters) or self.has_years

    def parameters(self, **changes: object) -> list[tuple[str, str]]:
        """The query string of this search as pairs, in one order, nothing that is a default.

        `changes` replace a parameter by name; None, an empty string or an empty tuple drops it.
        """
        values: dict[str, object] = {
            "q": self.text,
            **{name: self.filters.get(name, ()) for name in FACETS},
            "year_from": self.year_from,
            "year_to": self.year_to,
            "sort": self.sort.value if self.sort is not self.default_sort else "",
            "exact": "1" if self.exact else None,
            "page": self.page if self.page > 1 else None,
            **changes,
        }
        pairs: list[tuple[str, str]] = []
        for name, value in values.items():
            several = value if isinstance(value, tuple) else (value,)
            pairs += [(name, str(each)) for each in several if each not in (None, "")]
        return pairs

    @property
    def default_sort(self) -> Sort:
        """Without words there is nothing to be relevant to."""
        return Sort.RELEVANCE if self.text else Sort.TITLE


def as_parameters(values: Mapping[str, object]) -> Parameters:
    """Values that have been read and found good, as an address of the search page says them."""
    said: MultiValueDict[str, str] = MultiValueDict()
    for name, value in values.items():
        several = value if isinstance(value, list) else [value]
        given = [each for each in several if each is not None and each is not False]
        said.setlist(name, ["1" if each is True else str(each) for each in given])
    return said


def read_wanted(parameters: Parameters) -> Wanted:
    """Whatever can be understood; each thing that cannot is left out and complained about."""
    complaints: list[str] = []
    interpretation = interpret(parameters.get("q", ""))
    if interpretation.shortened or parameters.get("shortened"):
        complaints.append(_("The query is very long; only its beginning was searched for."))
    years = [
        _whole_number(parameters, name, LAST_YEAR, complaints, _("A year must be a number."))
        for name in ("year_from", "year_to")
    ]
    if None not in years and years[0] > years[1]:
        years.reverse()
    page = _whole_number(parameters, "page", LAST_PAGE, complaints, _("There is no such page."))
    return Wanted(
        interpretation=interpretation,
        filters=_filters(parameters),
        year_from=years[0],
        year_to=years[1],
        sort=_sort(parameters, bool(interpretation.text), complaints),
        page=max(page or 1, 1),
        exact=parameters.get("exact", "").strip() in ("1", "true", "on", "yes"),
        complaints=tuple(dict.fromkeys(complaints)),
    )


def _filters(parameters: Parameters) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in FACETS:
        values = (value.strip()[:LONGEST_VALUE] for value in parameters.getlist(name)[:MOST_VALUES])
        kept = tuple(dict.fromkeys(value for value in values if value and value.isprintable()))
        if kept:
            found[name] = kept
    return found


def _sort(parameters: Parameters, has_text: bool, complaints: list[str]) -> Sort:
    default = Sort.RELEVANCE if has_text else Sort.TITLE
    typed = parameters.get("sort", "").strip()
    if not typed:
        return default
    try:
        chosen = Sort(typed)
    except ValueError:
        complaints.append(_("There is no such order."))
        return default
    return default if chosen is Sort.RELEVANCE else chosen


def _whole_number(
    parameters: Parameters, name: str, most: int, complaints: list[str], complaint: str
) -> int | None:
    typed = parameters.get(name, "").strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()):
        complaints.append(complaint)
        return None
    return most if len(typed) > 9 else min(int(typed), most)
