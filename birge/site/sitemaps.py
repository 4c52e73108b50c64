"""What the sitemap lists: pages and records, in both languages."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from birge.catalogue.models import Record


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
