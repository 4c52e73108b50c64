"""Latin as people really type it: the word that was meant is among the readings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language.analysis import analyse
from birge.language.habits import russian_variants
from birge.language.translit import MOST_READINGS, readings


def keys(text: str, language: str) -> set[str]:
    return {key for term in analyse(text, language) for key in term.folded}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kitap", "кітап"),
        ("kitabimdy", "кітабымды"),
        ("jaqsy", "жақсы"),
        ("jaksy", "жақсы"),
        ("rakhmet", "рахмет"),
        ("uakit", "уақыт"),
        ("oquy", "оқуы"),
        ("mangilik", "мәңгілік"),
        ("siniqtar", "сынықтар"),
        ("kuieu", "күйеу"),
        ("tuiequs", "түйеқұс"),
        ("mingdaghan", "мыңдаған"),
        ("qawin", "қауын"),
        ("auyl", "ауыл"),
        ("qiial", "қиял"),
        ("balalargha", "балаларға"),
        ("spartakiada", "спартакиада"),
        ("qazaqstan", "қазақстан"),
    ],
)
def test_kazakh_words_are_among_the_readings(typed: str, meant: str) -> None:
    wanted = keys(meant, "kk")
    assert any(wanted & keys(reading, "kk") for reading in readings(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zhivshih", "живших"),
        ("silnogo", "сильного"),
        ("pisatelskikh", "писательских"),
        ("pyesa", "пьеса"),
        ("misl", "мысль"),
        ("noveyshaya", "новейшая"),
        ("elektronika", "электроника"),
        ("knigi", "книги"),
        ("pushkin", "пушкин"),
    ],
)
def test_russian_words_are_among_the_readings(typed: str, meant: str) -> None:
    wanted = keys(meant, "ru")
    assert any(wanted & keys(reading, "ru") for reading in readings(typed))


def test_a_known_word_needs_no_mending() -> None:
    assert russian_variants("книги") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("abceghijklmnoqrstuwyz'"), max_size=30))
def test_readings_are_few_and_differ(text: str) -> None:
    found = readings(text)
    assert len(found) <= MOST_READINGS
    assert len(found) == len(set(found))
