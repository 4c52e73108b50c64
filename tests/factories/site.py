"""A library's site for tests, and pages on it."""

from __future__ import annotations

from wagtail.models import Locale, Page, Site

from birge.home.models import ContentPage
from birge.site.setup import LibraryNames, setup_library

NAMES = {
    "kk": LibraryNames("«Сынақ» қалалық кітапханасы", "Сынақ", "қалалық кітапхана"),
    "ru": LibraryNames("Городская библиотека «Сынақ»", "Сынақ", "городская библиотека"),
}


def make_site(base_url: str = "http://testserver") -> Site:
    """A site with all sections in both languages, answering for the test client's host."""
    return setup_library(NAMES, base_url)


def make_page(parent: Page, title: str = "Ережелер", slug: str = "rules", **fields) -> ContentPage:
    """A live page below `parent`, in its language."""
    page = ContentPage(title=title, slug=slug, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return ContentPage.objects.get(pk=page.pk)


def translate(page: ContentPage, title: str, language: str = "ru") -> ContentPage:
    """The page's counterpart, live."""
    other = page.copy_for_translation(Locale.objects.get(language_code=language))
    other.title = title
    other.save_revision().publish()
    return ContentPage.objects.get(pk=other.pk)
