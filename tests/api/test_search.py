"""Search in the API: the same answers as the page."""

from __future__ import annotations

import pytest

from birge.search.engines.base import EngineFailed
from tests.search.library import make_agent, make_branch, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SEARCH = "/api/v3/search/"


@pytest.fixture
def library():
    branch = make_branch("central", "Орталық")
    author = make_agent("Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар")
    make_record("Абай жолы", authors=[author], branches=[branch], year=1942)
    make_record("Абайдың кітабы", authors=[author], year=1960, annotation="Абай <b>туралы</b>")
    make_record("Книга об Абае", language="ru", year=1960)
    return branch


def problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    return response.json()


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"q": "абай"},
        {"q": "кітаптар"},
        {"q": "абай", "language": ["kaz", "rus"], "year_from": "1950"},
        {"q": "абай", "sort": "year"},
        {"q": "динозавр"},
        {"q": "абай", "author": "0"},
    ],
)
def test_page_and_api_answer_alike(client, library, parameters):
    page = client.get("/ru/search/", parameters).context
    answer = client.get(SEARCH, {**parameters, "lang": "ru"}).json()
    assert answer["count"] == page["total"]
    assert [item["id"] for item in answer["items"]] == [
        result.public_id for result in page["results"]
    ]
    assert {facet["name"]: facet["values"] for facet in answer["facets"]} == {
        facet.name: [vars(value) for value in facet.values] for facet in page["facets"]
    }


def test_facets_speak_the_language_asked_for(client, library):
    def authors(**how) -> list[str]:
        facets = client.get(SEARCH, **how).json()["facets"]
        [values] = [facet["values"] for facet in facets if facet["name"] == "author"]
        return [value["label"] for value in values]

    assert authors() == ["Әуезов, Мұхтар"]
    assert authors(data={"lang": "ru"}) == ["Ауэзов, Мухтар"]
    assert authors(headers={"accept-language": "ru"}) == ["Ауэзов, Мухтар"]


def test_words_found_are_marked_in_safe_html(client, library):
    items = client.get(SEARCH, {"q": "абай"}).json()["items"]
    assert all("<mark>" in item["highlight"] for item in items)
    [snippet] = [item["snippet"] for item in items if item["snippet"]]
    assert snippet == "<mark>Абай</mark> &lt;b&gt;туралы&lt;/b&gt;"


def test_pages_and_years(client, library):
    answer = client.get(SEARCH, {"limit": 2, "page": 2}).json()
    assert (answer["count"], answer["page"], answer["pages"]) == (3, 2, 2)
    assert len(answer["items"]) == 1
    assert sum(bar["count"] for bar in answer["years"]) == 3


def test_what_is_accepted_is_what_is_asked(client, library):
    answer = client.get(SEARCH, {"limit": 2, "page": "2.0"}).json()
    assert (answer["page"], len(answer["items"]), answer["notices"]) == (2, 1, [])
    answer = client.get(SEARCH, {"year_from": "1950.0", "year_to": " 1990 "}).json()
    assert (answer["count"], answer["notices"]) == (2, [])
    assert client.get(SEARCH, {"year_to": 0}).json()["count"] == 0


@pytest.mark.parametrize(("exact", "count"), [("Yes", 0), ("True", 0), ("1", 0), ("off", 3)])
def test_every_way_to_say_exact_is_understood(client, library, exact, count):
    answer = client.get(SEARCH, {"q": "abai", "exact": exact}).json()
    assert answer["count"] == count


def test_nothing_found_leads_to_the_author(client):
    author = make_agent("Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар")
    make_record("Абай жолы", authors=[author])
    answer = client.get(SEARCH, {"q": "Әуезов Қараш-қараш", "lang": "ru"}).json()
    [found] = answer["authors"]
    assert (answer["count"], found["text"]) == (0, "Мухтар Ауэзов")
    assert found["url"].endswith(f"/ru/search/?author={author.pk}")
    assert client.get(SEARCH, {"q": "Әуезов"}).json()["authors"] == []


def test_nothing_found_and_cannot_answer_are_different_things(client, library, monkeypatch):
    assert client.get(SEARCH, {"q": "динозавр"}).json()["count"] == 0

    def fail(*arguments: object) -> None:
        raise EngineFailed("secret detail")

    monkeypatch.setattr("birge.search.engines.database.DatabaseEngine.first_found", fail)
    found = problem(client.get(SEARCH, {"q": "динозавр"}), 503)
    assert "secret" not in found["detail"]


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"q": "***"}, 400),
        ({"limit": 101}, 400),
        ({"langauge": "kaz"}, 400),
        ({"page": 2}, 404),
        ({"page": 0}, 422),
        ({"page": "x"}, 422),
        ({"page": 10**30}, 422),
        ({"year_from": "x"}, 422),
        ({"year_to": 10000}, 422),
        ({"sort": "random"}, 422),
        ({"lang": "en"}, 422),
        ({"exact": "maybe"}, 422),
        ({"language": ["kaz"] * 51}, 422),
        ({"language": "\u200b"}, 422),
        ({"subject": "а" * 121}, 422),
    ],
)
def test_a_bad_question_is_a_problem(client, library, parameters, status):
    problem(client.get(SEARCH, parameters), status)


@pytest.mark.parametrize("text", ['"', "NEAR(абай", "абай AND", "' OR 1=1", "{title}: абай", " "])
def test_no_sign_is_an_operator(client, library, text):
    assert client.get(SEARCH, {"q": text}).status_code in (200, 400)


def test_a_megabyte_is_cut_and_said_so(client, library):
    answer = client.get(SEARCH, {"q": "абай " * 40_000}).json()
    assert answer["notices"]
    assert len(answer["query"]) <= 500


def test_queries_do_not_grow_with_what_is_found(client, library, django_assert_max_num_queries):
    with django_assert_max_num_queries(10) as few:
        client.get(SEARCH, {"q": "абай"})
    for number in range(15):
        make_record(f"Абай {number}", authors=[f"Автор {number}"], branches=[library])
    with django_assert_max_num_queries(10) as many:
        client.get(SEARCH, {"q": "абай"})
    assert len(few) == len(many)
