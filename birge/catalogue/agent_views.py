"""People and bodies in the admin, where Wagtail's own view would fail."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import DeleteView

from birge.catalogue.services.people import AgentInUse, records_with


class AgentDeleteView(DeleteView):
    """Says why a name that records have cannot go."""

    template_name = "catalogue/admin/delete_agent.html"

    def get_usage_url(self) -> None:
        """Not asked: Wagtail counts no contributions, and would say that nothing is in the way."""
        return None

    def get_context_data(self, **kwargs: object) -> dict:
        records = records_with(self.object)
        return super().get_context_data(records=records, is_protected=bool(records), **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except AgentInUse:
            messages.error(self.request, _("Records have this name; it was not deleted."))
            return HttpResponseRedirect(self.get_delete_url())
