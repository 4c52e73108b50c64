"""Choosing records, people and sources in the admin: no database knows Kazakh case and order."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from birge.catalogue.finding import FinderFailed, find_agents, find_records
from birge.catalogue.models import Source
from birge.core.among import among
from birge.language.collation import sort_key

Find = Callable[[str], list[int]]
#: So many rows at most are put in an order of their own.
IN_ORDER = 500


def found_rows(rows: QuerySet, ids: list[int]) -> QuerySet:
    """The rows with these ids, in the order of the ids as far as anybody pages."""
    if not ids:
        return rows.none()
    places = [When(pk=pk, then=place) for place, pk in enumerate(ids[:IN_ORDER])]
    return rows.filter(pk__in=among(ids)).order_by(Case(*places, default=IN_ORDER), "pk")


def sources_by_name(sources: QuerySet[Source]) -> QuerySet[Source]:
    """The sources in the order of the Kazakh alphabet; they are few, so none has a stored key."""
    names = sources.values_list("pk", "name")
    in_order = sorted(names, key=lambda row: (sort_key(row[1]), row[0]))
    return found_rows(sources, [pk for pk, _name in in_order])


class FinderForm(BaseFilterForm):
    """The search box of a chooser; `find` gives ids, best first."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
    )
    find: Find

    def filter(self, objects: QuerySet) -> QuerySet:
        """What was found; a search that failed is an error on the form, not an empty list."""
        objects = super().filter(objects)
        query = self.cleaned_data.get("q")
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        try:
            return found_rows(objects, type(self).find(query))
        except FinderFailed:
            self.add_error("q", _("Search does not work at the moment."))
            return objects.none()


class RecordFinderForm(FinderForm):
    find = staticmethod(find_records)


class AgentFinderForm(FinderForm):
    find = staticmethod(find_agents)


class RecordChooseView(ChooseView):
    filter_form_class = RecordFinderForm


class RecordChooseResultsView(ChooseResultsView):
    filter_form_class = RecordFinderForm


class RecordChooserViewSet(SnippetChooserViewSet):
    """The chooser of records; new ones are made in their own form, which is too long for it."""

    choose_view_class = RecordChooseView
    choose_results_view_class = RecordChooseResultsView
    creation_form_class = None


class AgentChooseView(ChooseView):
    filter_form_class = AgentFinderForm


class AgentChooseResultsView(ChooseResultsView):
    filter_form_class = AgentFinderForm


class AgentChooserViewSet(SnippetChooserViewSet):
    """The chooser of people and bodies."""

    choose_view_class = AgentChooseView
    choose_results_view_class = AgentChooseResultsView
