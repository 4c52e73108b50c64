"""normalise: one written form for text that means the same."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.normalise import _LAST_MARK, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ҚАЗАҚСТАН", "қазақстан"),
        ("ІЛІМ ҺӘМ ҰЛТ", "ілім һәм ұлт"),
        ("Ёлка", "елка"),
        ("йод", "йод"),
        (unicodedata.normalize("NFD", "йод Ё"), "йод е"),
        ("İSTANBUL", "istanbul"),
        ("«Абай» „жолы“", '"абай" "жолы"'),
        ("А — Б – В‑Г", "а - б - в-г"),
        ("о’нил ʼ", "о'нил '"),
        ("а\u00a0б\u2003в\tг\n", "а б в г"),
        ("кі\u00adтап\u200b\ufeff", "кітап"),
        ("а\x00б", "аб"),
        ("а\ud800б", "аб"),
        ("", ""),
    ],
)
def test_text_has_one_form(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u0063өз", "сөз"),
        ("к\u0069тап", "кітап"),
        ("\u0061б\u0061й", "абай"),
        ("ќала", "қала"),
        ("w\u043erd", "word"),
        ("iphone", "iphone"),
        ("wагон", "wагон"),
    ],
)
def test_look_alikes_are_mended(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(st.sampled_from("еЕёиИ\u0306\u0308\u200d\u0301acӘ İ'«-\x00")))
def test_loose_marks_settle(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_result_can_be_stored(text: str) -> None:
    assert "\x00" not in normalise(text)
    normalise(text).encode()


@pytest.mark.parametrize("unit", ["\u0315\u0300", "а", "- ", "\u200b", "a\u0430", "İ", "'"])
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    normalise(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - start < 5


def test_no_mark_stands_beyond_those_looked_through() -> None:
    beyond = map(chr, range(_LAST_MARK, sys.maxunicode + 1))
    assert not any(map(unicodedata.combining, beyond))
