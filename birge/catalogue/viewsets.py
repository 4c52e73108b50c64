"""The catalogue's lists and forms in the admin."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView as ModelIndexView
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from birge.catalogue import filters, forms
from birge.catalogue.choosers import AgentChooserViewSet, RecordChooserViewSet, found_rows
from birge.catalogue.finding import FinderFailed, find_agents, find_records
from birge.catalogue.models import (
    Agent,
    Branch,
    Closure,
    Holding,
    Holiday,
    ImportRun,
    Record,
    Reject,
    Season,
    Source,
)
from birge.catalogue.reasons import reason_text


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


class RecordViewSet(SnippetViewSet):
    """Records."""

    model = Record
    icon = "openquote"
    menu_label = _("Records")
    list_display = ["full_title", "author", "year", "status", "source"]
    list_per_page = 50
    ordering = ["title_key", "pk"]
    filterset_class = filters.RecordFilterSet
    index_view_class = FoundIndexView
    chooser_viewset_class = RecordChooserViewSet
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("subtitle"),
            FieldRowPanel([FieldPanel("part_number"), FieldPanel("part_title")]),
            FieldPanel("set_title"),
            FieldPanel("original_title"),
            FieldPanel("responsibility"),
            InlinePanel(
                "contributions",
                label=_("Author or contributor"),
                heading=_("Authors and contributors"),
                panels=[FieldPanel("agent"), FieldPanel("role"), FieldPanel("main")],
            ),
            FieldRowPanel([FieldPanel("languages"), FieldPanel("original_languages")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("place"), FieldPanel("publisher")]),
                    FieldRowPanel([FieldPanel("year"), FieldPanel("year_text")]),
                    FieldRowPanel([FieldPanel("edition"), FieldPanel("extent")]),
                    FieldRowPanel([FieldPanel("series"), FieldPanel("series_number")]),
                    FieldRowPanel([FieldPanel("isbns"), FieldPanel("issns")]),
                ],
                heading=_("Publication"),
            ),
            FieldPanel("subjects"),
            FieldPanel("annotation"),
            FieldRowPanel([FieldPanel("material_type"), FieldPanel("audience")]),
            FieldRowPanel([FieldPanel("age_mark"), FieldPanel("udc"), FieldPanel("bbk")]),
            FieldPanel("cover"),
            MultiFieldPanel(
                [FieldPanel("source"), FieldPanel("control_number"), FieldPanel("status")],
                heading=_("In the catalogue"),
            ),
        ],
        base_form_class=forms.RecordForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Record.objects.select_related("source")


class AgentViewSet(SnippetViewSet):
    """People and bodies."""

    model = Agent
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "name_kk", "name_ru", "dates"]
    ordering = ["sort_key", "pk"]
    index_view_class = AgentIndexView
    chooser_viewset_class = AgentChooserViewSet
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("name_kk"), FieldPanel("name_ru")]),
            FieldPanel("variants"),
            FieldPanel("dates"),
        ],
        base_form_class=forms.AgentForm,
    )


class BranchViewSet(SnippetViewSet):
    """Branches with their hours."""

    model = Branch
    icon = "home"
    menu_label = _("Branches")
    list_display = ["name", "code", "address", "open_to_public"]
    ordering = ["position", "pk"]
    index_view_class = PlainSnippetIndexView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_kk"), FieldPanel("name_ru")]),
            FieldRowPanel([FieldPanel("address_kk"), FieldPanel("address_ru")]),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            FieldRowPanel([FieldPanel("whatsapp"), FieldPanel("telegram")]),
            FieldPanel("map_url"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            InlinePanel(
                "opening_hours",
                label=_("Day"),
                heading=_("Opening hours"),
                panels=[
                    FieldRowPanel([FieldPanel("weekday"), FieldPanel("season")]),
                    FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
                    FieldRowPanel([FieldPanel("lunch_from"), FieldPanel("lunch_to")]),
                ],
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("sanitary_week"), FieldPanel("sanitary_weekday")])],
                heading=_("Sanitary day"),
            ),
            FieldPanel("accessibility"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("code"), FieldPanel("other_codes")]),
                    FieldRowPanel([FieldPanel("position"), FieldPanel("open_to_public")]),
                ],
                heading=_("In the catalogue"),
            ),
        ],
        base_form_class=forms.BranchForm,
    )


class HoldingViewSet(ModelViewSet):
    """Copies: prices and acts are for staff, so this is no snippet that an API could show."""

    model = Holding
    name = "catalogue_holding"
    icon = "tag"
    menu_label = _("Copies")
    list_display = ["inventory_number", "barcode", "shelf_mark", "record", "branch", "status"]
    list_filter = None
    filterset_class = filters.HoldingFilterSet
    index_view_class = HoldingIndexView
    copy_view_enabled = False
    ordering = ["pk"]
    edit_handler = ObjectList(
        [
            FieldPanel("record"),
            FieldRowPanel([FieldPanel("branch"), FieldPanel("location")]),
            FieldRowPanel([FieldPanel("shelf_mark"), FieldPanel("status")]),
            FieldRowPanel([FieldPanel("inventory_number"), FieldPanel("barcode")]),
            FieldRowPanel([FieldPanel("received_on"), FieldPanel("acquisition")]),
            FieldRowPanel([FieldPanel("price"), FieldPanel("act_number")]),
            FieldPanel("run"),
            FieldPanel("note"),
        ],
        base_form_class=forms.HoldingForm,
    )


class SourceViewSet(ModelViewSet):
    """Where records come from."""

    model = Source
    name = "catalogue_source"
    icon = "download"
    menu_label = _("Sources")
    form_fields = ["name", "description", "live_status"]
    list_display = ["name", "live_status"]
    ordering = ["pk"]
    index_view_class = PlainIndexView
    copy_view_enabled = False


class SeasonViewSet(ModelViewSet):
    """Parts of the year with hours of their own."""

    model = Season
    name = "catalogue_season"
    icon = "calendar-alt"
    menu_label = _("Seasons")
    form_fields = ["name_kk", "name_ru", "from_month", "from_day", "to_month", "to_day"]
    list_display = ["name", "from_month", "from_day", "to_month", "to_day"]
    ordering = ["from_month", "from_day"]
    index_view_class = PlainIndexView
    copy_view_enabled = False


class HolidayViewSet(ModelViewSet):
    """Days all branches are closed."""

    model = Holiday
    name = "catalogue_holiday"
    icon = "date"
    menu_label = _("Holidays")
    form_fields = ["name_kk", "name_ru", "month", "day", "year", "days"]
    list_display = ["name", "month", "day", "year", "days"]
    ordering = ["month", "day", "year"]
    index_view_class = PlainIndexView
    copy_view_enabled = False


class ClosureViewSet(ModelViewSet):
    """Days a branch is closed out of turn."""

    model = Closure
    name = "catalogue_closure"
    icon = "warning"
    menu_label = _("Closures")
    form_fields = ["branch", "starts", "ends", "reason_kk", "reason_ru", "show_from"]
    list_display = ["branch", "starts", "ends", "reason"]
    ordering = ["-starts", "pk"]
    index_view_class = PlainIndexView
    copy_view_enabled = False


class ReadOnlyPolicy(ModelPermissionPolicy):
    """What an import did is looked at, never edited."""

    def user_has_permission(self, user: object, action: str) -> bool:
        if action in ("add", "change", "delete"):
            return False
        return super().user_has_permission(user, action)

    def user_has_any_permission(self, user: object, actions: list[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class ImportRunInspectView(InspectView):
    """One import, with what it could not take."""

    template_name = "catalogue/admin/import_run.html"
    fields = [
        "source",
        "status",
        "started_at",
        "finished_at",
        "full",
        "read",
        "created",
        "updated",
        "unchanged",
        "rejected",
        "withdrawn",
        "error",
    ]

    def get_context_data(self, **kwargs: object) -> dict:
        rejects = self.object.rejects.defer("data")[:SHOWN_REJECTS]
        for reject in rejects:
            reject.words = reason_text(reject.reason)
            reject.url = reverse("catalogue_import:reject", args=[reject.pk])
        return super().get_context_data(rejects=rejects, files=self.object.found, **kwargs)


SHOWN_REJECTS = 500


class RunColumn(Column):
    """The name of the run, leading to what it did."""

    def get_value(self, instance: ImportRun) -> SafeString:
        url = reverse("catalogue_import:inspect", args=[instance.pk])
        return format_html('<a href="{}">{}</a>', url, instance)


class ImportRunViewSet(ModelViewSet):
    """Imports and what they rejected."""

    model = ImportRun
    name = "catalogue_import"
    icon = "upload"
    menu_label = _("Imports")
    exclude_form_fields: list[str] = []
    list_display = [
        RunColumn("run", label=_("Import")),
        "status",
        "read",
        "created",
        "updated",
        "unchanged",
        "rejected",
        "withdrawn",
    ]
    filterset_class = filters.ImportRunFilterSet
    ordering = ["-started_at", "-pk"]
    inspect_view_enabled = True
    inspect_view_class = ImportRunInspectView
    copy_view_enabled = False

    def get_urlpatterns(self) -> list:
        return [
            *super().get_urlpatterns(),
            path("reject/<int:pk>/", download_reject, name="reject"),
        ]


def download_reject(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes of a rejected record, for whoever may look at imports."""
    policy = policy_registry.get_by_type(ImportRun)
    if not policy.user_has_any_permission(request.user, ["view"]):
        return HttpResponse(status=403)
    reject = get_object_or_404(Reject, pk=pk)
    response = HttpResponse(bytes(reject.data), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="reject-{reject.pk}.mrc"'
    return response


class CatalogueGroup(SnippetViewSetGroup):
    """What is in the catalogue."""

    menu_label = _("Catalogue")
    menu_icon = "openquote"
    menu_order = 150
    items = (RecordViewSet, HoldingViewSet, AgentViewSet, SourceViewSet, ImportRunViewSet)


class BranchesGroup(SnippetViewSetGroup):
    """Branches and when they are open."""

    menu_label = _("Branches and hours")
    menu_icon = "home"
    menu_order = 160
    items = (BranchViewSet, SeasonViewSet, HolidayViewSet, ClosureViewSet)


def register_policies() -> None:
    """Before the admin makes ordinary policies of its own."""
    register_permission_policy(ImportRun, ReadOnlyPolicy(ImportRun))
