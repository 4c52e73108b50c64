"""Numbers in words and in figures."""

from __future__ import annotations

import pytest

from birge.language import numerals
from birge.language.analysis import word_forms


@pytest.mark.parametrize(
    ("word", "figures"),
    [
        ("двенадцать", "12"),
        ("двенадцати", "12"),
        ("три", "3"),
        ("трое", "3"),
        ("жеті", "7"),
        ("қырық", "40"),
        ("тысяча", "1000"),
        ("один", ""),
        ("он", ""),
        ("книга", ""),
    ],
)
def test_a_word_for_a_number_has_figures(word, figures):
    hint = "kk" if word in ("жеті", "қырық") else "ru"
    assert numerals.figures_of(word_forms(word, "word", hint)[2]) == figures


def test_figures_have_the_words_of_both_languages():
    assert {word_forms("семь", "word", "ru")[2][0], word_forms("жеті", "word", "kk")[2][0]} <= set(
        numerals.keys_for("7")
    )


def test_figures_that_are_no_one_word_have_none():
    assert numerals.keys_for("25") == ()


def test_numbers_of_two_words_are_of_one_language():
    pairs = {(first, second): figures for first, second, figures in numerals.pairs()}
    assert pairs["он", "екі"] == "12"
    assert pairs["двадцать", "пять"] == "25"
    assert ("он", "два") not in pairs
    assert len(pairs) == 2 * 9 * 9
