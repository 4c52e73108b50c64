"""Kazakh and Russian formats, as Django's own filters, forms and our numbers use them."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats
from django.utils.translation import override

from birge.core import numbers
from birge.core.formats.kk import formats as kazakh
from birge.core.formats.ru import formats as russian

DAY = datetime.date(2026, 11, 21)
MOMENT = datetime.datetime(2026, 11, 21, 15, tzinfo=ZoneInfo("Asia/Almaty"))
NBSP = "\N{NO-BREAK SPACE}"


def render(source: str, **context: object) -> str:
    """Return a template's text."""
    return Template("{% load core_tags %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("kk", "DATE_FORMAT", "2026 жылғы 21 қараша"),
        ("kk", "MONTH_DAY_FORMAT", "21 қараша"),
        ("kk", "YEAR_MONTH_FORMAT", "2026 жылғы қараша"),
        ("kk", "SHORT_DATE_FORMAT", "21.11.2026"),
        ("kk", "DATETIME_FORMAT", "2026 жылғы 21 қараша, 15:00"),
        ("ru", "DATE_FORMAT", "21 ноября 2026 г."),
        ("ru", "MONTH_DAY_FORMAT", "21 ноября"),
        ("ru", "YEAR_MONTH_FORMAT", "Ноябрь 2026 г."),
        ("ru", "SHORT_DATE_FORMAT", "21.11.2026"),
        ("ru", "DATETIME_FORMAT", "21 ноября 2026 г., 15:00"),
    ],
)
def test_django_date_formats(language: str, name: str, text: str) -> None:
    with override(language):
        assert formats.date_format(MOMENT, name) == text


def test_every_kazakh_month_is_kazakh_and_small() -> None:
    with override("kk"):
        months = [formats.date_format(DAY.replace(month=m, day=1), "E") for m in range(1, 13)]
    assert months == [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_dates_are_typed_as_people_write_them(language: str) -> None:
    with override(language):
        assert forms.DateField().clean("21.11.2026") == DAY
        assert forms.DateField().clean("2026-11-21") == DAY
        assert forms.TimeField().clean("15:00") == datetime.time(15)
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


def test_kazakh_and_russian_bring_the_same_names() -> None:
    names = [{name for name in vars(module) if name.isupper()} for module in (kazakh, russian)]
    assert names[0] == names[1]
    assert names[0] >= formats.FORMAT_SETTINGS


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_numbers_and_tenge_are_held_together(language: str) -> None:
    with override(language):
        assert numbers.number(12500) == f"12{NBSP}500"
        assert numbers.number(1234567) == f"1{NBSP}234{NBSP}567"
        assert numbers.number(0.5) == "0,5"
        assert numbers.tenge(12500) == f"12{NBSP}500{NBSP}₸"
        assert render("{{ n|tenge }} {{ n|number }}", n=990) == f"990{NBSP}₸ 990"


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("kk", 1, "1 кітап"),
        ("kk", 12, "12 кітап"),
        ("ru", 1, "1 книга"),
        ("ru", 2, "2 книги"),
        ("ru", 5, "5 книг"),
        ("ru", 11, "11 книг"),
        ("ru", 21, "21 книга"),
        ("ru", 0, "0 книг"),
    ],
)
def test_counted_things_agree_with_their_number(language: str, count: int, text: str) -> None:
    with override(language):
        assert numbers.counted("book", count) == text.replace(" ", NBSP)
        assert render('{{ n|counted:"book" }}', n=count) == text.replace(" ", NBSP)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("noun", sorted(numbers.COUNTED))
def test_every_counted_noun_is_translated(language: str, noun: str) -> None:
    with override("en"):
        english = numbers.counted(noun, 5)
    with override(language):
        assert numbers.counted(noun, 5) != english


def test_kazakh_nouns_stay_singular_after_every_number() -> None:
    with override("kk"):
        for noun in numbers.COUNTED:
            assert {numbers.counted(noun, n).split(NBSP)[1] for n in (1, 2, 5, 40)} == {
                numbers.counted(noun, 1).split(NBSP)[1]
            }


def test_thousands_are_apart_in_counts() -> None:
    with override("kk"):
        assert numbers.counted("copy", 12500) == f"12{NBSP}500{NBSP}дана"
