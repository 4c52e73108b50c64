"""The catalogue in the admin: its menus and permissions."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from birge.catalogue.viewsets import BranchesGroup, CatalogueGroup, register_policies

register_policies()
register_snippet(CatalogueGroup)
register_snippet(BranchesGroup)
