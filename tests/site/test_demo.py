"""The demonstration as it is served: repeatable, whole, in two languages, found by any form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site

from birge.catalogue.models import Branch, Holding, Record
from birge.home.models import CataloguePage
from birge.site.demo.books import BOOKS
from tests.factories.demo import DEMO_PORT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

LANGUAGES = ("kk", "ru")
# Words that only a forgotten translation puts on a page; a book's English title has lang="en".
ENGLISH = re.compile(
    r"\b(about|all|and|are|back|branch|branches|by|catalogue?|close|closed|contacts?|copies|copy|"
    r"cover|date|download|edit|email|english|error|filters?|for|from|help|home|hours|in|is|"
    r"language|library|list|menu|more|new|next|no|not|of|open|or|page|phone|previous|print|"
    r"read|record|records|results?|search|send|share|show|skip|sort|subject|the|title|to|"
    r"today|view|with|year|yes|you|your)\b",
    re.IGNORECASE,
)
SAID = ("aria-label", "title", "placeholder", "alt", "value", "content", "data-label", "data-done")
UNSAID = ("script", "style", "template")


def rows() -> dict[str, int]:
    """The number of rows of every table."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def soup_of(url: str, status: int = 200) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == status, url
    return BeautifulSoup(response.content, "html.parser")


def live_pages() -> list[Page]:
    found = Page.objects.live().filter(depth__gt=1).select_related("locale").specific()
    return [page for page in found if not isinstance(page, CataloguePage)]


def titles(language: str, query: str) -> list[str]:
    """Titles of everything found, from all pages of the answer."""
    found: list[str] = []
    page = f"/{language}/search/?" + urlencode({"q": query})
    while page:
        response = Client().get(page)
        assert response.status_code == 200
        found += [result.title for result in response.context["results"]]
        page = response.context["pager"]["next_url"]
    return found


def test_loading_again_changes_nothing():
    before = rows()
    call_command("load_demo", port=DEMO_PORT, verbosity=0)
    assert rows() == before


def test_page_tree_is_sound():
    assert not any(Page.find_problems())


def test_books_are_all_there_in_both_languages_with_copies_in_every_branch():
    assert Record.objects.count() == len(BOOKS) >= 250
    for language in ("kaz", "rus"):
        found = [each for each in Record.objects.all() if each.languages[:1] == [language]]
        assert len(found) > 80
    assert Branch.objects.count() == 3
    for branch in Branch.objects.all():
        assert Holding.objects.filter(branch=branch).exists()


def test_site_answers_for_the_port_it_was_given(demo: Site):
    assert demo.port == DEMO_PORT
    root = f"http://127.0.0.1:{DEMO_PORT}"
    record = Record.objects.first()
    for url in ("/kk/", f"/kk/catalogue/{record.public_id}/"):
        [canonical] = soup_of(url).select("link[rel=canonical]")
        assert canonical["href"].startswith(f"{root}/kk/")
    client = Client(headers={"host": f"127.0.0.1:{DEMO_PORT}"})
    answer = client.get(f"/api/v3/records/{record.public_id}/").json()
    assert answer["url"].startswith(f"{root}/")


def test_another_port_moves_the_site(db):
    call_command("load_demo", port=8199, verbosity=0)
    assert Site.objects.get().root_url == "http://127.0.0.1:8199"


def test_every_page_is_there_in_its_language_and_says_so():
    pages = live_pages()
    assert len(pages) > 50
    for page in pages:
        soup = soup_of(page.get_url())
        assert soup.html["lang"] == page.locale.language_code, page.get_url()
        assert soup.h1.get_text(strip=True), page.get_url()


def test_every_page_leads_to_its_counterpart_or_says_there_is_none():
    without = []
    for page in live_pages():
        other = "ru" if page.locale.language_code == "kk" else "kk"
        link = soup_of(page.get_url()).select_one(f".langs a[hreflang={other}]")
        there = soup_of(link["href"])
        assert there.html["lang"] == other
        if "/untranslated/" in link["href"]:
            without.append(page.slug)
            assert there.find(string=page.title), page.get_url()
        else:
            back = there.select_one(f".langs a[hreflang={page.locale.language_code}]")
            assert back["href"] == page.get_url()
    assert len(without) <= 3, f"hardly anything is left untranslated: {without}"


def said(soup: BeautifulSoup) -> Iterator[str]:
    """Everything a page says, in words or in attributes, but what is marked as English."""
    for element in [*soup.select("[lang=en], .Z3988"), *soup.find_all(UNSAID)]:
        element.decompose()
    yield from soup.stripped_strings
    for element in soup.find_all(True):
        if element.name == "meta" and not _is_words(element):
            continue
        if element.name == "input" and element.get("type") in ("hidden", "radio", "checkbox"):
            continue
        if element.name in ("option", "button", "li"):
            continue
        for name in SAID:
            if element.get(name):
                yield element[name]


def _is_words(meta) -> bool:
    return meta.get("name") == "description" or meta.get("property") in (
        "og:title",
        "og:description",
        "og:site_name",
    )


def english_on(url: str, status: int = 200) -> dict[str, list[str]]:
    found = [text for text in said(soup_of(url, status)) if ENGLISH.search(text)]
    return {url: found} if found else {}


def test_no_english_word_is_left_on_a_page():
    found: dict[str, list[str]] = {}
    for page in live_pages():
        found |= english_on(page.get_url())
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_word_is_left_on_a_view(language):
    record = Record.objects.exclude(languages=["eng"]).first()
    found = {
        **english_on(f"/{language}/search/"),
        **english_on(f"/{language}/search/?q=абай&sort=year&year_from=1950"),
        **english_on(f"/{language}/search/?q=щщщщщ"),
        **english_on(f"/{language}/search/?q=***"),
        **english_on(f"/{language}/catalogue/{record.public_id}/"),
        **english_on(f"/{language}/reading/"),
        **english_on(f"/{language}/nowhere/", 404),
    }
    assert found == {}


def test_kazakh_query_finds_titles_that_hold_only_other_forms():
    found = titles("kk", "кітаптар")
    assert found
    others = [title for title in found if "кітап" in title.lower() or "кітаб" in title.lower()]
    assert others
    assert not any("кітаптар" in title.lower() for title in others)


def test_russian_query_finds_titles_that_hold_only_other_forms():
    found = titles("ru", "книгами")
    others = [title for title in found if re.search(r"книг[аиу]?\b|книжк", title.lower())]
    assert others
    assert not any("книгами" in title.lower() for title in found)


def test_forms_and_spellings_of_a_word_find_the_same_records():
    found = {query: set(titles("kk", query)) for query in ("қазақ", "казак", "қазақтың")}
    assert found["қазақ"]
    assert found["қазақ"] == found["казак"] == found["қазақтың"]
