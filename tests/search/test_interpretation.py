"""From what a reader typed to what an engine is asked."""

from __future__ import annotations

import time
from math import prod

import pytest

from birge.search.engines.base import Query, Word
from birge.search.engines.terms import ANYWHERE, MOST_SPELLINGS, strict_part
from birge.search.initials import is_joined, keeping
from birge.search.interpretation import MAX_LENGTH, MAX_WORDS, interpret


def exact(words) -> list[str]:
    return [word.exact[0] for word in words]


def test_words_are_read_in_both_languages():
    [word] = interpret("книгами").query.words
    assert "книг" in word.folded
    [word] = interpret("қазақтың").query.words
    assert word.folded == ("казак",)


@pytest.mark.parametrize("query", ["«абай жолы»", "“абай жолы”", '"абай жолы"', "„абай жолы“"])
def test_quotation_marks_of_every_kind_make_a_phrase(query):
    meaning = interpret(query + " роман").query
    assert [exact(phrase) for phrase in meaning.phrases] == [["абай", "жолы"]]
    assert exact(meaning.words) == ["роман"]


@pytest.mark.parametrize("query", ['абай "жолы', "абай жолы»", "«абай жолы"])
def test_a_lone_quotation_mark_is_nothing(query):
    meaning = interpret(query).query
    assert exact(meaning.words) == ["абай", "жолы"]
    assert not meaning.phrases


def test_a_minus_before_a_word_excludes_it():
    meaning = interpret("абай -жолы").query
    assert exact(meaning.words) == ["абай"]
    assert exact(meaning.excluded) == ["жолы"]


@pytest.mark.parametrize("query", ["-абай", "қара-қарсы", "абай - жолы"])
def test_a_minus_that_leaves_nothing_or_joins_words_excludes_nothing(query):
    meaning = interpret(query).query
    assert meaning.words
    assert not meaning.excluded


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("978-601-12-3456-6", ("9786011234566",)),
        ("ISBN: 978 601 12 3456 6", ("9786011234566",)),
        ("9786011234566", ("9786011234566",)),
        ("601-12-3456-9", ("9786011234566", "6011234569")),
        ("9786011234560", ("9786011234560",)),  # misprinted in the book
        ("ISSN 0378-5955", ("03785955",)),
    ],
)
def test_numbers_of_books_are_looked_for_as_such(query, expected):
    meaning = interpret(query).query
    assert meaning.identifiers == (expected,)
    assert not meaning.words


@pytest.mark.parametrize("query", ["1984", "12345678", "1941-1945", "20 000", "2015 2016 2017"])
def test_other_numbers_stay_words(query):
    meaning = interpret(query).query
    assert not meaning.identifiers
    assert meaning.words


def test_an_isbn_and_words_go_together():
    meaning = interpret("абай 9786011234566").query
    assert exact(meaning.words) == ["абай"]
    assert meaning.identifiers == (("9786011234566",),)


def test_function_words_are_not_insisted_on_but_stand_in_the_title():
    meaning = interpret("Война и мир").query
    assert exact(meaning.words) == ["война", "мир"]
    assert exact(meaning.sequence) == ["война", "и", "мир"]


def test_function_words_alone_are_words():
    assert exact(interpret("Мен").query.words) == ["мен"]


@pytest.mark.parametrize("query", ["", " ", "\t\n", "\x00", "\u00a0", "\u200b"])
def test_nothing_typed_is_empty_and_not_unusable(query):
    meaning = interpret(query)
    assert meaning.is_empty
    assert not meaning.is_unusable


@pytest.mark.parametrize("query", ['"', "***", "«»", "( ) :", "—", "?!"])
def test_signs_alone_are_unusable(query):
    assert interpret(query).is_unusable


def test_a_long_query_is_cut_and_says_so():
    meaning = interpret("қазақ " * 200_000)
    assert meaning.shortened
    assert len(meaning.text) <= MAX_LENGTH
    many = interpret(" ".join("абвгдежзик"[n % 10] * (n % 9 + 2) for n in range(60)))
    assert many.shortened
    assert len(many.query.words) <= MAX_WORDS


def test_an_ordinary_query_is_not_cut():
    assert not interpret("Мұхтар Әуезов Абай жолы").shortened


@pytest.mark.parametrize(
    "query", ["9" * 10**6, "- " * 500_000, '"' * 10**6, "«" * 10**6, "a-" * 500_000, "́" * 10**6]
)
def test_a_megabyte_takes_no_time(query):
    started = time.perf_counter()
    interpret(query)
    assert time.perf_counter() - started < 2


def test_signs_that_nobody_sees_part_no_word():
    typed = interpret("кіт\u00adап\u200bтар")
    assert typed.text == "кітаптар"


def test_a_phrase_is_asked_for_in_few_spellings():
    key = [f"сөз{number}" for number in range(6)]
    word = Word(("сөз",), ("сөз",), tuple(key), tuple(key))
    phrase = strict_part(Query(phrases=((word,) * 8,)))
    assert prod(map(len, phrase.steps)) <= MOST_SPELLINGS
    assert all(step[0] == f"{ANYWHERE}сөз0" for step in phrase.steps)


def test_a_word_that_looks_like_a_surname_with_an_initial_stays():
    query = interpret("съя").query
    assert is_joined(query.words[0].folded[0])
    assert keeping(query, ()).words == query.words
