"""The site's pages as the search room finds them, and what tells it that one has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from birge.core.among import among
from birge.home.models.base import BasePage
from birge.home.visibility import visible
from birge.search.page_index import keep_pages
from birge.search.page_sources import PageLink, PageText

BATCH = 100


class SitePages:
    """Every page of the site, whichever room its type comes from: each answers for itself."""

    name = "pages"

    def texts(self, ids: Sequence[int] | None = None) -> Iterator[PageText]:
        """Live pages; an alias shows the other language's text and is none."""
        # The first pages of the site are ways to everything else.
        pages = Page.objects.filter(live=True, alias_of=None, depth__gt=2).order_by("pk")
        if ids is not None:
            pages = pages.filter(pk__in=among(ids))
        for page in pages.select_related("locale").specific(defer=False).iterator(BATCH):
            if isinstance(page, BasePage) and page.in_search:
                yield PageText(
                    page.pk, page.locale.language_code, page.title, page.lead, page.search_text()
                )

    def visible(self, language: str) -> QuerySet:
        """Ids of public pages in the language."""
        pages = Page.objects.filter(locale__language_code=language, alias_of=None)
        return visible(pages).values("pk")

    def links(self, ids: Sequence[int]) -> dict[int, PageLink]:
        """Addresses with the titles of the pages above; two queries."""
        pages = list(Page.objects.filter(pk__in=among(ids)).order_by())
        above = {page.pk: page.path[: -page.steplen] for page in pages}
        parents = Page.objects.filter(path__in=above.values(), depth__gt=2)
        titles = dict(parents.order_by().values_list("path", "title"))
        return {
            page.pk: PageLink(url, titles.get(above[page.pk], ""))
            for page in pages
            if (url := page.get_url())
        }


PAGES = SitePages()


def follow_publishing() -> None:
    """Keep the index in step from now on.

    Signals, for Wagtail offers nothing else: pages are published by editors, by the clock, by
    the API and by translations. A page that is moved keeps its words, and where it is and who
    may see it is asked anew by every search.
    """
    for signal in (page_published, page_unpublished):
        signal.connect(_changed, dispatch_uid="birge.home.search")
    post_delete.connect(_changed, sender=Page, dispatch_uid="birge.home.deleted")


def _changed(instance: Page, **kwargs: object) -> None:
    keep_pages(PAGES, [instance.pk])
