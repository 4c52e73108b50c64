"""Parts of the admin's forms that show more than fields."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.panels import Panel
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from birge.catalogue.branch_pages import branch_pages
from birge.catalogue.models import Branch

LANGUAGES = dict(settings.LANGUAGES)


class BelongingsPanel(Panel):
    """What a branch owns, each with the place to work on it; before that, what it is going to own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalogue/admin/belongings.html"

        def get_context_data(self, parent_context: object = None) -> dict:
            context = super().get_context_data(parent_context)
            branch: Branch = self.instance
            context["branch"] = branch
            if branch.pk:
                context["pages"] = self._pages(branch)
                context["files"] = self._files(branch.collection)
                context["members"] = branch.group.user_set.count() if branch.group else 0
                context["collection_url"] = self._url(branch.collection, "collections")
                context["group_url"] = self._url(branch.group, "groups")
            return context

        def _may(self, model: type, action: str) -> bool:
            policy = policy_registry.get_by_type(model)
            return policy.user_has_permission(self.request.user, action)

        def _pages(self, branch: Branch) -> list[dict]:
            """The pages; one that this user may not edit has no link."""
            owned = branch_pages().owned(branch)
            found = Page.objects.in_bulk([page.pk for page in owned])
            return [
                {
                    "page": page,
                    "language": LANGUAGES.get(page.language, page.language),
                    "url": reverse("wagtailadmin_pages:edit", args=[page.pk])
                    if found[page.pk].permissions_for_user(self.request.user).can_edit()
                    else "",
                }
                for page in owned
            ]

        def _files(self, collection: Collection | None) -> dict[str, dict]:
            """Pictures and files of the collection: how many, and where they are listed."""
            if collection is None:
                return {}
            query = "?" + urlencode({"collection_id": collection.pk})
            return {
                name: {
                    "number": model.objects.filter(collection=collection).count(),
                    "url": reverse(address) + query,
                }
                for name, model, address in (
                    ("images", get_image_model(), "wagtailimages:index"),
                    ("documents", get_document_model(), "wagtaildocs:index"),
                )
            }

        def _url(self, owned: Collection | Group | None, kind: str) -> str:
            if owned is None or not self._may(type(owned), "change"):
                return ""
            name = {
                "collections": "wagtailadmin_collections:edit",
                "groups": "wagtailusers_groups:edit",
            }[kind]
            return reverse(name, args=[owned.pk])
