"""explain: how a word was taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language.explanation import NAMES, explain
from birge.language.kazakh_grammar import SLOTS


@pytest.mark.parametrize(
    ("word", "root", "part", "suffixes"),
    [
        ("кітаптарымыздан", "кітап", "noun", "тар ымыз дан"),
        ("балаларға", "бала", "noun", "лар ға"),
        ("аузында", "ауыз", "noun", "ы нда"),
        ("жазылмағандықтан", "жаз", "verb", "ыл ма ғандық тан"),
        ("бармадым", "бар", "verb", "ма дым"),
        ("үйіміз", "үй", "noun", "іміз"),
        ("театры", "театр", "noun", "ы"),
        ("қазақ", "қазақ", "noun", ""),
    ],
)
def test_a_kazakh_word_is_taken_apart(word: str, root: str, part: str, suffixes: str) -> None:
    found = explain(word, "kk")
    assert (found.root, found.part) == (root, part)
    assert " ".join(piece.text for piece in found.suffixes) == suffixes
    assert found.known


def test_suffixes_have_names_in_both_languages() -> None:
    names = [(piece.name, piece.kazakh_name) for piece in explain("кітапты").suffixes]
    assert names == [("accusative", "табыс септік")]


def test_every_suffix_of_the_grammar_has_a_name() -> None:
    assert {tag for slots in SLOTS.values() for tag, _, _ in slots} == set(NAMES)


def test_a_word_without_its_letters_is_explained() -> None:
    found = explain("китаптар")
    assert (found.language, found.stem, found.root) == ("", "китап", "кітап")


def test_a_russian_word_has_its_dictionary_form() -> None:
    found = explain("книгами", "ru")
    assert (found.language, found.stem, found.part, found.known) == ("ru", "книга", "NOUN", True)


def test_other_readings_are_named() -> None:
    assert explain("алма").others


@pytest.mark.parametrize("word", ["", "12", "book", "'", "漢字", "лар" * 60])
def test_what_is_no_word_is_explained_too(word: str) -> None:
    assert explain(word).suffixes == ()


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("аәбдеғгіклмнңоөпрстуұүыйя'-"), max_size=16))
def test_the_letters_of_the_suffixes_end_the_word(word: str) -> None:
    found = explain(word, "kk")
    assert found.word.endswith("".join(piece.text for piece in found.suffixes))
