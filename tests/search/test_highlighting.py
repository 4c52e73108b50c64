"""Found words marked in the text a reader sees."""

from __future__ import annotations

import pytest

from birge.search.highlighting import SNIPPET_LENGTH, highlight, snippet
from birge.search.interpretation import interpret


def words(query: str):
    return interpret(query).query.all_words


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Қазақтың кітабы", "казак", "<mark>Қазақтың</mark> кітабы"),
        ("Книга о казахах", "книгами", "<mark>Книга</mark> о казахах"),
        ("Батырлар жыры", "батыр жыр", "<mark>Батырлар жыры</mark>"),
        ("Абай. Жол", "абай жол", "<mark>Абай</mark>. <mark>Жол</mark>"),
        ("Абай жолы", "«абай жолы»", "<mark>Абай жолы</mark>"),
        ("Абай жолы", "шоқан", "Абай жолы"),
        ("", "абай", ""),
    ],
)
def test_every_form_is_marked_where_it_stands(text, query, expected):
    assert highlight(text, words(query), "kk") == expected


def test_text_is_escaped_inside_and_outside_of_marks():
    text = "<b>Абай</b> & <script>alert('жолы')</script>"
    html = highlight(text, words("абай"))
    assert html.count("<mark>") == 1
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&amp;" in html


def test_without_words_nothing_is_marked_but_all_is_escaped():
    assert highlight("a < b", ()) == "a &lt; b"


def test_a_snippet_is_cut_at_words_around_the_first_one_found():
    text = "бірінші " * 40 + "Абай " + "соңғы " * 80
    html = snippet(text, words("абайдың"), "kk")
    assert "<mark>Абай</mark>" in html
    assert html.startswith("…бірінші")
    assert html.endswith("соңғы…")
    assert len(html) < SNIPPET_LENGTH + 40


def test_a_short_text_is_its_own_snippet():
    assert snippet("Абай туралы", words("абай"), "kk") == "<mark>Абай</mark> туралы"


def test_where_nothing_is_found_there_is_no_snippet():
    assert snippet("Шоқан туралы", words("абай"), "kk") == ""


@pytest.mark.parametrize("text", ["а" * 5000, "Абай" + "а́" * 3000, "\u202eАбай\u202c", "😀 Абай"])
def test_strange_texts_stay_whole(text):
    html = highlight(text, words("абай"))
    assert html.replace("<mark>", "").replace("</mark>", "") == text
    assert len(snippet(text, words("абай"))) <= len(text) + 20
