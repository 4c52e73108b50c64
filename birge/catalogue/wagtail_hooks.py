"""The catalogue in the admin: its menus, permissions and actions."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from birge.catalogue import actions
from birge.catalogue.import_views import register_policies
from birge.catalogue.panels import OwnBranches
from birge.catalogue.viewsets import BranchesGroup, CatalogueGroup

register_policies()
register_snippet(CatalogueGroup)
register_snippet(BranchesGroup)
# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", actions.DeleteManyAction, order=100)


@hooks.register("register_actions")
def register_actions(registry: ActionRegistry) -> None:
    """Deletes go through the services."""
    actions.register(registry)


@hooks.register("construct_homepage_panels")
def show_own_branches(request: HttpRequest, panels: list[Component]) -> None:
    """Leads a branch's staff to its pages, which lie deep in the tree."""
    panels.append(OwnBranches(request.user))
