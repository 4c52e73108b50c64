"""The page types a library's site is made of."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from birge.catalogue import queries as catalogue_queries
from birge.home.blocks import BodyBlock
from birge.home.models.base import BasePage
from birge.home.way import Way, find_way

LONGEST_LIST = 60


class HomePage(BasePage):
    """The first page in a language: search first, then what is new, then the sections."""

    hero_title = models.CharField(
        _("question over the search box"), max_length=120, default="", blank=True
    )
    search_examples = models.TextField(
        _("examples of searches"), blank=True, help_text=_("One on each line.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*BasePage.content_panels, "hero_title", "search_examples", "body"]
    api_fields = [
        *BasePage.api_fields,
        APIField("hero_title"),
        APIField("search_examples"),
        APIField("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.ContentPage",
        "home.CataloguePage",
        "home.BranchesPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Wagtail's, but pages on the way that do nothing of their own are not loaded whole.

        A language without a live home page has no pages: Wagtail comes to the site's first one.
        """
        is_first = self.pk == Site.find_for_request(request).root_page_id
        if is_first and self._language != get_language():
            raise Http404
        if not path_components:
            return super().route(request, path_components)
        way = find_way(self, path_components)
        for end, page in enumerate(way.pages, 1):
            is_last = end == len(path_components)
            if is_last or getattr(page.specific_class, "route", None) is not BasePage.route:
                found = page.specific
                found.way = Way(self, way.pages[:end])
                return found.route(request, path_components[end:])
        raise Http404

    @property
    def _language(self) -> str:
        """The page's language, as Wagtail remembers it of the roots of sites."""
        roots = Site.get_site_root_paths()
        found = (root.language_code for root in roots if root.root_path == self.url_path)
        return next(found, "") or self.locale.language_code

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Adds new records and today's branches."""
        context = super().get_context(request, *args, **kwargs)
        context["examples"] = [line for line in self.search_examples.splitlines() if line.strip()]
        context["new_records"] = catalogue_queries.new_records(6)
        context["branches_today"] = catalogue_queries.branches_today()
        context["closures"] = catalogue_queries.announced_closures()
        return context


class ContentPage(BasePage):
    """A page of blocks; it may list the pages below it."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    lists_children = models.BooleanField(
        _("list the pages below this one"), default=False, help_text=_("As cards, newest first.")
    )
    dates_children = models.BooleanField(
        _("with the day each was published"), default=False, help_text=_("For news.")
    )

    content_panels = [
        *BasePage.content_panels,
        "body",
        MultiFieldPanel(["lists_children", "dates_children"], heading=_("Pages below")),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("body"),
        APIField("lists_children"),
        APIField("dates_children"),
    ]
    parent_page_types = ["home.HomePage", "home.ContentPage", "home.BranchPage"]
    subpage_types = ["home.ContentPage"]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Adds the pages below, when this page lists them."""
        context = super().get_context(request, *args, **kwargs)
        context["children"] = newest_children(self) if self.lists_children else []
        return context


def newest_children(page: BasePage) -> QuerySet[ContentPage]:
    """Pages below the page that readers may see, newest first."""
    found = ContentPage.objects.child_of(page).listed().select_related("listing_image", "locale")
    return found.order_by("-first_published_at", "-pk")[:LONGEST_LIST]


class CataloguePage(BasePage):
    """A place in the menus that leads into the catalogue."""

    class Target(models.TextChoices):
        CATALOGUE = "catalogue", _("The whole catalogue")
        NEW = "new", _("New arrivals")

    target = models.CharField(
        _("leads to"), max_length=20, choices=Target, default=Target.CATALOGUE
    )

    content_panels = [*BasePage.content_panels, "target"]
    api_fields = [*BasePage.api_fields, APIField("target")]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("way into the catalogue")
        verbose_name_plural = _("ways into the catalogue")

    def menu_url(self, request: object = None) -> str:
        """The catalogue itself, so that a reader is spared a redirect."""
        query = "?sort=new" if self.target == self.Target.NEW else ""
        return reverse("search:search") + query

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Sends the reader on."""
        return HttpResponseRedirect(self.menu_url(request))


class BranchesPage(BasePage):
    """All branches, today's hours first."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, "body"]
    api_fields = [*BasePage.api_fields, APIField("body")]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.BranchPage"]

    class Meta:
        verbose_name = _("branches page")
        verbose_name_plural = _("branches pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Adds the branches with today's hours."""
        context = super().get_context(request, *args, **kwargs)
        context["branches_today"] = catalogue_queries.branches_today()
        context["closures"] = catalogue_queries.announced_closures()
        return context


class BranchPage(BasePage):
    """One branch: hours, contacts, the building, and pages of its own below.

    It is made, named and deleted with its branch (birge.home.services), never by hand.
    """

    branch = models.ForeignKey(
        "catalogue.Branch",
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("branch"),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("branch", read_only=True), "body"]
    api_fields = [*BasePage.api_fields, APIField("body")]
    parent_page_types = ["home.BranchesPage"]
    subpage_types = ["home.ContentPage"]
    is_creatable = False

    class Meta:
        verbose_name = _("branch page")
        verbose_name_plural = _("branch pages")

    def search_text(self) -> str:
        """The branch's name and address too, in the page's language."""
        with override(self.locale.language_code):
            return "\n".join((super().search_text(), self.branch.name, self.branch.address))

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Of a branch that is not shown, neither this page nor one below it: but to staff."""
        if not self.branch.open_to_public and not request.user.is_authenticated:
            raise Http404
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Adds the timetable, today's state and the pages below."""
        context = super().get_context(request, *args, **kwargs)
        context["children"] = newest_children(self)
        context["timetable"] = catalogue_queries.timetable(self.branch)
        context["closures"] = catalogue_queries.announced_closures(self.branch)
        return context
