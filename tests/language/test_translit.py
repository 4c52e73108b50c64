"""translit: the alphabets of Kazakh and how people type."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language.translit import readings, to_cyrillic, to_latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Қазақстан", "Qazaqstan"),
        ("әңгіме өлең", "äñgıme öleñ"),
        ("Ілияс Иманов", "Iliias İmanov"),
        ("ұлт үйі ғылым", "ūlt üiı ğylym"),
        ("шаш щётка цирк", "şaş ştşiotka tsirk"),
        ("ЖОЛ 12!", "JOL 12!"),
        ("hello", "hello"),
    ],
)
def test_latin_is_the_alphabet_of_2021(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("äñgıme", "әңгіме"),
        ("qazaqstan", "қазақстан"),
        ("avstrııaǵa", "австрияға"),
        ("kitap", "кітап"),
        ("kazak", "қазақ"),
        ("zhaksyyy", "жақсы"),
        ("adebi", "әдебі"),
        ("qurmet", "құрмет"),
        ("mektep", "мектеп"),
        ("knigi", "книги"),
        ("pushkin", "пушкин"),
        ("Abay joly", "абай жолы"),
        ("қазақ 12", "қазақ 12"),
    ],
)
def test_latin_typing_is_read(typed: str, meant: str) -> None:
    assert to_cyrillic(typed) == meant


def test_a_mixed_query_keeps_its_cyrillic() -> None:
    assert to_cyrillic("Абай joly") == "Абай жолы"


def test_readings_are_several_and_differ() -> None:
    found = readings("kino")
    assert "кино" in found
    assert len(found) == len(set(found))


def test_cyrillic_has_no_other_reading() -> None:
    assert readings("кітап") == []


@pytest.mark.parametrize("unit", ["a", "ki ", "'", "ş"])
def test_long_input_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    readings(unit * 100_000)
    assert time.perf_counter() - start < 5


@settings(deadline=None)
@given(st.text(st.sampled_from("абвгғдежзкқлмнңоөпрсұүыіәш "), max_size=20))
def test_the_2021_alphabet_can_be_read_back(text: str) -> None:
    # A telling letter leaves one alphabet to read by.
    assert text in readings("ä" + to_latin(text)) or ("ә" + text) in readings("ä" + to_latin(text))


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    to_cyrillic(text)
    to_latin(text)
    readings(text)
