"""The report on searches: what readers look for, and what they did not find."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import TruncDay, TruncMonth, TruncWeek
from django.http import FileResponse, QueryDict
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from birge.core.dates import day_month, long_date
from birge.search.models import QueryCount

PERIODS = {"7": _("7 days"), "30": _("30 days"), "90": _("90 days"), "365": _("A year")}
USUAL_PERIOD = "30"
STEPS: Mapping[str, tuple[object, Callable]] = {
    "day": (_("By day"), TruncDay),
    "week": (_("By week"), TruncWeek),
    "month": (_("By month"), TruncMonth),
}
EMPTY_ONLY = "empty"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
HEIGHT = 120
WIDTH = 960


@dataclass(frozen=True)
class Bar:
    """Searches of a day, week or month, and how it is drawn: lengths in units of the picture."""

    label: str
    total: int
    empty: int
    x: float
    width: float
    height: float
    empty_height: float

    @property
    def top(self) -> float:
        return HEIGHT - self.height

    @property
    def empty_top(self) -> float:
        return HEIGHT - self.empty_height


class SearchReportFilterSet(WagtailFilterSet):
    """Period, language, all or only what found nothing, and how time is cut."""

    period = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=list(PERIODS.items()),
        empty_label=None,
        method="keep",
        widget=forms.RadioSelect,
        initial=USUAL_PERIOD,
    )
    language = django_filters.ChoiceFilter(
        label=_("Language of the site"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    found = django_filters.ChoiceFilter(
        label=_("Found"),
        choices=[(EMPTY_ONLY, _("Only searches that found nothing"))],
        method="keep",
        widget=forms.RadioSelect,
    )
    step = django_filters.ChoiceFilter(
        label=_("Bars"),
        choices=[(name, label) for name, (label, _function) in STEPS.items()],
        empty_label=None,
        method="keep",
        widget=forms.RadioSelect,
        initial="day",
    )

    class Meta:
        model = QueryCount
        fields = ["period", "language", "found", "step"]

    def __init__(self, data: QueryDict | None = None, *args: object, **kwargs: object) -> None:
        """What is not asked for is as usual, and no filter that somebody has set."""
        chosen = QueryDict(mutable=True) if data is None else data.copy()
        for name, each in self.base_filters.items():
            if not chosen.get(name) and (usual := each.extra.get("initial")):
                chosen[name] = usual
        super().__init__(chosen, *args, **kwargs)

    def keep(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The view itself asks for these: they are no conditions on one row."""
        return queryset

    def chosen(self, name: str) -> str:
        """The value chosen, or the usual one."""
        value = self.form.cleaned_data.get(name, "") if self.form.is_valid() else ""
        return value or str(self.filters[name].extra.get("initial") or "")


def _no_formula(text: str) -> str:
    """The text as a spreadsheet takes it for text: some signs at the beginning make it count."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _local(moment: datetime.datetime) -> datetime.datetime:
    """A moment by the library's clock; spreadsheets know no time zones."""
    return timezone.localtime(moment).replace(tzinfo=None)


