"""tokenize: words, numbers and where they stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.normalise import normalise
from birge.language.tokens import MAX_WORD, tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Абай жолы", ["абай", "жолы"]),
        ("жекпе-жек", ["жекпе", "жек"]),
        ("«Қан мен тер», 1984 ж.", ["қан", "мен", "тер", "1984", "ж"]),
        ("O’Reilly's", ["o'reilly's"]),
        ("кі\u00adтап", ["кітап"]),
        ("snake_case", ["snake", "case"]),
        ("…", []),
        ("", []),
    ],
)
def test_text_is_split_into_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_offsets_point_at_the_original() -> None:
    text = "\u200b  «Ё\u0301лка» И\u0306од, кі\u00adтап!"
    assert [text[t.start : t.end] for t in tokenize(text)] == [
        "Ё\u0301лка",
        "И\u0306од",
        "кі\u00adтап",
    ]


def test_a_decomposed_letter_is_part_of_its_word() -> None:
    assert texts("И\u0306од") == ["йод"]


@pytest.mark.parametrize(("word", "kind"), [("12", "number"), ("к3тап", "word"), ("абай", "word")])
def test_kind_is_told(word: str, kind: str) -> None:
    assert [token.kind for token in tokenize(word)] == [kind]


def test_an_endless_word_is_cut() -> None:
    [token] = tokenize("а" * 5000)
    assert (len(token.text), token.end) == (MAX_WORD, 5000)


@given(st.text())
def test_offsets_slice_back_to_the_token(text: str) -> None:
    for token in tokenize(text):
        assert normalise(text[token.start : token.end])[:MAX_WORD] == token.text


@given(st.text())
def test_tokens_follow_one_another(text: str) -> None:
    ends = [0, *(token.end for token in tokenize(text))]
    starts = [token.start for token in tokenize(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))


@pytest.mark.parametrize(
    "unit", ["а", "а'", "'", "а\u0301", "\u0301", "а-", "\u200b", "1а ", "_", "\x00"]
)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    tokenize(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - start < 8
