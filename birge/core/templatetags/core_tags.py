"""Dates, numbers and counted things for templates; a value that is not there gives nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import wraps

from django import template

from birge.core import dates, numbers

register = template.Library()


def _filter(name: str, function: Callable[..., str]) -> None:
    """Register a function as a filter that answers an absent value with an empty string."""

    @wraps(function)
    def guarded(value: object, *arguments: object) -> str:
        return "" if value is None or value == "" else function(value, *arguments)

    register.filter(name, guarded)


_filter("long_date", dates.long_date)
_filter("day_month", dates.day_month)
_filter("day_month_weekday", dates.day_month_weekday)
_filter("day_name", dates.day_name)
_filter("week_name", dates.week_name)
_filter("number", numbers.number)
_filter("tenge", numbers.tenge)


@register.filter
def iso_date(day: datetime.date | None) -> str:
    """Return 2026-11-21 for machines: the datetime attribute of <time>."""
    return dates.local_day(day).isoformat() if day else ""


@register.filter
def counted(count: int | Decimal | None, noun: str) -> str:
    """Return «12 кітап»: {{ total|counted:"book" }}."""
    return "" if count is None or count == "" else numbers.counted(noun, int(count))


@register.simple_tag
def date_range(first: datetime.date, last: datetime.date | None = None) -> str:
    """Return «2026 жылғы 21–25 қараша»: {% date_range page.starts page.ends %}."""
    return dates.date_range(first, last) if first else ""


@register.simple_tag
def time_range(opens: datetime.time, closes: datetime.time) -> str:
    """Return «10:00–18:00»: {% time_range day.opens day.closes %}."""
    return dates.time_range(opens, closes) if opens and closes else ""
