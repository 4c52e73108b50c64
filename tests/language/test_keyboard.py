"""keyboard.fix: the wrong layout was on."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language.keyboard import fix, readings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0fpf0", "қазақ"),
        ("r3nfg", "кітап"),
        ("rybuf", "книга"),
        ("djqyf b vbh", "война и мир"),
        ("f,fq ;jks", "абай жолы"),
        ("0аза0", "қазақ"),
        ("к3тап", "кітап"),
        ("пщщпду", "google"),
        ("Rybuf", "Книга"),
    ],
)
def test_a_wrong_layout_is_mended(typed: str, meant: str) -> None:
    assert fix(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "книга",
        "Абай жолы",
        "2-кітап",
        "1984",
        "the great gatsby",
        "hello",
        "kitap",
        "Толстой Л. Н.",
        "978-601-04-3306-9",
        "іс-шара",
        "",
        "?!",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize("unit", ["a", "rybuf ", "0", "к3-", "\u044a"])
def test_long_input_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    readings(unit * 50_000)
    assert time.perf_counter() - start < 5


def test_readings_begin_with_the_fix() -> None:
    assert readings("rybuf")[0] == fix("rybuf")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_accepted(text: str) -> None:
    fix(text)