class SearchReportView(ReportView):
    """What is looked for, most often first; bars of the period above."""

    model = QueryCount
    permission_policy = ModelPermissionPolicy(QueryCount)
    permission_required = "view"
    page_title = _("What readers search for")
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    results_template_name = "search/admin/report_results.html"
    filterset_class = SearchReportFilterSet
    default_ordering = "-times"
    no_results_message = _("Nobody has searched for anything in this period.")
    columns = [
        Column("text", label=_("Query"), sort_key="text"),
        Column(
            "language",
            label=_("Language of the site"),
            sort_key="language",
            accessor=lambda row: dict(settings.LANGUAGES).get(row["language"], row["language"]),
        ),
        Column("times", label=_("Times"), sort_key="times"),
        Column("found", label=_("Found"), sort_key="found"),
        DateColumn("last", label=_("Last time"), sort_key="last"),
    ]
    list_export = ["text", "language", "times", "found", "last"]
    export_headings = {
        "text": _("Query"),
        "language": _("Language of the site"),
        "times": _("Times"),
        "found": _("Found"),
        "last": _("Last time"),
    }
    export_filename = "searches"
    custom_field_preprocess = {
        "text": {"csv": _no_formula},
        "last": {"csv": _local, "xlsx": _local},
    }

    def get_base_queryset(self) -> QuerySet:
        """The rows of the period."""
        return QueryCount.objects.filter(hour__gte=self._since())

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> FileResponse:
        """The table in the language of who asks: it is written when that is no longer known."""
        self.export_headings = {name: str(words) for name, words in self.export_headings.items()}
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def _since(self) -> datetime.datetime:
        days = int(self.filters.chosen("period"))
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return today - datetime.timedelta(days=days - 1)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Rows are put in order when they have been added up."""
        return queryset

    @cached_property
    def _rows(self) -> QuerySet:
        """Rows of the period in the language chosen."""
        return self.filter_queryset(self.get_queryset())

    def get_filtered_queryset(self) -> QuerySet:
        """Each query once for each language, with what it found the last time."""
        latest = QueryCount.objects.filter(
            text=OuterRef("text"), language=OuterRef("language")
        ).order_by("-hour")
        found = self._rows.values("text", "language").annotate(
            times=Sum("count"),
            last=Max("hour"),
            found=Subquery(latest.values("hits")[:1]),
        )
        if self.filters.chosen("found") == EMPTY_ONLY:
            found = found.filter(found=0)
        return found.order_by(self.ordering, "text", "language")

    def get_context_data(self, **kwargs: object) -> dict:
        """Adds the bars and the sums."""
        context = super().get_context_data(**kwargs)
        if not self.is_export:
            bars = self._bars()
            context |= {
                "bars": bars,
                "chart_width": WIDTH,
                "chart_height": HEIGHT,
                "total": sum(bar.total for bar in bars),
                "total_empty": sum(bar.empty for bar in bars),
                "most": max((bar.total for bar in bars), default=0),
            }
        return context

    def _bars(self) -> Sequence[Bar]:
        step = self.filters.chosen("step")
        _label, cut = STEPS[step]
        rows = (
            self._rows.order_by()
            .annotate(moment=cut("hour"))
            .values("moment")
            .annotate(total=Sum("count"), empty=Sum("count", filter=Q(hits=0)))
        )
        found = {row["moment"].date(): row for row in rows}
        days = _every(step, timezone.localdate(self._since()), timezone.localdate())
        most = max((row["total"] for row in found.values()), default=0) or 1
        width = WIDTH / max(1, len(days))
        return [
            Bar(
                label=_named(step, day),
                total=total,
                empty=empty,
                x=round(place * width, 1),
                width=round(width * 0.8, 1),
                height=round(HEIGHT * total / most, 1),
                empty_height=round(HEIGHT * empty / most, 1),
            )
            for place, day in enumerate(days)
            for total, empty in [_numbers(found.get(day))]
        ]


def _numbers(row: Mapping[str, int | None] | None) -> tuple[int, int]:
    return (row["total"] or 0, row["empty"] or 0) if row else (0, 0)


def _every(step: str, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first days of every day, week or month of the period."""
    day = _beginning(step, first)
    days = []
    while day <= last:
        days.append(day)
        following = {"day": 1, "week": 7, "month": 32}[step]
        day = _beginning(step, day + datetime.timedelta(days=following))
    return days


def _beginning(step: str, day: datetime.date) -> datetime.date:
    if step == "week":
        return day - datetime.timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _named(step: str, day: datetime.date) -> str:
    return long_date(day) if step == "month" else day_month(day)


def report_urls() -> list[URLPattern]:
    """Addresses of the report in the admin."""
    return [
        path("reports/searches/", SearchReportView.as_view(), name="search_report"),
        path(
            "reports/searches/results/",
            SearchReportView.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


REPORT_URL = reverse_lazy("search_report")
