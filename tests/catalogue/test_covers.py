"""Drawn covers: any words give a well-formed drawing, and a book keeps the one it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.catalogue.covers import (
    Choice,
    choose,
    cover_document,
    cover_svg,
    draw_cover,
    dye_for,
    words,
)
from birge.catalogue.covers.drawings import DRAWINGS
from birge.catalogue.covers.dyes import COUNTERPARTS, DYES
from birge.catalogue.covers.ornament import FIGURES
from birge.catalogue.covers.pens import ClassPen
from birge.catalogue.covers.words import fit_author, fit_title, serif

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 102

HOSTILE = [
    "",
    " ",
    "я" * 200,
    "W" * 200,
    "<script>alert('1')</script> & \"х\"",
    "NUL \x00, bell \x07, escape \x1b",
    "\ud800 half a pair",
    "😀" * 60,
    "👩‍👩‍👧‍👦 family",
    "ألف ليلة وليلة",
    "é" * 90,
    "Т. 1",
    "Электрофотополупроводниковый преобразователь: справочник, выпуск 2",
    "中文書名 " * 12,
    "\u202eright to left override",
]
ALL_CHOICES = [
    Choice(drawing, variant, side)
    for drawing, variant, side in product(range(len(DRAWINGS)), range(3), (False, True))
]


# What the first release gave these ids.
KNOWN = {"a4k7z2": Choice(3, 1, False), "birge": Choice(4, 0, False)}


def _parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  our own drawing, made a line above


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@given(title=st.text(max_size=120), author=st.text(max_size=60), seed=st.text(max_size=12))
def test_cover_is_well_formed_for_any_text(title: str, author: str, seed: str) -> None:
    inline = _parse(cover_svg(title, author, seed=seed))
    document = _parse(cover_document(title, author, seed=seed))
    assert inline.get("viewBox") == document.get("viewBox") == "0 0 120 180"


@pytest.mark.parametrize("title", HOSTILE)
def test_every_drawing_survives_hostile_words(title: str) -> None:
    for choice in ALL_CHOICES:
        art = draw_cover(title, title, choice, ClassPen())
        texts = list(_parse(f"<svg>{art}</svg>").iter("text"))
        assert len(texts) <= 3
        for text in texts:
            assert float(text.get("y", "0")) < 180


@pytest.mark.parametrize("title", HOSTILE)
def test_title_stands_inside_the_cover(title: str) -> None:
    clean = " ".join(title.split())
    size, lines = fit_title(clean, WIDTH)
    assert len(lines) <= 4
    assert 11 <= size <= 19
    assert all(serif(line, size) <= WIDTH + 1e-6 for line in lines)


def test_long_word_is_broken_after_an_open_syllable() -> None:
    _, lines = fit_title("Электрофотополупроводниковый преобразователь", WIDTH)
    assert lines[0].endswith("-")
    assert "".join(line.removesuffix("-") for line in lines[:2]).startswith("Электрофото")


@pytest.mark.parametrize("word", ["ж", "а\u0301", "иж", "ж ", "W", "\u0301"])
def test_what_cannot_stand_is_not_measured(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """One unbroken word of a hundred thousand letters used to stall every list that showed it."""
    measured = []

    def counting(ruler: Callable) -> Callable:
        def measure(text: str, size: float) -> float:
            measured.append(text)
            assert len(measured) < 3000
            assert len(text) < 1100
            return ruler(text, size)

        return measure

    monkeypatch.setattr(words, "serif", counting(words.serif))
    monkeypatch.setattr(words, "sans", counting(words.sans))
    assert len(words.fit_title(word * 100_000, WIDTH)[1]) <= 4
    assert len(words.fit_author(word * 100_000, 9.4, WIDTH)) <= 2
    assert measured


def test_rest_that_cannot_stand_changes_nothing() -> None:
    long = "Электрофотополупроводниковый преобразователь: справочник, выпуск 2 " * 3
    assert fit_title(long, WIDTH) == fit_title(long * 10, WIDTH)
    assert fit_title("ж" * 100, WIDTH) == fit_title("ж" * 100_000, WIDTH)


def test_short_title_stands_large_and_whole() -> None:
    assert fit_title("Ақ кеме", WIDTH) == (19.0, ["Ақ кеме"])
    assert fit_author("Антуан де Сент-Экзюпери", 9.4, WIDTH) == ["Антуан де", "Сент-Экзюпери"]


def test_same_seed_gives_the_same_cover() -> None:
    assert cover_svg("Абай жолы", "Мұхтар Әуезов", dye="kazakh", seed="a4k7z2") == cover_svg(
        "Абай жолы", "Мұхтар Әуезов", dye="kazakh", seed="a4k7z2"
    )


def test_choice_of_known_ids_never_changes() -> None:
    """Covers are on posters and shelf labels: a new hash or order would change them all."""
    assert choose("a4k7z2") == KNOWN["a4k7z2"]
    assert choose("birge") == KNOWN["birge"]


def test_seeds_spread_over_all_drawings_and_a_third_wear_the_counterpart() -> None:
    choices = [choose(f"id{i}") for i in range(3000)]
    assert {c.drawing for c in choices} == set(range(9))
    assert {c.variant for c in choices} == {0, 1, 2}
    assert 0.28 < sum(c.counterpart for c in choices) / len(choices) < 0.39


def test_words_are_escaped() -> None:
    for svg in (cover_svg("<b>&", "\"'>"), cover_document("<b>&", "\"'>")):
        assert "<b>" not in svg
        assert "&lt;b&gt;&amp;" in svg


def test_page_cover_has_no_color_and_no_style_of_its_own() -> None:
    for choice in ALL_CHOICES:
        art = draw_cover("Қан мен тер", "Әбдіжәміл Нұрпейісов", choice, ClassPen())
        assert not re.search(r"style=|#[0-9a-f]{3,6}[\";]|fill=|font-family", art)


def test_document_needs_nothing_from_outside() -> None:
    for seed in map(str, range(60)):
        svg = cover_document("Көксерек", "Мұхтар Әуезов", dye="land", seed=seed)
        wanted = set(re.findall(r'href="#([\w-]+)"', svg))
        assert wanted <= set(re.findall(r'id="([\w-]+)"', svg))
        assert "class=" not in svg
        assert "style" not in svg


def test_document_says_what_it_shows() -> None:
    title = _parse(cover_document("Плаха", "Чингиз Айтматов")).find("{*}title")
    assert title is not None
    assert title.text == "Чингиз Айтматов, Плаха"


@pytest.mark.parametrize("dye", [*DYES.values(), *COUNTERPARTS.values()])
def test_words_can_be_read_on_every_dye(dye) -> None:
    assert _contrast(dye.text, dye.ground) >= 6.3
    assert _contrast(dye.text, dye.figure) >= 4.5


@pytest.mark.parametrize("choice", ALL_CHOICES)
def test_accent_never_passes_under_words(choice: Choice) -> None:
    """A sun or a crown keeps below the last line of the longest words that can stand."""
    long = "Слово о полку Игореве, Игоря сына Святославля, внука Ольгова"
    art = draw_cover(long, "Неизвестный древнерусский автор", choice, ClassPen())
    root = _parse(f"<svg>{art}</svg>")
    baselines = [
        float(t.get("y", 0)) + sum(float(s.get("dy", 0)) for s in t)
        for t in root.iter("text")
        if t.get("class") == "t"
    ]
    for circle in root.iter("circle"):
        if circle.get("class") == "x":
            assert float(circle.get("cy", 0)) - float(circle.get("r", 0)) > max(baselines)


def test_stylesheet_holds_the_same_dyes() -> None:
    css = (ROOT / "static/css/covers.css").read_text(encoding="utf-8")
    for prefix, dyes in (("", DYES), (".neg", COUNTERPARTS)):
        for name, dye in dyes.items():
            rule = re.search(rf"^\s*{re.escape(prefix)}\.c-{name} \{{(.*?)\}}", css, re.MULTILINE)
            assert rule, name
            assert tuple(re.findall(r"#[0-9a-f]{6}", rule[1])) == tuple(dye)


def test_sprite_holds_the_same_figures() -> None:
    sprite = (ROOT / "templates/components/ornament_sprite.html").read_text(encoding="utf-8")
    assert all(figure in sprite for figure in FIGURES.values())


@pytest.mark.parametrize(
    ("book", "dye"),
    [
        ({"udc": "821.512.122-31"}, "kazakh"),
        ({"udc": "821.512.122-1"}, "poetry"),
        ({"udc": "821.512.122-93"}, "child"),
        ({"udc": "821.161.1-31", "languages": ["kk"]}, "russian"),
        ({"udc": "821.111-31"}, "world"),
        ({"udc": "398.22(574)"}, "epic"),
        ({"udc": "94(574)"}, "epic"),
        ({"udc": "908(574)"}, "land"),
        ({"udc": "53"}, "science"),
        ({"udc": "159.9"}, "mind"),
        ({"udc": "78"}, "art"),
        ({"bbk": "84(5Каз)6-44"}, "kazakh"),
        ({"bbk": "84Қ7-44"}, "kazakh"),
        ({"bbk": "84(2Рос=Рус)1"}, "russian"),
        ({"bbk": "84(5Каз)6-5"}, "poetry"),
        ({"bbk": "84(4Вел)"}, "world"),
        ({"bbk": "63.3(5Каз)"}, "epic"),
        ({"bbk": "22.3"}, "science"),
        ({"audience": "children"}, "child"),
        ({"udc": "821.161.1", "audience": "children"}, "child"),
        ({"udc": "53", "audience": "children"}, "science"),
        ({"languages": ["kaz"]}, "kazakh"),
        ({"languages": ["rus"]}, "russian"),
        ({"languages": ["eng"]}, "world"),
        ({"subjects": ["Қазақстан тарихы"], "languages": ["kk"]}, "epic"),
        ({}, "world"),
    ],
)
def test_dye_follows_class_then_subject_audience_language(book: dict, dye: str) -> None:
    assert dye_for(**book) == dye


@given(udc=st.text(max_size=20), bbk=st.text(max_size=20), audience=st.text(max_size=10))
def test_every_book_has_a_dye(udc: str, bbk: str, audience: str) -> None:
    assert dye_for(udc, bbk, audience) in DYES
