"""Parts of the admin's screens that show what a branch owns."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from birge.catalogue.branch_pages import branch_pages
from birge.catalogue.models import Branch

LANGUAGES = dict(settings.LANGUAGES)


def page_links(branch: Branch, user: object) -> list[dict]:
    """The branch's pages; those the user may not edit have no addresses."""
    owned = branch_pages().owned(branch)
    found = Page.objects.in_bulk([page.pk for page in owned])
    links = []
    for page in owned:
        link = {"page": page, "language": LANGUAGES.get(page.language, page.language)}
        if found[page.pk].permissions_for_user(user).can_edit():
            link["edit_url"] = reverse("wagtailadmin_pages:edit", args=[page.pk])
            link["explore_url"] = reverse("wagtailadmin_explore", args=[page.pk])
        links.append(link)
    return links


def file_links(collection: Collection | None) -> dict[str, dict]:
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


def change_url(owned: Collection | Group | None, address: str, user: object) -> str:
    """Where the collection or group is changed; nothing for whoever may not."""
    if owned is None:
        return ""
    policy = policy_registry.get_by_type(type(owned))
    return reverse(address, args=[owned.pk]) if policy.user_has_permission(user, "change") else ""


class BelongingsPanel(Panel):
    """What a branch owns, each with the place to work on it; before that, what it is going to own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalogue/admin/belongings.html"

        def get_context_data(self, parent_context: object = None) -> dict:
            context = super().get_context_data(parent_context)
            branch, user = self.instance, self.request.user
            context["branch"] = branch
            if branch.pk:
                context |= {
                    "pages": page_links(branch, user),
                    "files": file_links(branch.collection),
                    "members": branch.group.user_set.count() if branch.group else 0,
                    "collection_url": change_url(
                        branch.collection, "wagtailadmin_collections:edit", user
                    ),
                    "group_url": change_url(branch.group, "wagtailusers_groups:edit", user),
                }
            return context


class OwnBranches(Component):
    """On the admin's first page, the branches whose groups the user is in: the way to their pages."""

    template_name = "catalogue/admin/own_branches.html"
    order = 50

    def __init__(self, user: object) -> None:
        self.user = user

    def get_context_data(self, parent_context: object = None) -> dict:
        branches = Branch.objects.filter(group__user=self.user).select_related("collection")
        return {
            "branches": [
                {
                    "name": branch.name,
                    "pages": page_links(branch, self.user),
                    "files": file_links(branch.collection),
                }
                for branch in branches.order_by("position", "pk")
            ]
        }
