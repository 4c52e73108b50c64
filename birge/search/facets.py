"""Facets as a reader sees them: titles, labels, and years as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from birge.catalogue.choices import AgeMark, Audience, MaterialType
from birge.catalogue.languages import language_name
from birge.catalogue.models import Agent, Branch
from birge.search.engines.base import Count, SearchResult
from birge.search.models import IndexedValue
from birge.search.providers import provider_of
from birge.search.wanted import Wanted

TITLES = {
    "language": pgettext_lazy("facet", "Language"),
    "branch": pgettext_lazy("facet", "Branch"),
    "availability": pgettext_lazy("facet", "Availability"),
    "author": pgettext_lazy("facet", "Author"),
    "subject": pgettext_lazy("facet", "Subject"),
    "type": pgettext_lazy("facet", "Type of material"),
    "audience": pgettext_lazy("facet", "Audience"),
}
#: What readers see of values that are a fixed few; age marks are the same in every language.
FIXED: dict[str, Mapping[str, object]] = {
    "type": dict(MaterialType.choices),
    # Two scales: ages as they rise, then groups.
    "audience": {**{str(mark): label for mark, label in AgeMark.choices}, **dict(Audience.choices)},
    "availability": {
        "available": pgettext_lazy("availability", "On the shelf now"),
        "reading_room": pgettext_lazy("availability", "In the reading room"),
    },
}
#: A facet shows so many values at once; the rest is behind one more click.
SHOWN = 8
UNKNOWN = _("unknown")
MOST_BARS = 18
HEIGHT = 10


@dataclass(frozen=True)
class FacetValue:
    """One box to tick."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A group of boxes."""

    name: str
    title: str
    values: Sequence[FacetValue]

    @property
    def first(self) -> Sequence[FacetValue]:
        """The values shown at once: those that are chosen, and some of the most frequent."""
        chosen = sum(value.selected for value in self.values)
        shown = max(SHOWN, chosen)
        return self.values[: shown + (len(self.values) == shown + 1)]

    @property
    def more(self) -> Sequence[FacetValue]:
        """The values shown when asked for; one alone is shown at once."""
        return self.values[len(self.first) :]


@dataclass(frozen=True)
class Bar:
    """How many records a few years have; `height` goes from 0 to 10."""

    from_year: int
    to_year: int
    count: int
    height: int
    off: bool

    def __getitem__(self, name: str) -> int:
        """Lets a template say `bar.from`, which Python cannot name."""
        return {"from": self.from_year, "to": self.to_year}[name]


Labels = Mapping[tuple[str, str], str]


def labelled(result: SearchResult, wanted: Wanted) -> tuple[list[Facet], Labels]:
    """All facets with labels in the reader's language, and the labels alone; one query.

    A chosen value that nothing has is shown with a zero, so that it can be taken off.
    """
    counts = {
        name: [*found, *_chosen_without_count(found, wanted.filters.get(name, ()))]
        for name, found in result.facets.items()
    }
    if "audience" in counts:
        counts["audience"] = _in_fixed_order("audience", counts["audience"])
    labels = _labels(
        {name: [each.value for each in found] for name, found in counts.items()}, wanted.filters
    )
    facets = [
        Facet(
            name,
            _title(name),
            [
                FacetValue(
                    each.value,
                    labels[name, each.value],
                    each.count,
                    each.value in wanted.filters.get(name, ()),
                )
                for each in found
                if (name, each.value) in labels
            ],
        )
        for name, found in counts.items()
    ]
    return facets, labels


def _chosen_without_count(found: Sequence[Count], chosen: Sequence[str]) -> list[Count]:
    known = {each.value for each in found}
    return [Count(value, 0) for value in chosen if value not in known]


def _in_fixed_order(name: str, found: Sequence[Count]) -> list[Count]:
    """The values in the order of their scale rather than by how many records have them."""
    order = list(FIXED[name])
    return sorted(
        found, key=lambda each: order.index(each.value) if each.value in order else len(order)
    )


