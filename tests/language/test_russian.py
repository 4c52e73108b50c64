"""russian.stem: the inflected forms of a word share one stem."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language import russian
from birge.language.russian import is_known, keys, lemma, stem


@pytest.mark.parametrize(
    "forms",
    ["книга книги книгами книгу", "человек люди людьми", "ёлка елки ёлками", "шёл идти шла"],
)
def test_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["kitap", "қазақтың", "12", "漢字", "а" * 100])
def test_other_words_are_left_alone(word: str) -> None:
    assert stem(word) == word


def test_lemma_has_no_yo() -> None:
    assert lemma("ЁЛКАМИ") == "елка"


@pytest.mark.parametrize(("word", "known"), [("книга", True), ("ищщл", False), ("kitap", False)])
def test_dictionary_knows_its_words(word: str, known: bool) -> None:
    assert is_known(word) is known


def test_threads_do_not_disturb_one_another() -> None:
    words = [f"{first}{second}ами" for first in "бвгдкл" for second in ("ниг", "орон", "ород")]
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(keys, words))
    russian._read.cache_clear()
    russian._snowball.cache_clear()
    assert at_once == [keys(word) for word in words]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("абвгеёийклмнорстуыья-"), min_size=1, max_size=12))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)


@pytest.mark.parametrize(
    ("word", "expected"), [("Есенин", True), ("Есенина", True), ("эссе", False), ("келу", False)]
)
def test_surnames_of_the_dictionary(word, expected):
    assert russian.is_surname(word) is expected
