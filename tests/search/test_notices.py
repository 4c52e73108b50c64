"""What the search page and the API say of how a query was read, and the way back."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.utils.translation import override

from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KK, RU = "/kk/search/", "/ru/search/"


def notices(client, query: str, page: str = RU) -> list[dict]:
    return client.get(page, {"q": query}).context["notices"]


def test_the_page_says_what_it_read_and_links_to_what_was_typed(client):
    make_record("Қазақ тарихы")
    [notice] = notices(client, "qazaq")
    assert "қазақ" in notice["text"]
    assert "qazaq" in notice["link_text"]
    assert notice["url"] == f"{RU}?q=qazaq&exact=1"


def test_the_link_keeps_filters_and_leads_to_what_was_typed(client):
    make_record("Қазақ тарихы")
    [notice] = client.get(KK, {"q": "qazaq", "language": "kaz"}).context["notices"]
    assert notice["url"] == f"{KK}?q=qazaq&language=kaz&exact=1"
    exact = client.get(notice["url"])
    assert exact.context["state"] == "empty"
    assert exact.context["notices"] == []


def test_words_of_another_language_are_marked(client):
    make_record("Қазақ тарихы")
    page = client.get(RU, {"q": "qazaq"}).content.decode()
    assert '<span lang="kk">қазақ</span>' in page
    assert '<span lang="kk">' not in client.get(KK, {"q": "qazaq"}).content.decode()


def test_what_is_read_is_escaped(client):
    make_record("Қазақ тарихы")
    page = client.get(RU, {"q": "qazaq <b>тарихы</b>"}).content.decode()
    assert "<b>тарихы" not in page


@pytest.mark.parametrize("query", ["қазақ", "казак", "ҚАЗАҚТЫҢ", "тарих"])
def test_forms_and_letters_of_a_phone_need_no_notice(client, query):
    make_record("Қазақ тарихы")
    assert notices(client, query) == []


def test_enough_of_the_words_is_told(client):
    make_record("Қазақ халқының ұлттық киімдері мен әшекейлері")
    make_record("Қазақ тарихы")
    found = notices(client, "қазақ халқының ұлттық киімдері энциклопедиясы")
    with override("ru"):
        assert any(notice.get("url") for notice in found)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("кому на Руси жить хорошо", "нет всех этих слов; показаны самые близкие"),
        ("кому на Руси жить хорошо?", "ближе всего к вашему вопросу"),
        ("назовите князей Древней Руси", "ближе всего к вашему вопросу"),
    ],
)
def test_what_may_be_a_title_that_is_not_held_is_not_called_a_question(client, query, told):
    make_record("Лавр", annotation="Как жили князья в Древней Руси", language="ru")
    [notice] = notices(client, query)
    assert told in notice["text"]


def test_the_page_does_not_say_of_a_question_what_it_has_not_asked(client):
    make_record("Қазақтың алғашқы ғарышкері")
    [notice] = notices(client, "Қазақтан шыққан алғашқы ғарышкер кім?")
    assert notice["text"] == "Показаны записи, которые ближе всего к вашему вопросу."


def test_nothing_found_tells_of_no_reading(client):
    make_record("Қазақ тарихы")
    response = client.get(RU, {"q": "динозаврик"})
    assert response.context["state"] == "empty"
    assert response.context["notices"] == []


def test_the_api_tells_the_same(client):
    make_record("Қазақ тарихы")
    answer = client.get("/api/v3/search/", {"q": "qazaq"}).json()
    assert answer["count"] == 1
    assert answer["interpretation"] == {
        "asked": "қазақ",
        "changes": [{"typed": "qazaq", "read": "қазақ", "reason": "script"}],
        "relaxed": False,
        "language": "",
    }


def test_the_api_can_be_asked_exactly(client):
    make_record("Қазақ тарихы")
    answer = client.get("/api/v3/search/", {"q": "qazaq", "exact": "true"}).json()
    assert answer["count"] == 0
    assert client.get(f"/api/v3/search/?q={quote('қазақ')}&exact=false").json()["count"] == 1
