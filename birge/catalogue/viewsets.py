"""The catalogue's lists and forms in the admin."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from birge.catalogue import filters, forms
from birge.catalogue.admin_lists import (
    AgentIndexView,
    ClosureIndexView,
    FoundIndexView,
    HoldingIndexView,
    PlainIndexView,
    PlainSnippetIndexView,
    SourceIndexView,
)
from birge.catalogue.agent_views import AgentDeleteView
from birge.catalogue.branch_views import BranchDeleteView
from birge.catalogue.calendar_forms import HolidayForm, SeasonForm
from birge.catalogue.choosers import AgentChooserViewSet, RecordChooserViewSet
from birge.catalogue.import_views import ImportRunViewSet
from birge.catalogue.models import (
    Agent,
    Branch,
    Closure,
    Holding,
    Holiday,
    Record,
    Season,
    Source,
)
from birge.catalogue.panels import BelongingsPanel


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
    delete_view_class = AgentDeleteView
    delete_template_name = "catalogue/admin/delete_agent.html"
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
    delete_view_class = BranchDeleteView
    delete_template_name = "catalogue/admin/delete_branch.html"
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
            BelongingsPanel(heading=_("What the branch owns")),
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
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("description"), FieldPanel("live_status")],
        base_form_class=forms.SourceForm,
    )
    list_display = ["name", "live_status"]
    ordering = ["pk"]
    index_view_class = SourceIndexView
    copy_view_enabled = False


class SeasonViewSet(ModelViewSet):
    """Parts of the year with hours of their own."""

    model = Season
    name = "catalogue_season"
    icon = "calendar-alt"
    menu_label = _("Seasons")
    edit_handler = ObjectList(
        [
            FieldPanel("name_kk"),
            FieldPanel("name_ru"),
            FieldRowPanel([FieldPanel("from_day"), FieldPanel("from_month")]),
            FieldRowPanel([FieldPanel("to_day"), FieldPanel("to_month")]),
        ],
        base_form_class=SeasonForm,
    )
    list_display = ["name", "when"]
    ordering = ["from_month", "from_day"]
    index_view_class = PlainIndexView
    copy_view_enabled = False


class HolidayViewSet(ModelViewSet):
    """Days all branches are closed."""

    model = Holiday
    name = "catalogue_holiday"
    icon = "date"
    menu_label = _("Holidays")
    edit_handler = ObjectList(
        [
            FieldPanel("name_kk"),
            FieldPanel("name_ru"),
            FieldRowPanel([FieldPanel("day"), FieldPanel("month")]),
            FieldRowPanel([FieldPanel("days"), FieldPanel("year")]),
        ],
        base_form_class=HolidayForm,
    )
    list_display = ["name", "when", "days"]
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
    list_display = ["place", "starts", "ends", "reason"]
    ordering = ["-starts", "pk"]
    index_view_class = ClosureIndexView
    copy_view_enabled = False


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
