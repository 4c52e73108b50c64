"""The sanitary day: a weekday of every month on which a branch is closed and cleaned."""

from __future__ import annotations

import calendar
import datetime

from django.utils.translation import pgettext_lazy

from birge.catalogue.choices import Weekday, WeekOfMonth
from birge.catalogue.models import Branch

# Whole phrases: Russian bends the ordinal after the gender of the weekday, Kazakh the weekday.
PHRASES = {
    (WeekOfMonth.FIRST, Weekday.MONDAY): pgettext_lazy("sanitary day", "first Monday of the month"),
    (WeekOfMonth.FIRST, Weekday.TUESDAY): pgettext_lazy(
        "sanitary day", "first Tuesday of the month"
    ),
    (WeekOfMonth.FIRST, Weekday.WEDNESDAY): pgettext_lazy(
        "sanitary day", "first Wednesday of the month"
    ),
    (WeekOfMonth.FIRST, Weekday.THURSDAY): pgettext_lazy(
        "sanitary day", "first Thursday of the month"
    ),
    (WeekOfMonth.FIRST, Weekday.FRIDAY): pgettext_lazy("sanitary day", "first Friday of the month"),
    (WeekOfMonth.FIRST, Weekday.SATURDAY): pgettext_lazy(
        "sanitary day", "first Saturday of the month"
    ),
    (WeekOfMonth.FIRST, Weekday.SUNDAY): pgettext_lazy("sanitary day", "first Sunday of the month"),
    (WeekOfMonth.SECOND, Weekday.MONDAY): pgettext_lazy(
        "sanitary day", "second Monday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.TUESDAY): pgettext_lazy(
        "sanitary day", "second Tuesday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.WEDNESDAY): pgettext_lazy(
        "sanitary day", "second Wednesday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.THURSDAY): pgettext_lazy(
        "sanitary day", "second Thursday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.FRIDAY): pgettext_lazy(
        "sanitary day", "second Friday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.SATURDAY): pgettext_lazy(
        "sanitary day", "second Saturday of the month"
    ),
    (WeekOfMonth.SECOND, Weekday.SUNDAY): pgettext_lazy(
        "sanitary day", "second Sunday of the month"
    ),
    (WeekOfMonth.THIRD, Weekday.MONDAY): pgettext_lazy("sanitary day", "third Monday of the month"),
    (WeekOfMonth.THIRD, Weekday.TUESDAY): pgettext_lazy(
        "sanitary day", "third Tuesday of the month"
    ),
    (WeekOfMonth.THIRD, Weekday.WEDNESDAY): pgettext_lazy(
        "sanitary day", "third Wednesday of the month"
    ),
    (WeekOfMonth.THIRD, Weekday.THURSDAY): pgettext_lazy(
        "sanitary day", "third Thursday of the month"
    ),
    (WeekOfMonth.THIRD, Weekday.FRIDAY): pgettext_lazy("sanitary day", "third Friday of the month"),
    (WeekOfMonth.THIRD, Weekday.SATURDAY): pgettext_lazy(
        "sanitary day", "third Saturday of the month"
    ),
    (WeekOfMonth.THIRD, Weekday.SUNDAY): pgettext_lazy("sanitary day", "third Sunday of the month"),
    (WeekOfMonth.FOURTH, Weekday.MONDAY): pgettext_lazy(
        "sanitary day", "fourth Monday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.TUESDAY): pgettext_lazy(
        "sanitary day", "fourth Tuesday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.WEDNESDAY): pgettext_lazy(
        "sanitary day", "fourth Wednesday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.THURSDAY): pgettext_lazy(
        "sanitary day", "fourth Thursday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.FRIDAY): pgettext_lazy(
        "sanitary day", "fourth Friday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.SATURDAY): pgettext_lazy(
        "sanitary day", "fourth Saturday of the month"
    ),
    (WeekOfMonth.FOURTH, Weekday.SUNDAY): pgettext_lazy(
        "sanitary day", "fourth Sunday of the month"
    ),
    (WeekOfMonth.LAST, Weekday.MONDAY): pgettext_lazy("sanitary day", "last Monday of the month"),
    (WeekOfMonth.LAST, Weekday.TUESDAY): pgettext_lazy("sanitary day", "last Tuesday of the month"),
    (WeekOfMonth.LAST, Weekday.WEDNESDAY): pgettext_lazy(
        "sanitary day", "last Wednesday of the month"
    ),
    (WeekOfMonth.LAST, Weekday.THURSDAY): pgettext_lazy(
        "sanitary day", "last Thursday of the month"
    ),
    (WeekOfMonth.LAST, Weekday.FRIDAY): pgettext_lazy("sanitary day", "last Friday of the month"),
    (WeekOfMonth.LAST, Weekday.SATURDAY): pgettext_lazy(
        "sanitary day", "last Saturday of the month"
    ),
    (WeekOfMonth.LAST, Weekday.SUNDAY): pgettext_lazy("sanitary day", "last Sunday of the month"),
}


def is_sanitary_day(branch: Branch, day: datetime.date) -> bool:
    """Whether the rule of the branch, such as the last Friday of the month, falls on that day."""
    if branch.sanitary_week is None or branch.sanitary_weekday != day.weekday():
        return False
    if branch.sanitary_week == WeekOfMonth.LAST:
        return day.day + 7 > calendar.monthrange(day.year, day.month)[1]
    return (day.day - 1) // 7 + 1 == branch.sanitary_week


def sanitary_text(branch: Branch) -> str:
    """«last Friday of the month», or nothing where the branch keeps no such day."""
    return str(PHRASES.get((branch.sanitary_week, branch.sanitary_weekday), ""))
