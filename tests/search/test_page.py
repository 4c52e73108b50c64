"""The search page: states, addresses, facets, paging, and how it takes bad input."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client
from django.utils.translation import override

from birge.catalogue.choices import RecordStatus
from birge.search.engines.base import EngineFailed
from tests.factories.site import make_site
from tests.search.conformance import HOSTILE
from tests.search.library import hide, make_agent, make_branch, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KK, RU = "/kk/search/", "/ru/search/"


def titles(response) -> list[str]:
    return [result.title for result in response.context["results"]]


def facet(response, name: str) -> dict[str, int]:
    [found] = [each for each in response.context["facets"] if each.name == name]
    return {value.label: value.count for value in found.values}


# States


def test_an_empty_catalogue_says_so(client):
    response = client.get(KK)
    assert response.status_code == 200
    assert response.context["state"] == "start"


def test_an_empty_query_lists_the_catalogue_by_title(client):
    for title in ("Я", "Ә", "Қ", "А"):
        make_record(title)
    response = client.get(KK, {"q": " "})
    assert response.context["state"] == "results"
    assert titles(response) == ["А", "Ә", "Қ", "Я"]


def test_nothing_found_is_a_page_of_its_own(client):
    make_record("Абай жолы")
    response = client.get(KK, {"q": "динозавр"})
    assert response.status_code == 200
    assert response.context["state"] == "empty"
    assert titles(response) == []


def test_signs_alone_are_refused_with_a_reason(client):
    response = client.get(KK, {"q": "***"})
    assert response.status_code == 200
    assert response.context["state"] == "rejected"


def test_a_failing_engine_is_not_an_empty_answer(client, monkeypatch):
    make_record("Абай жолы")

    def fail(*arguments: object) -> None:
        raise EngineFailed("gone")

    monkeypatch.setattr("birge.search.engines.database.DatabaseEngine.first_found", fail)
    response = client.get(KK, {"q": "абай"})
    assert response.status_code == 503
    assert response["Retry-After"]
    assert response.context["state"] == "failed"
    empty = Client().get(KK, {"q": "динозавр"})
    assert empty.status_code == 503, "an engine that fails finds no dinosaurs either"


# Words


@pytest.mark.parametrize("query", ["қазақ", "казак", "қазақтың"])
def test_forms_and_spellings_find_the_same_records(client, query):
    make_record("Қазақ халқының тарихы")
    make_record("Қазақтардың өнері")
    make_record("История казахов", language="ru")
    make_record("История татар", language="ru")
    assert set(titles(client.get(KK, {"q": query}))) == {
        "Қазақ халқының тарихы",
        "Қазақтардың өнері",
        "История казахов",
    }


def test_other_forms_of_the_word_are_found_and_marked(client):
    make_record("Балалар кітабы")
    make_record("Книга джунглей", language="ru")
    kazakh = client.get(KK, {"q": "кітаптар"})
    russian = client.get(RU, {"q": "книгами"})
    assert titles(kazakh) == ["Балалар кітабы"]
    assert titles(russian) == ["Книга джунглей"]
    assert "<mark>кітабы</mark>" in kazakh.content.decode()
    assert "<mark>Книга</mark>" in russian.content.decode()


def test_an_author_is_found_by_any_form_of_the_name(client):
    author = make_agent("Әуезов, Мұхтар Омарханұлы", "Ауэзов, Мухтар Омарханович")
    make_record("Абай жолы", authors=[author])
    for query in ("Әуезов", "ауезов", "Ауэзов", "Мұхтар Әуезов", "Әуезов М. О.", "М. Ауэзов абай"):
        assert titles(client.get(KK, {"q": query})) == ["Абай жолы"], query


def test_a_title_in_another_language_says_which(client):
    make_record("Книга джунглей", language="ru")
    page = client.get(KK, {"q": "книга"}).content.decode()
    assert 'lang="ru"' in page


def test_a_title_with_signs_is_escaped(client):
    make_record("<script>alert(1)</script> Абай")
    page = client.get(KK, {"q": "абай"}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("status", [RecordStatus.HIDDEN, RecordStatus.WITHDRAWN])
def test_hidden_and_withdrawn_records_are_not_found_nor_counted(client, status):
    record = make_record("Абай жолы")
    hide(record, status)
    response = client.get(KK, {"q": "абай"})
    assert response.context["total"] == 0
    assert client.get(KK).context["total"] == 0


# Filters


@pytest.fixture
def library():
    branches = [make_branch("central", "Орталық"), make_branch("samal", "Самал")]
    author = make_agent("Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар")
    make_record("Абай жолы", authors=[author], branches=branches, year=1942)
    make_record("Абай", authors=[author], branches=branches[:1], year=1960)
    make_record("Путь Абая", language="ru", branches=branches[1:], year=1960)
    return {"branches": branches, "author": author}


def test_facets_have_names_in_the_reader_s_language(client, library):
    kazakh, russian = client.get(KK), client.get(RU)
    assert facet(kazakh, "author") == {"Әуезов, Мұхтар": 2}
    assert facet(russian, "author") == {"Ауэзов, Мухтар": 2}
    assert facet(russian, "branch") == {"Орталық": 2, "Самал": 2}
    assert sorted(facet(kazakh, "language").values()) == [1, 2]
    with override("ru"):
        assert list(facet(russian, "type").values()) == [3]


def test_values_of_a_facet_add_up_and_facets_narrow_each_other(client, library):
    branch = library["branches"][1].public_id
    response = client.get(KK, {"language": ["kaz", "rus"], "branch": branch})
    assert set(titles(response)) == {"Абай жолы", "Путь Абая"}
    assert sum(facet(response, "branch").values()) == 4, "its own counts stay"
    assert sum(facet(response, "language").values()) == 2


def test_every_filter_has_a_chip_that_takes_it_off(client, library):
    response = client.get(KK, {"q": "абай", "language": "kaz", "year_from": "1950"})
    language, years = response.context["chips"]
    assert titles(response) == ["Абай"]
    assert language["url_without"] == f"{KK}?q={quote('абай')}&year_from=1950"
    assert years["url_without"] == f"{KK}?q={quote('абай')}&language=kaz"
    assert titles(client.get(years["url_without"])) == ["Абай", "Абай жолы"]


def test_a_chosen_value_that_nothing_has_can_be_taken_off(client, library):
    response = client.get(KK, {"author": "987654321"})
    assert response.context["state"] == "empty"
    assert response.context["chips"][0]["url_without"] == KK


def test_a_branch_that_is_not_public_is_no_filter(client):
    closed = make_branch("store", "Қойма", open_to_public=False)
    make_record("Абай", branches=[closed])
    make_record("Путь Абая", branches=[make_branch("other", "Тағы қойма", open_to_public=False)])
    assert facet(client.get(KK), "branch") == {}
    chosen = client.get(KK, {"branch": closed.public_id})
    assert chosen.context["chips"][0]["label"] == "белгісіз"


def test_years_are_bars_and_a_range(client, library):
    years = client.get(KK, {"year_from": "1950", "year_to": "1970"}).context["years"]
    assert (years.min, years.max, years["from"], years["to"]) == (1942, 1960, 1950, 1970)
    assert sum(bar.count for bar in years.bars) == 3
    assert years.bars[0].off
    assert max(bar.height for bar in years.bars) == 10


def test_a_range_the_wrong_way_round_is_turned(client, library):
    response = client.get(KK, {"year_from": "1970", "year_to": "1950"})
    assert response.context["total"] == 2


def test_forms_keep_the_rest_of_the_search(client, library):
    response = client.get(KK, {"q": "абай", "language": "kaz", "sort": "year", "page": "1"})
    hidden = {(each["name"], each["value"]) for each in response.context["hidden_fields"]}
    for_sort = {(each["name"], each["value"]) for each in response.context["sort_hidden_fields"]}
    assert hidden == {("q", "абай"), ("sort", "year")}
    assert for_sort == {("q", "абай"), ("language", "kaz")}


def test_orders(client, library):
    def order(name: str) -> list[str]:
        return titles(client.get(KK, {"q": "абай", "sort": name}))

    assert order("title") == ["Абай", "Абай жолы", "Путь Абая"]
    assert order("year")[-1] == "Абай жолы"
    assert order("") == order("relevance") == ["Абай", "Абай жолы", "Путь Абая"]


# Pages


def test_pages_hold_every_record_once(client):
    for number in range(45):
        make_record(f"Абай {number}")
    found = []
    for page in ("1", "2", "3"):
        response = client.get(KK, {"q": "абай", "page": page})
        found += titles(response)
    assert len(found) == len(set(found)) == 45
    pager = response.context["pager"]
    assert pager["next_url"] == ""
    assert pager["previous_url"] == f"{KK}?q={quote('абай')}&page=2"
    assert [page["number"] for page in pager["pages"]] == [1, 2, 3]


@pytest.mark.parametrize(("path", "title"), [(KK, " – 2-бет – "), (RU, " – страница 2 – ")])
def test_a_further_page_has_its_number_in_its_title(client, path, title):
    for number in range(21):
        make_record(f"Абай {number}")
    page = client.get(path, {"q": "абай", "page": "2"}).content.decode()
    assert title in page.partition("<title>")[2].partition("</title>")[0]


def test_a_page_past_the_end_is_the_last_one_and_says_so(client):
    for number in range(21):
        make_record(f"Абай {number}")
    response = client.get(KK, {"page": "999999"})
    assert response.status_code == 200
    assert len(titles(response)) == 1
    assert response.context["notices"]


# Input nobody meant


@pytest.mark.parametrize(
    "parameters",
    [
        {"page": "abc"},
        {"page": "-1"},
        {"page": "0"},
        {"page": "9" * 400},
        {"page": "²"},
        {"year_from": "x"},
        {"year_to": "99999999999999999999"},
        {"sort": "random()"},
        {"language": "'; --"},
        {"author": "9" * 40},
        {"author": "abc"},
        {"branch": "é" * 300},
        {"type": ["book"] * 700},
        {"nonsense": "1"},
        {"q": "абай", "language": ""},
    ],
)
def test_bad_values_get_a_page(client, parameters):
    make_record("Абай жолы")
    assert client.get(KK, parameters).status_code == 200


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\x00" not in text])
def test_hostile_queries_get_a_page(client, text):
    make_record("Абай жолы")
    response = client.get(KK + "?q=" + quote(text, errors="surrogatepass"), follow=True)
    assert response.status_code == 200


def test_a_nul_is_a_bad_request(client):
    assert client.get(KK + "?q=%00").status_code == 400


@pytest.mark.parametrize("text", ["q" * 1_000_000, "абай " * 40_000])
def test_a_megabyte_gets_a_page_of_the_usual_size(client, text):
    make_record("Абай жолы")
    response = client.get(KK, {"q": text}, follow=True)
    assert response.status_code == 200
    assert response.context["notices"]
    assert len(response.content) < 100_000


def test_thousands_of_parameters_get_an_answer(client):
    many = "&".join(f"p{number}={number}" for number in range(5000))
    assert client.get(f"{KK}?{many}").status_code < 500


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "utf-8", "none"])
def test_bodies_in_any_charset_are_refused_politely(client, charset):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    response = client.generic("POST", KK, "q=абай".encode("utf-16"), content_type=kind)
    assert 400 <= response.status_code < 500


def test_broken_percent_signs_get_a_page(client):
    assert client.get(KK + "?q=%ff%fe%d0&page=%").status_code == 200


# Around the page


def test_a_search_is_not_for_robots_but_the_catalogue_is(client):
    make_record("Абай жолы")
    assert "noindex" in client.get(KK, {"q": "абай"})["X-Robots-Tag"]
    assert "noindex" in client.get(KK, {"language": "kaz"})["X-Robots-Tag"]
    assert "X-Robots-Tag" not in client.get(KK)


def test_the_heading_counts_in_the_language_of_the_page(client):
    for number in range(5):
        make_record(f"Абай {number}")
    assert "5" in client.get(KK, {"q": "абай"}).context["heading"]
    assert "абай" in client.get(RU, {"q": "абай"}).context["heading"]


def _grow(numbers: range) -> None:
    for number in numbers:
        branch = make_branch(f"b{number}", f"Филиал {number}")
        make_record(f"Абай {number}", authors=[f"Автор, {number}"], branches=[branch])


@pytest.mark.parametrize("query", ["", "абай"])
@pytest.mark.parametrize(("first", "then"), [(range(2), range(2, 20)), (range(40), range(40, 80))])
def test_queries_do_not_grow_with_what_is_found(
    client, library, query, first, then, django_assert_max_num_queries
):
    make_site()
    _grow(first)
    client.get(KK, {"q": query})  # what is cached for the process is cached now
    with django_assert_max_num_queries(12) as few:
        client.get(KK, {"q": query})
    _grow(then)
    client.get(KK, {"q": query})
    with django_assert_max_num_queries(12) as many:
        client.get(KK, {"q": query})
    assert len(many) == len(few)
