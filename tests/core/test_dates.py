"""Days, ranges and weeks in words, in both languages; today is a case of its own."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from birge.core import dates

DAY = datetime.date(2026, 11, 21)
ALMATY = ZoneInfo("Asia/Almaty")


def render(source: str, **context: object) -> str:
    """Return a template's text."""
    return Template("{% load core_tags %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("language", "long", "short", "weekday", "week"),
    [
        ("kk", "2026 жылғы 21 қараша", "21 қараша", "21 қараша, сенбі", "2026 жыл, 47-апта"),
        ("ru", "21 ноября 2026 года", "21 ноября", "21 ноября, суббота", "47-я неделя 2026 года"),
    ],
)
def test_one_day(language: str, long: str, short: str, weekday: str, week: str) -> None:
    with override(language):
        assert dates.long_date(DAY) == long
        assert dates.day_month(DAY) == short
        assert dates.day_month_weekday(DAY) == weekday
        assert dates.week_name(DAY) == week
        rendered = render(
            "{{ d|long_date }}; {{ d|day_month }}; {{ d|day_month_weekday }}; {{ d|iso_date }}",
            d=DAY,
        )
    assert rendered == f"{long}; {short}; {weekday}; 2026-11-21"


@pytest.mark.parametrize(
    ("language", "month", "year", "years"),
    [
        (
            "kk",
            "2026 жылғы 21–25 қараша",
            "2026 жылғы 21 қараша – 3 желтоқсан",
            "2026 жылғы 21 қараша – 2027 жылғы 3 қаңтар",
        ),
        (
            "ru",
            "21–25 ноября 2026 года",
            "21 ноября – 3 декабря 2026 года",
            "21 ноября 2026 года – 3 января 2027 года",
        ),
    ],
)
def test_ranges_say_nothing_twice(language: str, month: str, year: str, years: str) -> None:
    with override(language):
        assert dates.date_range(DAY, datetime.date(2026, 11, 25)) == month
        assert dates.date_range(DAY, datetime.date(2026, 12, 3)) == year
        assert dates.date_range(DAY, datetime.date(2027, 1, 3)) == years
        assert render("{% date_range a b %}", a=DAY, b=datetime.date(2026, 11, 25)) == month


def test_a_range_of_one_day_is_that_day() -> None:
    with override("kk"):
        assert dates.date_range(DAY) == dates.date_range(DAY, DAY) == "2026 жылғы 21 қараша"


@given(st.dates(), st.dates())
def test_a_range_does_not_mind_the_order(one: datetime.date, other: datetime.date) -> None:
    with override("ru"):
        assert dates.date_range(one, other) == dates.date_range(other, one)


@pytest.mark.parametrize(
    ("language", "today", "tomorrow", "later", "next_year"),
    [
        ("kk", "бүгін", "ертең", "24 қараша, сейсенбі", "2027 жылғы 3 қаңтар"),
        ("ru", "сегодня", "завтра", "24 ноября, вторник", "3 января 2027 года"),
    ],
)
def test_near_days_have_names(
    language: str, today: str, tomorrow: str, later: str, next_year: str
) -> None:
    with (
        override(language),
        time_machine.travel(datetime.datetime(2026, 11, 21, 12, tzinfo=ALMATY)),
    ):
        assert dates.day_name(DAY) == today
        assert dates.day_name(DAY + datetime.timedelta(days=1)) == tomorrow
        assert dates.day_name(DAY + datetime.timedelta(days=3)) == later
        assert dates.day_name(datetime.date(2027, 1, 3)) == next_year


def test_today_is_the_day_in_the_library_and_not_in_london() -> None:
    # Half past midnight in Almaty is still yesterday evening in UTC.
    night = datetime.datetime(2026, 11, 20, 19, 30, tzinfo=datetime.UTC)
    with override("kk"), time_machine.travel(night):
        assert dates.day_name(DAY) == "бүгін"
        assert dates.long_date(night) == "2026 жылғы 21 қараша"


def test_the_last_day_of_a_year_knows_tomorrow() -> None:
    with override("ru"):
        new_year = datetime.date(2027, 1, 1)
        assert dates.day_name(new_year, today=datetime.date(2026, 12, 31)) == "завтра"


@pytest.mark.parametrize(
    ("day", "week"),
    [((2026, 1, 1), (2026, 1)), ((2027, 1, 1), (2026, 53)), ((2024, 12, 30), (2025, 1))],
)
def test_iso_weeks_may_belong_to_the_neighbor_year(
    day: tuple[int, int, int], week: tuple[int, int]
) -> None:
    assert dates.iso_week(datetime.date(*day)) == week


def test_hours() -> None:
    opens, closes = datetime.time(9), datetime.time(18, 30)
    for language in ("kk", "ru"):
        with override(language):
            assert dates.time_range(opens, closes) == "09:00–18:30"
            assert render("{% time_range a b %}", a=opens, b=closes) == "09:00–18:30"


@pytest.mark.parametrize("language", ["en", "de"])
def test_other_languages_get_a_date_too(language: str) -> None:
    with override(language):
        assert "2026" in dates.long_date(DAY)
        assert "21" in dates.day_month_weekday(DAY)
        assert "25" in dates.date_range(DAY, datetime.date(2026, 11, 25))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ none|long_date }}",
        "{{ none|day_month }}",
        "{{ none|day_name }}",
        "{{ none|iso_date }}",
        "{{ none|tenge }}",
        "{{ none|number }}",
        '{{ none|counted:"book" }}',
        "{% date_range none none %}",
        "{% time_range none none %}",
    ],
)
def test_what_is_not_there_is_shown_as_nothing(tag: str) -> None:
    assert render(tag, none=None) == ""
