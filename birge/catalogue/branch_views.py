"""Branches in the admin, where Wagtail's own views would say too little."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import DeleteView

from birge.catalogue.branch_pages import branch_pages
from birge.catalogue.services.belongings import (
    BranchInUse,
    collection_is_used,
    group_is_used,
    in_the_way,
)


class BranchDeleteView(DeleteView):
    """Says what goes with the branch, or why it cannot go."""

    template_name = "catalogue/admin/delete_branch.html"

    def get_usage_url(self) -> None:
        """Not asked: the branch's own pages would count as a use of it."""
        return None

    def get_context_data(self, **kwargs: object) -> dict:
        branch = self.object
        obstacles = in_the_way(branch)
        return super().get_context_data(
            branch=branch,
            obstacles=obstacles,
            is_protected=bool(obstacles),
            copies_url=f"{reverse('catalogue_holding:index')}?branch={branch.pk}",
            pages=branch_pages().owned(branch),
            keeps_group=group_is_used(branch),
            keeps_collection=collection_is_used(branch),
            **kwargs,
        )

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except BranchInUse:
            messages.error(self.request, _("The branch is in use and was not deleted."))
            return HttpResponseRedirect(self.get_delete_url())
