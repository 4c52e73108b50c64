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
from birge.catalogue.models import Branch, OpeningHours, Season
from birge.catalogue.opening import BranchToday, Calendar, season_of
from birge.catalogue.sanitary import sanitary_text
from birge.core.dates import LOWERCASE_WEEKDAYS, day_month, time_range


@dataclass(frozen=True)
class TimetableLine:
    """«Monday–Friday», «09:00–20:00», «13:00–14:00»; a day off has neither hours nor lunch."""

    days: str
    hours: str
    lunch: str

    @property
    def is_open(self) -> bool:
        return bool(self.hours)

    @property
    def text(self) -> str:
        """The hours with lunch, or that it is a day off."""
        if not self.hours:
            return gettext("day off")
        if not self.lunch:
            return self.hours
        return gettext("%(hours)s, lunch %(lunch)s") % {"hours": self.hours, "lunch": self.lunch}


@dataclass(frozen=True)
class TimetablePart:
    """The week of one season, or of the rest of the year; `is_current` marks the one that holds."""

    season: Season | None
    lines: list[TimetableLine]
    is_current: bool

    @property
    def title(self) -> str:
        """«Summer: 1 June – 31 August»; nothing when the branch keeps no seasons."""
        if self.season is None:
            return ""
        return gettext("%(season)s: %(first)s – %(last)s") % {
            "season": self.season.name,
            "first": _month_day(self.season.from_month, self.season.from_day),
            "last": _month_day(self.season.to_month, self.season.to_day),
        }


@dataclass(frozen=True)
class Timetable:
    """All that a reader asks about the hours of one branch."""

    branch: Branch
    parts: list[TimetablePart] = field(default_factory=list)
    sanitary: str = ""
    today: BranchToday | None = None

    @property
    def current(self) -> TimetablePart | None:
        """The week that holds now."""
        return next((part for part in self.parts if part.is_current), None)


def make_timetable(branch: Branch, loaded: Calendar, day: datetime.date) -> Timetable:
    """The timetable from a loaded calendar; the season that holds on the day comes first."""
    rows = loaded.hours.get(branch.pk, [])
    season = season_of(rows, day)
    seasons = {row.season_id: row.season for row in rows}
    parts = [
        TimetablePart(
            season=each,
            lines=week_lines([row for row in rows if row.season_id == season_id]),
            is_current=season_id == (season.pk if season else None),
        )
        for season_id, each in seasons.items()
    ]
    parts.sort(key=lambda part: (not part.is_current, part.season is not None))
    return Timetable(branch, parts, sanitary_text(branch), loaded.today(branch))


def load_timetables(
    branches: Iterable[Branch], day: datetime.date | None = None
) -> list[Timetable]:
    """Timetables in the given order, in three queries."""
    branches = list(branches)
    day = day or timezone.localdate()
    loaded = Calendar.load(branches, day)
    return [make_timetable(branch, loaded, day) for branch in branches]


def week_lines(rows: Iterable[OpeningHours]) -> list[TimetableLine]:
    """The week from Monday, neighboring days with equal hours joined."""
    by_day = {row.weekday: _times(row) for row in rows}
    week = [(day, by_day.get(day, ("", ""))) for day in range(7)]
    lines = []
    for (hours, lunch), run in groupby(week, key=lambda pair: pair[1]):
        days = [day for day, _times_of_day in run]
        lines.append(TimetableLine(days_text(days), hours, lunch))
    return lines


def _times(row: OpeningHours) -> tuple[str, str]:
    lunch = time_range(row.lunch_from, row.lunch_to) if row.lunch_from else ""
    return time_range(row.opens, row.closes), lunch


def days_text(days: list[int]) -> str:
    """«Monday–Friday», «Saturday, Sunday», «Every day» for neighboring days in order."""
    if len(days) == 7:
        return gettext("Every day")
    names = [str(Weekday(day).label) for day in days]
    if get_language() in LOWERCASE_WEEKDAYS:
        names = [names[0], *(name.lower() for name in names[1:])]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)


def _month_day(month: int, day: int) -> str:
    # Any leap year will do: 29 February may begin a season.
    last = calendar.monthrange(2024, month)[1]
    return day_month(datetime.date(2024, month, min(day, last)))
