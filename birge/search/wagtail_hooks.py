"""Search in the admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from birge.search.feed_panel import FeedPanel
from birge.search.reports import REPORT_URL, SearchReportView, report_urls


@hooks.register("construct_homepage_panels")
def show_feed(request: HttpRequest, panels: list[Component]) -> None:
    """Tells whoever signs in that Elasticsearch is in trouble."""
    panels.append(FeedPanel())


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    """The report on searches."""
    return report_urls()


@hooks.register("register_reports_menu_item")
def show_report() -> MenuItem:
    """Its place in the menu, for those who may see it."""
    return ReportMenuItem(
        _("What readers search for"), REPORT_URL, name="searches", icon_name="search", order=50
    )


@hooks.register("register_permissions")
def register_permissions() -> QuerySet:
    """The right to see it, as a box to tick in a group's form."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_querycount")


class ReportMenuItem(MenuItem):
    """A way to the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return SearchReportView.permission_policy.user_has_permission(request.user, "view")
