"""A branch's week in a few lines: equal weekdays said once, the season's hours apart."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.utils import timezone
from django.utils.translation import get_language, gettext

from birge.catalogue.choices import Weekday
from birge.catalogue.models import Branch, Holiday, OpeningHours, Season
from birge.catalogue.opening import (
    ONE_DAY,
    BranchDay,
    BranchToday,
    Calendar,
    is_holiday,
    season_of,
)
from birge.catalogue.sanitary import sanitary_text
from birge.core.dates import LOWERCASE_WEEKDAYS, date_range, day_month, time_range

# Holidays this many days ahead stand under the timetable.
HOLIDAYS_AHEAD = 30


@dataclass(frozen=True)
class TimetableRow:
    """«Monday–Friday», «09:00–20:00», «13:00–14:00»; `today` where the row holds today."""

    days: str
    text: str
    lunch: str = ""
    is_open: bool = True
    today: bool = False


@dataclass(frozen=True)
class SeasonHours:
    """The week of a part of the year that is not now."""

    name: str
    dates: str
    rows: list[TimetableRow]


@dataclass(frozen=True)
class HolidayNote:
    """A holiday soon to come: its name and its days in words."""

    name: str
    text: str


@dataclass(frozen=True)
class Timetable:
    """All that a reader asks about the hours of one branch.

    `rows` are of the season that holds today, named by `season_name` if it is one; `seasons`
    are the other parts of the year.
    """

    branch: Branch
    today: BranchToday
    rows: list[TimetableRow] = field(default_factory=list)
    season_name: str = ""
    seasons: list[SeasonHours] = field(default_factory=list)
    sanitary_day_text: str = ""
    holidays: list[HolidayNote] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        """Whether anybody has entered hours; a holiday alone promises nothing."""
        return bool(self.rows or self.seasons or self.sanitary_day_text)


def make_timetable(branch: Branch, loaded: Calendar, day: datetime.date) -> Timetable:
    """The timetable of a branch that the calendar has been loaded with."""
    rows = loaded.hours.get(branch.pk, [])
    current = season_of(rows, day)
    current_id = current.pk if current else None
    seasons = {row.season_id: row.season for row in rows if row.season_id != current_id}
    return Timetable(
        branch=branch,
        today=loaded.today(branch),
        rows=week_rows(
            [row for row in rows if row.season_id == current_id], loaded.day(branch, day)
        ),
        season_name=current.name if current else "",
        seasons=[
            SeasonHours(
                name=season.name if season else gettext("The rest of the year"),
                dates=_season_dates(season) if season else "",
                rows=week_rows([row for row in rows if row.season_id == season_id]),
            )
            for season_id, season in seasons.items()
        ],
        sanitary_day_text=sanitary_text(branch),
        holidays=coming_holidays(loaded.holidays, day),
    )


def load_timetables(
    branches: Iterable[Branch], day: datetime.date | None = None
) -> list[Timetable]:
    """Timetables in the given order, in three queries."""
    branches = list(branches)
    day = day or timezone.localdate()
    loaded = Calendar.load(branches, day)
    return [make_timetable(branch, loaded, day) for branch in branches]


def week_rows(rows: Iterable[OpeningHours], today: BranchDay | None = None) -> list[TimetableRow]:
    """The week from Monday, neighboring days with equal hours joined; no rows, no week.

    A today that is not as its weekday is stands alone: readers take the marked row for the truth.
    """
    by_day = {row.weekday: (*_times(row), True) for row in rows}
    if not by_day:
        return []
    weekday = today.day.weekday() if today else None
    if today and not today.is_open and weekday in by_day:
        by_day[weekday] = (gettext("closed"), "", False)
    day_off = (gettext("day off"), "", False)
    week = [(day, by_day.get(day, day_off)) for day in range(7)]
    found = []
    for (text, lunch, is_open), run in groupby(week, key=lambda pair: pair[1]):
        days = [day for day, _times_of_day in run]
        found.append(
            TimetableRow(
                days=days_text(days),
                text=text,
                lunch=lunch,
                is_open=is_open,
                today=weekday in days,
            )
        )
    return found


def days_text(days: list[int]) -> str:
    """«Monday–Friday», «Saturday, Sunday», «Every day» for neighboring days in order."""
    if len(days) == 7:
        return gettext("Every day")
    names = [str(Weekday(day).label) for day in days]
    if get_language() in LOWERCASE_WEEKDAYS:
        names = [names[0], *(name.lower() for name in names[1:])]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)


def coming_holidays(holidays: Iterable[Holiday], day: datetime.date) -> list[HolidayNote]:
    """Holidays of today and of the days ahead, in order."""
    ahead = [day + number * ONE_DAY for number in range(HOLIDAYS_AHEAD + 1)]
    spans = [(each, [one for one in ahead if is_holiday(each, one)]) for each in holidays]
    coming = sorted(
        ((days[0], days[-1], each) for each, days in spans if days), key=lambda span: span[:2]
    )
    return [
        HolidayNote(each.name, day_month(first) if first == last else date_range(first, last))
        for first, last, each in coming
    ]


def _times(row: OpeningHours) -> tuple[str, str]:
    lunch = time_range(row.lunch_from, row.lunch_to) if row.lunch_from else ""
    return time_range(row.opens, row.closes), lunch


def _season_dates(season: Season) -> str:
    first = _month_day(season.from_month, season.from_day)
    return f"{first} – {_month_day(season.to_month, season.to_day)}"


def _month_day(month: int, day: int) -> str:
    # Any leap year will do: 29 February may begin a season.
    last = calendar.monthrange(2024, month)[1]
    return day_month(datetime.date(2024, month, min(day, last)))
