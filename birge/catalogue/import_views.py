"""Imports in the admin: looked at, never edited; what was rejected can be taken home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from birge.catalogue import filters
from birge.catalogue.models import ImportRun, Reject
from birge.catalogue.reasons import reason_text

SHOWN_REJECTS = 500


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


def register_policies() -> None:
    """Before the admin makes ordinary policies of its own."""
    register_permission_policy(ImportRun, ReadOnlyPolicy(ImportRun))
