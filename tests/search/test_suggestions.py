"""Suggestions while one types: what is offered, in which order, and that it keeps up with changes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from birge.catalogue.finding import find_agents
from birge.catalogue.models import Record
from birge.search import services, suggestion_index
from birge.search.instead import authors_named
from birge.search.models import Suggestion, SuggestionStart, SuggestionState
from birge.search.suggestible import Author, Kind, starts
from birge.search.suggestions import Group, suggest
from tests.factories.site import make_page, make_site
from tests.search.library import hide, make_agent, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KK, RU = "/kk/search/suggest/", "/ru/search/suggest/"


@pytest.fixture(autouse=True)
def _in_kazakh():
    with override("kk"):
        yield


def texts(typed: str) -> dict[str, list[str]]:
    return {group.kind: [offer.text for offer in group.offers] for group in suggest(typed)}


def only(groups: list[Group]):
    [group] = groups
    [offer] = group.offers
    return offer


# What is found


@pytest.fixture
def library():
    author = make_agent("Әуезов, Мұхтар Омарханұлы", "Ауэзов, Мухтар", name_ru="Ауэзов, Мухтар")
    make_record("Қазақ ертегілері", subjects=["Қазақ фольклоры"], series="Қазақ кітапханасы")
    make_record("Абай жолы", authors=[author])
    make_record("Щит и меч", language="ru", authors=["Кожевников, Вадим"])
    return author


@pytest.mark.parametrize(
    "typed", ["қаз", "каз", "ҚАЗАҚ ЕРТ", "kaz", "qazaq", "kazak", "rfp", "  қазақ  "]
)
def test_a_title_is_found_in_any_alphabet_and_layout(library, typed):
    assert texts(typed)["title"] == ["Қазақ ертегілері"]


@pytest.mark.parametrize("typed", ["жол", "zhol", "жолы"])
def test_a_word_inside_a_title_is_a_beginning_too(library, typed):
    assert texts(typed)["title"] == ["Абай жолы"]


@pytest.mark.parametrize("typed", ["әуез", "ауэз", "мұхт", "мухтар ау", "auez", "Әуезов М"])
def test_an_author_is_found_by_any_form_of_the_name(library, typed):
    assert texts(typed)["author"] == ["Мұхтар Омарханұлы Әуезов"]
    with override("ru"):
        assert texts(typed)["author"] == ["Мухтар Ауэзов"]


@pytest.mark.parametrize("typed", ["Әуез", "ауэзов", "Мұхтар", "auezov"])
def test_staff_find_an_author_by_any_form_of_the_name(library, typed):
    assert find_agents(typed) == [library.pk]


@pytest.mark.parametrize("typed", ["Әуезов Қараш-қараш", "ауэзов выстрел на перевале"])
def test_a_title_that_is_not_held_leads_to_the_author(library, client, typed):
    [author] = authors_named(typed)
    assert (author.text, author.url) == (
        "Мұхтар Омарханұлы Әуезов",
        f"/kk/search/?author={library.pk}",
    )
    page = client.get("/kk/search/", {"q": typed}).content.decode()
    assert f'href="{author.url}"' in page


def test_who_has_more_of_the_words_is_meant(library):
    make_record("Қобыз сарыны", authors=["Мағауин, Мұхтар"])
    assert [offer.text for offer in authors_named("мұхтар мағауин аласапыран")] == [
        "Мұхтар Мағауин"
    ]
    assert authors_named("әуез") == []


def test_subjects_and_series_have_groups_of_their_own(library):
    assert texts("қазақ") == {
        "title": ["Қазақ ертегілері"],
        "subject": ["Қазақ фольклоры"],
        "series": ["Қазақ кітапханасы"],
    }


def test_a_slip_is_mended_where_nothing_else_is_found(library):
    assert texts("абйа") == {"title": ["Абай жолы"]}


@pytest.mark.parametrize(
    "typed", ["", " ", "***", "…", "ыыыыы", "\ud800", "%", "_", "'; --", "ю" * 5000]
)
def test_what_begins_nothing_is_no_error(library, typed):
    assert suggest(typed) == []


# Order


def test_the_beginning_of_a_title_comes_before_a_word_inside(library):
    make_record("Жол үстінде")
    assert texts("жол")["title"] == ["Жол үстінде", "Абай жолы"]


def test_what_more_records_have_comes_first_and_once():
    for number in range(3):
        make_record("Көшпенділер", year=1990 + number)
    make_record("Көш")
    make_record("Көшпенділер!")
    assert texts("көш")["title"] == ["Көшпенділер", "Көш"]
    assert Suggestion.objects.get(text="Көшпенділер").uses == 4


def test_the_very_letters_typed_come_before_similar_ones():
    make_record("Казбек")
    make_record("Қазбат")
    make_record("Қазбат", year=2000)
    assert texts("казб")["title"] == ["Қазбат", "Казбек"]  # both agree but for the phone's letters
    make_record("Шука")
    make_record("Щука", year=2001)
    make_record("Шука", year=2002)
    assert texts("щука")["title"] == ["Щука", "Шука"]


# Where it leads


def test_one_edition_has_its_page_and_several_are_a_list(client):
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"])
    offer = only([group for group in suggest("абай") if group.kind == "title"])
    assert offer.url == record.get_absolute_url()
    assert offer.language == "kk"
    make_record("Абай жолы", year=2020)
    several = client.get(only([g for g in suggest("абай") if g.kind == "title"]).url)
    assert several.context["total"] == 2


def test_a_title_has_its_author_as_the_list_names_them(library):
    make_record("Путь Абая", language="ru", authors=[library])
    details = {
        offer.text: offer.detail
        for group in suggest("абай") + suggest("путь")
        for offer in group.offers
        if group.kind == "title"
    }
    assert details == {"Абай жолы": "Мұхтар Омарханұлы Әуезов", "Путь Абая": "Мухтар Ауэзов"}


def test_an_author_leads_to_the_books(client, library):
    [group] = [group for group in suggest("әуез") if group.kind == "author"]
    response = client.get(group.offers[0].url)
    assert [found.title for found in response.context["results"]] == ["Абай жолы"]


def test_a_subject_leads_to_as_many_records_as_it_says(client):
    for text in ("Қазақ әдебиеті", "қазақ әдебиеті.", "Қазақ  Әдебиеті"):
        make_record(f"Кітап {text}", subjects=[text])
    offer = only([group for group in suggest("әдеб") if group.kind == "subject"])
    assert offer.detail.startswith("3")
    assert client.get(offer.url).context["total"] == 3


def test_what_was_typed_is_marked_in_the_text(library):
    offer = only(suggest("жол"))
    assert offer.text[slice(*offer.mark)] == "жол"
    assert only(suggest("zhol")).mark is None


# In step with the catalogue


@pytest.mark.parametrize("status", ["hidden", "withdrawn"])
def test_only_public_records_are_suggested(status):
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"], subjects=["Тарих"])
    hide(record, status)
    assert suggest("абай") == suggest("әуез") == suggest("тарих") == []
    assert not Suggestion.objects.exists()
    assert not SuggestionStart.objects.exists()


def test_a_record_that_is_renamed_or_deleted_takes_its_old_words_along():
    record = make_record("Абай жолы")
    Record.objects.filter(pk=record.pk).update(title="Көшпенділер")
    services.index_records([record.pk])
    assert texts("абай") == {}
    assert texts("көш") == {"title": ["Көшпенділер"]}
    number = record.pk
    record.delete()
    services.index_records([number])
    assert texts("көш") == {}


def test_an_author_is_found_by_a_new_name_and_no_longer_by_the_old():
    author = make_agent("Абайұлы, Турар")
    record = make_record("Кітап", authors=[author])
    author.name = "Рысқұлов, Тұрар"
    author.set_keys()
    author.save()
    services.index_records([record.pk])
    assert texts("рысқ") == {"author": ["Тұрар Рысқұлов"]}
    assert texts("абай") == {}


def test_indexing_again_counts_nothing_twice():
    record = make_record("Абай жолы", subjects=["Тарих", "Тарих", "тарих."])
    services.index_records([record.pk])
    assert set(Suggestion.objects.values_list("uses", flat=True)) == {1}


def test_a_title_leads_to_a_record_that_still_has_it():
    first, second = make_record("Абай жолы"), make_record("Абай жолы")
    hide(first)
    assert only(suggest("абай")).url in (
        second.get_absolute_url(),
        "/kk/search/?q=%D0%90%D0%B1%D0%B0%D0%B9+%D0%B6%D0%BE%D0%BB%D1%8B",
    )


def test_shelves_follow_the_numbers_up_and_down():
    records = [make_record("Абай жолы") for _number in range(5)]
    assert _shelves("абаи") == {suggestion_index.shelf(1, Kind.TITLE, 0, 2)}
    for record in records[1:]:
        hide(record)
    assert _shelves("абаи") == {suggestion_index.shelf(1, Kind.TITLE, 0, 0)}


def _shelves(beginning: str) -> set[int]:
    rows = SuggestionStart.objects.filter(key__startswith=beginning)
    return set(rows.values_list("shelf", flat=True))


# Rebuilding


@pytest.mark.parametrize("index", [False, True])
def test_suggestions_begin_anew_in_a_database_that_was_emptied(index):
    SuggestionState.objects.all().delete()
    make_record("Абай жолы", index=index)
    services.rebuild()
    assert texts("аба") == {"title": ["Абай жолы"]}


def test_a_rebuild_makes_a_generation_and_forgets_the_old_one():
    record = make_record("Абай жолы", subjects=["Тарих"])
    Suggestion.objects.filter(text="Тарих").update(uses=77)
    services.rebuild()
    assert dict(Suggestion.objects.values_list("text", "uses")) == {"Абай жолы": 1, "Тарих": 1}
    assert texts("аба") == {"title": ["Абай жолы"]}
    state = SuggestionState.objects.get()
    assert (state.active, state.building) == (2, None)
    assert {shelf // 1000 for shelf in SuggestionStart.objects.values_list("shelf", flat=True)} == {
        2
    }
    hide(record)
    assert not Suggestion.objects.exists()


def test_the_old_generation_answers_while_the_new_one_is_built_and_both_hear_of_changes():
    make_record("Абай жолы")
    with suggestion_index.rebuilt():
        assert texts("аба") == {"title": ["Абай жолы"]}
        token = suggestion_index._rebuilding.set(None)  # as another process
        make_record("Көшпенділер")
        suggestion_index._rebuilding.reset(token)
        assert texts("көш") == {"title": ["Көшпенділер"]}
    assert texts("көш") == {"title": ["Көшпенділер"]}


def test_a_rebuild_that_was_broken_off_leaves_the_old_generation_and_can_be_repeated(monkeypatch):
    make_record("Абай жолы")
    with pytest.raises(KeyboardInterrupt), suggestion_index.rebuilt():
        raise KeyboardInterrupt
    assert texts("аба") == {"title": ["Абай жолы"]}
    services.rebuild()
    assert SuggestionState.objects.get().building is None
    assert texts("аба") == {"title": ["Абай жолы"]}


# Pure


def test_beginnings_of_a_title_are_its_own_and_those_of_telling_words():
    found = {key for _place, key in starts(Kind.TITLE, "Война и мир")}
    assert found == {"воина и мир ", "мир "}


def test_a_name_begins_with_the_surname_or_the_given_name():
    text = Author(1, "person", "Әуезов, Мұхтар, 1897-1961", "", "").text
    assert {key for _place, key in starts(Kind.AUTHOR, text)} == {
        "ауезов мухтар 1897 1961 ",
        "мухтар ауезов ",
    }


# The endpoint


def test_the_endpoint_is_small_cached_and_says_how_many(client, library):
    response = client.get(KK, {"q": "қазақ"})
    answer = response.json()
    assert {"max-age=300", "public"} == set(response["Cache-Control"].split(", "))
    assert "noindex" in response["X-Robots-Tag"]
    assert [len(group["items"]) for group in answer["groups"]] == [1, 1, 1]
    assert "3" in answer["status"]
    assert len(response.content) < 3000


@pytest.mark.parametrize("typed", ["", "а" * 100_000, "%ff", "\ud83d", "%27", "қ" * 200])
def test_the_endpoint_always_answers(client, library, typed):
    response = client.get(KK, {"q": typed.encode("utf-8", "surrogatepass")})
    assert response.status_code == 200
    assert len(response.content) < 3000
    assert client.get(KK).status_code == 200
    assert client.post(KK).status_code == 405


def test_pages_of_the_reader_s_language_are_among_them(client):
    home = make_site().root_page.specific
    make_page(home, "Шахмат үйірмесі", "chess")
    groups = client.get(KK, {"q": "шахм"}).json()["groups"]
    assert [item["text"] for item in groups[-1]["items"]] == ["Шахмат үйірмесі"]
    assert client.get(groups[-1]["items"][0]["url"]).status_code == 200
    assert client.get(RU, {"q": "шахм"}).json()["groups"] == []


def test_queries_do_not_grow_with_the_library():
    def count(typed: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            suggest(typed)
        return len(found)

    make_record("Абай", authors=["Абайұлы, А"], subjects=["Абайтану"], series="Абай кітабы")
    few = count("аба")
    for number in range(40):
        make_record(f"Абай {number}", authors=[f"Абайұлы, А {number}"], subjects=[f"Абай {number}"])
    assert count("аба") == few <= 4
