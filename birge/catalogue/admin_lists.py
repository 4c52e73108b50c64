"""How the admin's lists of the catalogue are searched and sorted: never by the database's idea of letters."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import BooleanField, Model, Q, QuerySet
from django.template.defaultfilters import yesno
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView as ModelIndexView
from wagtail.snippets.views.snippets import IndexView

from birge.catalogue.choosers import found_rows, sources_by_name
from birge.catalogue.finding import FinderFailed, find_agents, find_records
from birge.core.among import among

#: Filters and counts of a list are those of so many rows at most.
MOST_FOUND = 10_000


class CountingPaginator(WagtailPaginator):
    """Says how many rows there are without declining their name by the number."""

    @cached_property
    def items_count_label(self) -> str:
        return gettext("In all: %(number)s") % {"number": number_format(self.count)}


class YesNoColumn(Column):
    """A choice in words; Wagtail's sign says True or False to listeners in any language."""

    def get_value(self, instance: Model) -> str:
        return yesno(super().get_value(instance))


class StoredOrder:
    """A list that can be sorted only as `sort_keys` says: by stored keys, numbers and dates.

    Wagtail would let every column be sorted, and a database knows no Kazakh alphabet.
    """

    paginator_class = CountingPaginator
    sort_keys: dict[str, str] = {}

    def _get_custom_column(
        self, field_name: str, column_class: type[Column] = Column, **kwargs: object
    ) -> Column:
        field = next((each for each in self.model._meta.fields if each.name == field_name), None)
        if isinstance(field, BooleanField):
            column_class = YesNoColumn
        column = super()._get_custom_column(field_name, column_class, **kwargs)
        column.sort_key = self.sort_keys.get(field_name)
        return column


class PlainIndexView(StoredOrder, ModelIndexView):
    """A short list in its own order."""


class RunIndexView(PlainIndexView):
    """Imports, by outcome and by numbers."""

    sort_keys = {
        name: name
        for name in ("status", "read", "created", "updated", "unchanged", "rejected", "withdrawn")
    }


class SourceIndexView(PlainIndexView):
    """Sources by name."""

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return sources_by_name(super().order_queryset(queryset))


class ClosureIndexView(PlainIndexView):
    """Closures, each with its branch."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("branch")


class PlainSnippetIndexView(StoredOrder, IndexView):
    """The same for snippets."""


class FoundIndexView(StoredOrder, IndexView):
    """A list whose search box asks our own search, never the database's idea of case."""

    is_searchable = True
    sort_keys = {"full_title": "title_key", "year": "year", "status": "status"}
    find = staticmethod(find_records)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        try:
            ids = self.find(self.search_query, MOST_FOUND)
        except FinderFailed:
            messages.error(self.request, _("Search does not work at the moment."))
            return queryset.none()
        return (
            queryset.filter(pk__in=among(ids))
            if self.is_explicitly_ordered
            else found_rows(queryset, ids)
        )


class AgentIndexView(FoundIndexView):
    sort_keys = {"name": "sort_key"}
    find = staticmethod(find_agents)


class HoldingIndexView(StoredOrder, ModelIndexView):
    """Copies, found by the beginning of a number that is on them, whatever its case."""

    is_searchable = True
    sort_keys = {name: name for name in ("inventory_number", "barcode", "status")}

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("record", "branch")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        text = self.search_query.strip()
        if not text:
            return queryset
        # SQLite knows the case of Latin letters only, PostgreSQL can use no index without case.
        wanted = Q()
        for each in {text, text.upper(), text.lower(), text.capitalize()}:
            wanted |= Q(inventory_number__startswith=each)
            wanted |= Q(barcode__startswith=each)
            wanted |= Q(shelf_mark__startswith=each)
        return queryset.filter(wanted)
