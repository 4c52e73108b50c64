"""sort_key: Kazakh alphabetical order in any database."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.collation import ALPHABET, KEY_LENGTH, initial_letter, sort_key


def test_letters_follow_the_kazakh_alphabet() -> None:
    letters = list(ALPHABET)
    random.Random(1).shuffle(letters)
    assert "".join(sorted(letters, key=sort_key)) == ALPHABET


@pytest.mark.parametrize(
    "order",
    [
        ["2-кітап", "10-кітап"],
        ["007", "8", "1000000000000"],
        ["Абай", "Абай жолы", "Абайтану"],
        ["Ана тілі", "«Ән»", "Бала"],
        ["Еңбек", "Ёлка", "Жол"],
        ["Том 2", "Том 10"],
        ["100 жыл", "Абай", "Яблоко", "Abai", "漢字"],
        ["«Абай»", '"Абай" жолы', "... Абай туралы"],
        ["bronte", "Brontë sisters"],
    ],
)
def test_titles_are_in_catalog_order(order: list[str]) -> None:
    keys = [sort_key(title) for title in order]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_case_and_punctuation_do_not_count() -> None:
    assert sort_key("«АБАЙ жолы»!") == sort_key("Абай жолы")


def test_length_is_capped() -> None:
    assert len(sort_key("қазақ " * 500)) == KEY_LENGTH
    assert len(sort_key("қазақ", 4)) == 4


@given(st.text())
def test_key_has_only_safe_characters(text: str) -> None:
    assert re.fullmatch(r"[0-9a-z]*", sort_key(text))


@given(
    st.text(st.sampled_from("абқ 12"), max_size=8), st.text(st.sampled_from("абқ 12"), max_size=8)
)
def test_equal_keys_mean_equal_words(one: str, two: str) -> None:
    def words(text: str) -> list[str]:
        return [re.sub(r"\d+", lambda m: str(int(m[0])), w) for w in text.split()]

    assert (sort_key(one) == sort_key(two)) == (words(one) == words(two))


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_go_by_value(one: int, two: int) -> None:
    assert (sort_key(str(one)) < sort_key(str(two))) == (one < two)


@pytest.mark.parametrize(
    ("text", "letter"),
    [("«әже»", "Ә"), ("іс", "І"), ("100 жыл", "0-9"), ("éclair", "E"), ("ёж", "Ё"), ("!", "")],
)
def test_initial_letter(text: str, letter: str) -> None:
    assert initial_letter(text) == letter
