"""Pages of the site in the search box: their tab, their words, and who may see them."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from birge.search.models import SitePage
from birge.search.page_sources import PageLink, PageText, page_sources, use_page_source
from tests.factories.site import make_page, make_site, translate
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KK, RU = "/kk/search/", "/ru/search/"


@pytest.fixture
def home():
    return make_site().root_page.specific


@pytest.fixture
def page(home):
    page = make_page(home, "Шахмат үйірмесі", "chess", lead="Балаларға арналған сабақтар")
    page.body = [
        {"type": "text", "value": "<p>Сабақтар <b>сейсенбі</b> күні өтеді, Сәтбаев көшесінде.</p>"}
    ]
    page.save_revision().publish()
    return page


def pages(client, query: str, address: str = KK, **parameters: str) -> list[str]:
    response = client.get(address, {"q": query, "tab": "pages", **parameters})
    assert response.status_code == 200
    return [found.title for found in response.context["pages"]]


# Words


@pytest.mark.parametrize(
    "query",
    [
        "шахмат",
        "үйірмеге шахмат",
        "сейсенбіде",
        "балалар",
        "уйирме шахмат",
        "shahmat",
        "if[vfn",
        "«шахмат үйірмесі»",
    ],
)
def test_a_page_is_found_by_words_as_records_are(client, page, query):
    assert "Шахмат үйірмесі" in pages(client, query)


@pytest.mark.parametrize(
    "query", ["динозавр", "шахмат -үйірме", "«үйірмесі шахмат»", "шахмат динозавр"]
)
def test_a_page_without_the_words_is_not_found(client, page, query):
    assert pages(client, query) == []


def test_title_comes_before_lead_and_lead_before_text(client, home):
    make_page(home, "Үшінші", "c")
    text = make_page(home, "Мәтін", "t")
    text.body = [{"type": "text", "value": "<p>Домбыра</p>"}]
    text.save_revision().publish()
    make_page(home, "Кіріспе", "l", lead="Домбыра үйренеміз")
    make_page(home, "Домбыра кеші", "d")
    make_page(home, "Домбыра", "d2")
    assert pages(client, "домбыра") == ["Домбыра", "Домбыра кеші", "Кіріспе", "Мәтін"]


def test_words_are_marked_and_text_is_escaped(client, home):
    page = make_page(home, "Ереже", "r")
    page.body = [
        {"type": "quote", "value": {"text": "<script>alert(1)</script> домбыра", "source": ""}}
    ]
    page.save_revision().publish()
    html = client.get(KK, {"q": "домбыра", "tab": "pages"}).content.decode()
    assert "<mark>домбыра</mark>" in html
    assert "<script>alert" not in html


# Tabs


def test_both_tabs_count_what_is_in_them(client, page):
    make_record("Шахмат ойыны")
    make_record("Шахмат")
    for parameters in ({}, {"tab": "pages"}):
        tabs = client.get(KK, {"q": "шахмат", **parameters}).context["tabs"]
        assert [tab["count"] for tab in tabs] == [2, 1]
        assert [tab["current"] for tab in tabs] == [not parameters, bool(parameters)]
    assert client.get(tabs[0]["url"]).context["total"] == 2
    assert [found.title for found in client.get(tabs[1]["url"]).context["pages"]] == [page.title]


def test_there_are_no_tabs_where_nothing_is_asked(client, page):
    assert client.get(KK).context["tabs"] == []
    assert client.get(KK, {"q": "***"}).context["tabs"] == []
    assert client.get(KK, {"tab": "pages"}).context["state"] != "pages"


def test_pages_are_listed_by_the_page(client, home):
    for number in range(23):
        make_page(home, f"Домбыра {number:02}", f"d{number}")
    found = pages(client, "домбыра") + pages(client, "домбыра", page="2")
    assert len(set(found)) == 23
    assert len(pages(client, "домбыра", page="99")) == 3


def test_a_failing_engine_leaves_the_tab_of_pages(client, page, monkeypatch):
    from birge.search.engines.base import EngineFailed

    def fail(*arguments: object, **options: object) -> None:
        raise EngineFailed("gone")

    monkeypatch.setattr("birge.search.answering.get_engine", fail)
    assert pages(client, "шахмат") == ["Шахмат үйірмесі"]
    response = client.get(KK, {"q": "шахмат"})
    assert response.status_code == 503
    assert [tab["count"] for tab in response.context["tabs"]] == [None, 1]


# Who may see it


def test_only_pages_in_the_reader_s_language_are_found(client, page):
    other = translate(page, "Шахматный кружок")
    assert pages(client, "шахмат") == ["Шахмат үйірмесі"]
    assert pages(client, "шахматный", RU) == [other.title]


def test_a_restricted_page_is_neither_found_nor_counted_and_nor_is_one_below(client, page):
    below = make_page(page, "Шахмат кестесі", "table")
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")
    assert pages(client, "шахмат") == []
    assert client.get(KK, {"q": "шахмат"}).context["tabs"][1]["count"] == 0
    PageViewRestriction.objects.all().delete()
    assert set(pages(client, "шахмат")) == {page.title, below.title}


# In step with what is published


def test_a_draft_is_found_when_it_is_published_and_not_before(client, page):
    page.title = "Дойбы үйірмесі"
    revision = page.save_revision()
    assert pages(client, "дойбы") == []
    revision.publish()
    assert pages(client, "дойбы") == ["Дойбы үйірмесі"]
    assert pages(client, "шахмат") == []


def test_a_page_that_is_unpublished_or_deleted_is_gone(client, home, page):
    page.unpublish()
    assert pages(client, "шахмат") == []
    assert not SitePage.objects.filter(object_id=page.pk).exists()
    page.save_revision().publish()
    assert pages(client, "шахмат") == [page.title]
    number = page.pk
    Page.objects.get(pk=number).delete()
    assert pages(client, "шахмат") == []
    assert not SitePage.objects.filter(object_id=number).exists()


def test_a_page_that_is_moved_is_found_at_its_new_address(client, home, page):
    section = make_page(home, "Клубтар бөлімі", "section")
    page.move(section, pos="last-child")
    [found] = client.get(KK, {"q": "шахмат", "tab": "pages"}).context["pages"]
    assert (found.url, found.section) == ("/kk/section/chess/", "Клубтар бөлімі")


@pytest.mark.parametrize("options", [[], ["--rebuild"]])
def test_the_command_brings_pages_in_step(client, page, options):
    SitePage.objects.all().delete()
    SitePage.objects.create(source="gone", object_id=1, language="kk", title="Шахмат")
    call_command("index_catalogue", *options, stdout=StringIO(), stderr=StringIO())
    assert pages(client, "шахмат") == [page.title]
    assert not SitePage.objects.filter(source="gone").exists()


# Other rooms


def test_another_room_brings_pages_of_its_own(client, home, monkeypatch):
    class Clubs:
        name = "clubs"

        def texts(self, ids=None):
            return [PageText(home.pk, "kk", "Дойбышылар клубы")]

        def visible(self, language):
            return Page.objects.filter(pk=home.pk).values("pk")

        def links(self, ids):
            return {number: PageLink("/kk/clubs/dojby/", "Клубтар") for number in ids}

    monkeypatch.setattr("birge.search.page_sources._sources", dict(page_sources()))
    use_page_source(Clubs())
    call_command("index_catalogue", verbosity=0)
    assert pages(client, "дойбышы") == ["Дойбышылар клубы"]


def test_queries_do_not_grow_with_what_is_found(client, home, django_assert_max_num_queries):
    make_page(home, "Домбыра", "d")
    client.get(KK)
    address = {"q": "домбыра", "tab": "pages"}
    with django_assert_max_num_queries(16) as few:
        client.get(KK, address)
    for number in range(15):
        make_page(home, f"Домбыра {number}", f"d{number}")
    client.get(KK)
    with django_assert_max_num_queries(16) as many:
        client.get(KK, address)
    assert len(few) == len(many)
