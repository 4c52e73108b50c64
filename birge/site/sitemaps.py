"""What the sitemap lists: pages and records, in both languages."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from wagtail.models import Page

from birge.catalogue.models import Record
from birge.home.visibility import visible


class PageSitemap(Sitemap):
    """Pages that readers may see, in every language of the site."""

    limit = 5000

    def items(self) -> QuerySet[Page]:
        homes = visible(Page.objects.filter(depth=2)).in_bulk()
        below = Q()
        for home in homes.values():
            below |= Q(path__startswith=home.path)
        pages = visible(Page.objects.filter(below)) if homes else Page.objects.none()
        # Ways into the catalogue are no places of their own.
        return pages.filter(cataloguepage__isnull=True).order_by("path")

    def location(self, item: Page) -> str:
        return item.get_url() or ""

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at


class RecordSitemap(Sitemap):
    """Public records; each has a page in every language."""

    i18n = True
    alternates = True
    languages = [code for code, _name in settings.LANGUAGES]
    limit = 5000

    def items(self) -> QuerySet[Record]:
        return Record.objects.public().only("public_id", "updated_at").order_by("pk")

    def lastmod(self, item: Record) -> datetime:
        return item.updated_at


SITEMAPS = {"pages": PageSitemap, "records": RecordSitemap}
