"""All pages of the demonstration site, parents before their children."""

from __future__ import annotations

from birge.site.demo import pages_legal, pages_library, pages_news, pages_reader, pages_today
from birge.site.demo.page_model import DemoPage

PAGES: tuple[DemoPage, ...] = (
    *pages_library.PAGES,
    *pages_reader.PAGES,
    *pages_today.PAGES,
    *pages_legal.PAGES,
    *pages_news.PAGES,
)