def _title(name: str) -> str:
    provider = provider_of(name)
    return str(provider.title if provider else TITLES.get(name, name))


def _labels(
    values: Mapping[str, Sequence[str]], chosen: Mapping[str, Sequence[str]]
) -> dict[tuple[str, str], str]:
    """What readers see of the values; nothing of those that are not for them, such as a store.

    A chosen one is named all the same, so that it can be taken off.
    """
    labels: dict[tuple[str, str], str] = {}
    for name, wanted in values.items():
        if provider := provider_of(name):
            found = provider.labels(wanted) if wanted else {}
            labels.update(((name, value), label) for value, label in found.items())
        else:
            labels.update(
                ((name, value), label)
                for value in wanted
                if (label := _fixed_label(name, value, chosen=value in chosen.get(name, ())))
            )
    labels.update(
        _stored_labels(
            values.get("author", ()), values.get("branch", ()), values.get("subject", ())
        )
    )
    return labels


def _fixed_label(name: str, value: str, *, chosen: bool) -> str:
    if name == "language":
        return capfirst(language_name(value))
    if name == "subject":
        return capfirst(value)
    return str(FIXED.get(name, {}).get(value, UNKNOWN if chosen else ""))


def _stored_labels(
    agents: Sequence[str], branches: Sequence[str], subjects: Sequence[str]
) -> dict[tuple[str, str], str]:
    """Names of people and of branches, and subjects as a record has them, in one query.

    Names are in the reader's language where known.
    """
    if not (agents or branches or subjects):
        return {}
    ids = [
        int(value) for value in agents if value.isascii() and value.isdigit() and len(value) < 19
    ]
    names = ("name", "name_kk", "name_ru")
    people = (
        Agent.objects.filter(pk__in=ids)
        .order_by()
        .values_list(Value("author"), Cast("pk", CharField()), *map(F, names))
    )
    places = (
        Branch.objects.filter(public_id__in=list(branches), open_to_public=True)
        .order_by()
        .values_list(Value("branch"), "public_id", Value(""), F("name_kk"), F("name_ru"))
    )
    topics = (
        IndexedValue.objects.filter(name="subject", value__in=list(subjects))
        .exclude(label="")
        .order_by()
        .values_list(Value("subject"), "value", "label", Value(""), Value(""))
    )
    preferred = slice(None, None, -1) if get_language() == "ru" else slice(None)
    found: dict[tuple[str, str], str] = {}
    for facet, value, name, *in_both in people.union(places, topics, all=True):
        own, other = in_both[preferred]
        # A person's name in the other language is a worse guess than the catalogued one.
        found[facet, value] = own or name or other
    return found


@dataclass(frozen=True)
class Years:
    """The histogram of years and the range chosen in it."""

    bars: Sequence[Bar]
    min: int | None
    max: int | None
    from_year: int | None
    to_year: int | None

    def __getitem__(self, name: str) -> int | None:
        return {"from": self.from_year, "to": self.to_year}[name]


def histogram(
    counts: Sequence[tuple[int, int]], year_from: int | None, year_to: int | None
) -> Years:
    """At most 18 bars of equal width that end with the last year; heights follow the counts."""
    if not counts:
        return Years((), None, None, year_from, year_to)
    first, last = counts[0][0], counts[-1][0]
    steps = (each * 10**power for power in count() for each in (1, 2, 5))
    step = next(each for each in steps if last // each - first // each < MOST_BARS)
    totals: dict[int, int] = dict.fromkeys(range(first // step, last // step + 1), 0)
    for year, number in counts:
        totals[year // step] += number
    highest = max(totals.values())
    bars = []
    for place, number in totals.items():
        start, end = place * step, place * step + step - 1
        off = (year_from is not None and end < year_from) or (
            year_to is not None and start > year_to
        )
        height = ceil(HEIGHT * number / highest)
        bars.append(Bar(max(start, first), min(end, last), number, height, off))
    return Years(bars, first, last, year_from, year_to)
