"""What changes pages: opening a branch's part of the site."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Collection

from birge.catalogue.models import Branch
from birge.home.models import BranchesPage, BranchPage


@transaction.atomic
def open_branch(branch: Branch, parent: BranchesPage, slug: str) -> BranchPage:
    """The branch's own page below `parent`, and a collection for its pictures and files.

    Safe to repeat. The page is published at once; groups are given rights on it by whoever
    sets up people (birge.site.setup).
    """
    page = BranchPage.objects.filter(branch=branch, locale=parent.locale).first()
    if page is None:
        page = BranchPage(title=branch.name_kk, slug=slug, branch=branch, locale=parent.locale)
        parent.add_child(instance=page)
        page.save_revision().publish()
    if not Collection.objects.filter(name=branch.name_kk).exists():
        Collection.get_first_root_node().add_child(name=branch.name_kk)
    return page
