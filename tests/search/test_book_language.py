"""The language of a book that a query names: a filter that readers need not find."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from birge.search.book_language import wish_in
from tests.search.library import make_record
from tests.search.test_reading import ask, found


@pytest.mark.parametrize(
    ("query", "language", "rest"),
    [
        ("Абай на русском", "rus", "Абай"),
        ("Абай на русском языке", "rus", "Абай"),
        ("сказки на казахском яз.", "kaz", "сказки ."),
        ("по-казахски сказки", "kaz", "сказки"),
        ("Гарри Поттер по-английски", "eng", "Гарри Поттер"),
        ("қазақ тіліндегі ертегілер", "kaz", "ертегілер"),
        ("ертегилер казак тилинде", "kaz", "ертегилер"),
        ("Толстой қазақша", "kaz", "Толстой"),
        ("книги на корейском", "kor", "книги"),
    ],
)
def test_the_language_of_the_book_is_read(query, language, rest):
    wish = wish_in(query)
    assert (wish.language, wish.rest) == (language, rest)


@pytest.mark.parametrize(
    "query",
    [
        "қазақша-орысша сөздік",
        "«на казахском языке»",
        "название: по-казахски",
        "Абай -қазақша",
        "казахский язык",
        "қазақ тілі",
        "русский народ",
        "разговор о казахском",
    ],
)
def test_a_language_that_is_not_asked_for_is_left_alone(query):
    assert wish_in(query) is None


@pytest.mark.django_db
@pytest.mark.database
class TestSearch:
    def test_only_books_in_the_language_are_given(self):
        make_record("Абай жолы")
        translated = make_record("Путь Абая", language="ru")
        assert found("Абай на русском") == [translated.pk]
        assert ask("Абай на русском").language == "rus"

    def test_a_title_that_names_the_language_comes_first(self):
        make_record("Сказки", language="kk")
        named = make_record("Сказки на казахском языке", language="kk")
        assert found("сказки на казахском языке")[0] == named.pk

    def test_books_as_such_are_all_books_in_the_language(self):
        make_record("Абай жолы")
        korean = make_record("Корейские сказки", language="kor")
        assert found("книги на корейском языке") == [korean.pk]

    def test_where_the_language_has_none_the_others_are_given(self, client):
        own = make_record("Абай жолы")
        answer = ask("Абай ағылшынша")
        assert (answer.language, answer.is_in_language) == ("eng", False)
        assert [hit.record_id for hit in answer.result.hits] == [own.pk]
        page = client.get("/kk/search/", {"q": "Абай ағылшынша"})
        assert "ағылшынша жоқ" in page.context["notices"][0]["text"]

    def test_books_in_a_language_without_any_are_not_all_books(self):
        make_record("Абай жолы")
        assert found("книги на корейском языке") == []

    def test_a_chosen_filter_goes_before_what_is_typed(self):
        own = make_record("Абай жолы қазақша")
        make_record("Путь Абая", language="ru")
        assert found("Абай қазақша", language="kaz") == [own.pk]

    def test_questions_are_answered_in_any_language(self):
        record = make_record("Вязание", language="ru", annotation="Как научиться вязать спицами")
        assert found("как научиться вязать спицами на казахском") == [record.pk]

    def test_the_next_page_has_the_same_language(self):
        first, second = (make_record(f"Путь Абая {number}", language="ru") for number in (1, 2))
        make_record("Абай жолы")
        pages = [ask("Абай на русском", per_page=1, page=page) for page in "12"]
        hits = [hit.record_id for page in pages for hit in page.result.hits]
        assert hits == [first.pk, second.pk]
        assert {page.result.total for page in pages} == {2}

    def test_the_page_says_so_and_leads_back(self, client):
        make_record("Путь Абая", language="ru")
        make_record("Абай жолы")
        page = client.get("/ru/search/", {"q": "Абай на русском"})
        [notice] = page.context["notices"]
        assert "вышло на русском" in notice["text"]
        assert "exact=1" in notice["url"]
        assert page.context["total"] == 1

    def test_the_api_says_so(self, client):
        make_record("Путь Абая", language="ru")
        found = client.get("/api/v3/search/", {"q": "Абай на русском"}).json()
        assert found["interpretation"]["language"] == "rus"

    def test_every_language_has_its_words_in_both_interfaces(self):
        from birge.catalogue.languages import in_language
        from birge.search.book_language import NAMES

        for language in ("kk", "ru"):
            with override(language):
                words = [in_language(code) for code in NAMES]
                assert all(words)
                assert not any(word.isascii() for word in words)
