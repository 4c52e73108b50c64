"""Filters of the admin's lists."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from birge.catalogue.choices import HoldingStatus, MaterialType, RecordStatus
from birge.catalogue.choosers import sources_by_name
from birge.catalogue.languages import LANGUAGES, find_language
from birge.catalogue.models import Branch, Holding, ImportRun, Record, Reject, Source
from birge.language.collation import sort_key

KAZAKH_AND_RUSSIAN_FIRST = ("kaz", "rus", "eng")


def language_choices() -> list[tuple[str, str]]:
    """Languages by name, the usual ones first."""
    rest = sorted(
        ((code, str(each.name)) for code, each in LANGUAGES.items()),
        key=lambda pair: sort_key(pair[1]),
    )
    first = [(code, str(find_language(code).name)) for code in KAZAKH_AND_RUSSIAN_FIRST]
    return first + [pair for pair in rest if pair[0] not in KAZAKH_AND_RUSSIAN_FIRST]


class RecordFilterSet(WagtailFilterSet):
    """Records by source, status, material, language, year and branch."""

    source = django_filters.ModelChoiceFilter(
        label=_("Source"), queryset=lambda _request: sources_by_name(Source.objects.all())
    )
    status = django_filters.ChoiceFilter(label=_("Status"), choices=RecordStatus.choices)
    material_type = django_filters.ChoiceFilter(label=_("Material"), choices=MaterialType.choices)
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, method="in_language"
    )
    year_from = django_filters.NumberFilter(
        label=_("Year from"), field_name="year", lookup_expr="gte"
    )
    year_to = django_filters.NumberFilter(label=_("Year to"), field_name="year", lookup_expr="lte")
    branch = django_filters.ModelChoiceFilter(
        label=_("Branch"), queryset=Branch.objects.all(), method="at_branch"
    )

    class Meta:
        model = Record
        fields = ["source", "status", "material_type"]

    def in_language(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Records one of whose languages it is."""
        # SQLite has no `contains` for JSON; a quoted ASCII code in the text means the same.
        text = Cast("languages", TextField())
        return rows.annotate(languages_text=text).filter(languages_text__contains=f'"{value}"')

    def at_branch(self, rows: QuerySet, name: str, value: Branch) -> QuerySet:
        """Records of which the branch has a copy."""
        return rows.filter(pk__in=Holding.objects.filter(branch=value).values("record"))


class HoldingFilterSet(WagtailFilterSet):
    """Copies by branch, status and day of receipt."""

    branch = django_filters.ModelChoiceFilter(label=_("Branch"), queryset=Branch.objects.all())
    status = django_filters.ChoiceFilter(label=_("Status"), choices=HoldingStatus.choices)

    class Meta:
        model = Holding
        fields = ["branch", "status", "acquisition", "received_on"]


class ImportRunFilterSet(WagtailFilterSet):
    """Imports by source and outcome."""

    source = django_filters.ModelChoiceFilter(
        label=_("Source"), queryset=lambda _request: sources_by_name(Source.objects.all())
    )

    class Meta:
        model = ImportRun
        fields = ["source", "status"]


class RejectFilterSet(WagtailFilterSet):
    """Rejected records by import and reason."""

    class Meta:
        model = Reject
        fields = ["run", "reason"]
