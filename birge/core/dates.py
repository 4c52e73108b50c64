"""Days, hours and weeks in words, in the language that is active."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format, get_format, time_format
from django.utils.translation import get_language, gettext

# Django's catalogs give weekdays a capital letter; these languages write them small in a line.
LOWERCASE_WEEKDAYS = ("kk", "ru")


def long_date(day: datetime.date) -> str:
    """Return «2026 жылғы 21 қараша», «21 ноября 2026 года»."""
    return date_format(local_day(day), _format("LONG_DATE_FORMAT", "DATE_FORMAT"))


def day_month(day: datetime.date) -> str:
    """Return «21 қараша», «21 ноября»."""
    return date_format(local_day(day), "MONTH_DAY_FORMAT")


def day_month_weekday(day: datetime.date) -> str:
    """Return «21 қараша, сенбі», «21 ноября, суббота»."""
    text = date_format(local_day(day), _format("DAY_MONTH_WEEKDAY_FORMAT", "MONTH_DAY_FORMAT"))
    return text.lower() if get_language() in LOWERCASE_WEEKDAYS else text


def day_name(day: datetime.date, today: datetime.date | None = None) -> str:
    """Return «бүгін», «ертең» or the day with its weekday; the year is added when it is another.

    `today` is the library's day of now unless given.
    """
    day = local_day(day)
    today = today or timezone.localdate()
    if day == today:
        return gettext("today")
    if day == today + datetime.timedelta(days=1):
        return gettext("tomorrow")
    return day_month_weekday(day) if day.year == today.year else long_date(day)


def date_range(first: datetime.date, last: datetime.date | None = None) -> str:
    """Return both days with a dash and nothing said twice: «2026 жылғы 21–25 қараша».

    One day alone, or the same day twice, is a plain date. Days in the wrong order are put right.
    """
    first = local_day(first)
    last = local_day(last) if last else first
    first, last = min(first, last), max(first, last)
    if first == last:
        return long_date(first)
    pattern = None
    if (first.year, first.month) == (last.year, last.month):
        pattern = _format("RANGE_IN_MONTH", None)
    elif first.year == last.year:
        pattern = _format("RANGE_IN_YEAR", None)
    if pattern is None:
        return f"{long_date(first)} – {long_date(last)}"
    start, dash, end = pattern
    return f"{date_format(first, start)}{dash}{date_format(last, end)}"


def time_range(opens: datetime.time, closes: datetime.time) -> str:
    """Return «10:00–18:00»."""
    return f"{time_format(opens)}–{time_format(closes)}"


def iso_week(day: datetime.date) -> tuple[int, int]:
    """Return the year and the number of the ISO 8601 week; the year may be the neighbor of the day's."""
    year, week, _weekday = local_day(day).isocalendar()
    return year, week


def week_name(day: datetime.date) -> str:
    """Return «2026 жыл, 47-апта», «47-я неделя 2026 года»."""
    year, week = iso_week(day)
    return gettext("week %(week)s of %(year)s") % {"week": week, "year": year}


def local_day(moment: datetime.date) -> datetime.date:
    """Return the day of a date or a moment, in the library's time zone."""
    if not isinstance(moment, datetime.datetime):
        return moment
    return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()


def _format(name: str, otherwise: str | None) -> str | tuple[str, str, str] | None:
    """Return a format of ours; a language that does not bring it gets Django's name `otherwise`."""
    found = get_format(name)
    return otherwise if found == name else found
