"""fold: the letters of every phone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("қазақ", "казак"),
        ("әңгіме", "ангиме"),
        ("өлең ұлы үн һәм", "олен улы ун хам"),
        ("ғылым", "гылым"),
        ("Ёлка йод", "Елка йод"),
        ("ҚӘҒ", "КАГ"),
    ],
)
def test_kazakh_letters_are_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
