"""How the admin's lists of the catalogue are searched and sorted: never by the database's idea of letters."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView as ModelIndexView
from wagtail.snippets.views.snippets import IndexView

from birge.catalogue.choosers import found_rows, sources_by_name
from birge.catalogue.finding import FinderFailed, find_agents, find_records


class StoredOrder:
    """A list that can be sorted only as `sort_keys` says: by stored keys, numbers and dates.

    Wagtail would let every column be sorted, and a database knows no Kazakh alphabet.
    """

    sort_keys: dict[str, str] = {}

    def _get_custom_column(self, field_name: str, *args: object, **kwargs: object) -> Column:
        column = super()._get_custom_column(field_name, *args, **kwargs)
        column.sort_key = self.sort_keys.get(field_name)
        return column


class PlainIndexView(StoredOrder, ModelIndexView):
    """A short list in its own order."""


class SourceIndexView(PlainIndexView):
    """Sources by name."""

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return sources_by_name(super().order_queryset(queryset))


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
            ids = self.find(self.search_query)
        except FinderFailed:
            messages.error(self.request, _("Search does not work at the moment."))
            return queryset.none()
        return (
            queryset.filter(pk__in=ids) if self.is_explicitly_ordered else found_rows(queryset, ids)
        )


class AgentIndexView(FoundIndexView):
    sort_keys = {"name": "sort_key"}
    find = staticmethod(find_agents)


class HoldingIndexView(StoredOrder, ModelIndexView):
    """Copies, found by the beginning of a number that is on them."""

    is_searchable = True
    sort_keys = {name: name for name in ("inventory_number", "barcode", "status")}

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("record", "branch")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        text = self.search_query.strip()
        if not text:
            return queryset
        return queryset.filter(
            Q(inventory_number__startswith=text)
            | Q(barcode__startswith=text)
            | Q(shelf_mark__startswith=text)
        )
