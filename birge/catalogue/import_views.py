"""Imports in the admin: looked at, never edited; what was rejected can be taken home."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import yesno
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from birge.catalogue import filters
from birge.catalogue.admin_lists import RunIndexView
from birge.catalogue.models import ImportRun, Reject
from birge.catalogue.original import extension
from birge.catalogue.reasons import reason_text

SHOWN_REJECTS = 500
NOTHING = "–"
AUTO = "auto"
# Codes of containers and formats as people write them; encodings are written as they are called.
NAMES = {
    "iso2709": "ISO 2709",
    "marcxml": "MARCXML",
    "marc-json": "MARC-in-JSON",
    "marc21": "MARC 21",
    "unimarc": "UNIMARC",
    "unknown": NOTHING,
}
OPTIONS = {"dialect": _("Format: %(value)s"), "encoding": _("Encoding: %(value)s")}


def spelled(code: str) -> str:
    """The name of a container, format or encoding; «auto» in words."""
    return gettext("recognized by the content") if code == AUTO else NAMES.get(code, code)


def in_lines(texts: Iterable[str]) -> SafeString | str:
    """Each text on a line of its own, escaped."""
    return format_html_join(mark_safe("<br>"), "{}", ((text,) for text in texts)) or NOTHING


def found_in(file: dict) -> dict:
    """What a file was found to be, its codes replaced by names."""
    return {
        **file,
        "container": spelled(file.get("container", "")),
        "dialects": [spelled(code) for code in file.get("dialects", ())],
    }


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
    page_title = _("Import")

    def get_context_data(self, **kwargs: object) -> dict:
        rejects = self.object.rejects.defer("data")[:SHOWN_REJECTS]
        for reject in rejects:
            reject.words = reason_text(reject.reason)
            reject.url = reverse("catalogue_import:reject", args=[reject.pk])
        files = [found_in(file) for file in self.object.found]
        seen = {file["file"] for file in self.object.found}
        files += [{"file": name} for name in self.object.files if name not in seen]
        return super().get_context_data(rejects=rejects, files=files, **kwargs)

    def get_started_at_display_value(self) -> datetime.datetime:
        # The template's filter would show the time as it is stored, in UTC.
        return timezone.localtime(self.object.started_at)

    def get_finished_at_display_value(self) -> datetime.datetime | str:
        finished = self.object.finished_at
        return timezone.localtime(finished) if finished else NOTHING

    def get_options_display_value(self) -> SafeString | str:
        options = self.object.options
        return in_lines(
            words % {"value": spelled(options[name])}
            for name, words in OPTIONS.items()
            if name in options
        )

    def get_full_display_value(self) -> str:
        return yesno(self.object.full)

    def get_error_display_value(self) -> str:
        return self.object.error or NOTHING


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
    index_view_class = RunIndexView
    ordering = ["-started_at", "-pk"]
    inspect_view_enabled = True
    inspect_view_class = ImportRunInspectView
    inspect_view_fields = [
        "source",
        "status",
        "started_at",
        "finished_at",
        "options",
        "full",
        "read",
        "created",
        "updated",
        "unchanged",
        "rejected",
        "withdrawn",
        "error",
    ]
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
    data = bytes(reject.data)
    name = f"reject-{reject.pk}.{extension(data)}"
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def register_policies() -> None:
    """Before the admin makes ordinary policies of its own."""
    register_permission_policy(ImportRun, ReadOnlyPolicy(ImportRun))
