"""Suggestions and pages of the site in the API: the same as the search box has."""

from __future__ import annotations

import pytest

from tests.factories.site import make_page, make_site
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SUGGESTIONS = "/api/v3/search/suggestions/"
PAGES = "/api/v3/search/pages/"


@pytest.fixture
def home():
    return make_site().root_page.specific


def test_suggestions_are_those_of_the_box(client, home):
    make_record("Абай жолы", authors=["Әуезов, Мұхтар"], subjects=["Абайтану"])
    make_page(home, "Абай оқулары", "readings")
    answer = client.get(SUGGESTIONS, {"q": "aba", "lang": "kk"}).json()
    page = client.get("/kk/search/suggest/", {"q": "aba"}).json()
    assert [group["kind"] for group in answer["groups"]] == ["title", "subject", "page"]
    assert [[item["text"] for item in group["items"]] for group in answer["groups"]] == [
        [item["text"] for item in group["items"]] for group in page["groups"]
    ]
    first = answer["groups"][0]["items"][0]
    assert first["url"].startswith("http://testserver/kk/catalogue/")
    assert (first["language"], first["mark"]) == ("kk", None)


@pytest.mark.parametrize("typed", ["", "***", "динозавр"])
def test_no_suggestions_are_an_empty_list(client, home, typed):
    answer = client.get(SUGGESTIONS, {"q": typed})
    assert answer.status_code == 200
    assert answer.json() == {"query": typed, "groups": []}


def test_pages_are_found_in_the_language_asked_for(client, home):
    make_page(home, "Шахмат үйірмесі", "chess", lead="Балаларға арналған сабақтар")
    answer = client.get(PAGES, {"q": "шахмат", "lang": "kk"}).json()
    assert answer["count"] == 1
    [item] = answer["items"]
    assert item["url"] == "http://testserver/kk/chess/"
    assert item["highlight"] == "<mark>Шахмат</mark> үйірмесі"
    assert client.get(PAGES, {"q": "шахмат", "lang": "ru"}).json()["count"] == 0


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"q": "***"}, 400),
        ({"q": "шахмат", "limit": "101"}, 400),
        ({"q": "шахмат", "nope": "1"}, 400),
        ({"q": "шахмат", "page": "2"}, 404),
        ({}, 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client, home, parameters, status):
    response = client.get(PAGES, parameters)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
