"""When branches are open: weekday hours by season, sanitary days, holidays and closures.

All rules live here as plain functions of a day. `Calendar` loads what they need in three
queries, however many branches there are.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext

from birge.catalogue.models import Branch, Closure, Holiday, OpeningHours, Season
from birge.catalogue.sanitary import is_sanitary_day
from birge.core.dates import day_name, time_range

ONE_DAY = datetime.timedelta(days=1)
# How far ahead "next open on" looks; a branch closed longer than that has no next day to promise.
HORIZON = 45

OPEN = "open"
CLOSURE = "closure"
HOLIDAY = "holiday"
SANITARY = "sanitary"
DAY_OFF = "day_off"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class BranchDay:
    """What a branch does on one day.

    `state` is one of the words above; `detail` names the holiday or tells why the closure.
    """

    branch: Branch
    day: datetime.date
    state: str
    hours: OpeningHours | None = None
    detail: str = ""

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def hours_text(self) -> str:
        """«10:00–18:00», or nothing on a closed day."""
        return time_range(self.hours.opens, self.hours.closes) if self.hours else ""

    @property
    def lunch_text(self) -> str:
        """«13:00–14:00», or nothing without a break."""
        if not self.hours or not self.hours.lunch_from:
            return ""
        return time_range(self.hours.lunch_from, self.hours.lunch_to)

    @property
    def reason(self) -> str:
        """Why it is closed, in the reader's language; nothing for a plain day off."""
        return gettext("sanitary day") if self.state == SANITARY else self.detail


@dataclass(frozen=True)
class BranchToday:
    """A branch at this moment: `line` for people, `is_open` for the sign beside it."""

    branch: Branch
    day: BranchDay
    next_open: BranchDay | None
    now: datetime.time
    url: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the branch was open today and has closed."""
        return self.day.is_open and self.now >= self.day.hours.closes

    @property
    def is_lunch(self) -> bool:
        hours = self.day.hours
        return bool(hours and hours.lunch_from and hours.lunch_from <= self.now < hours.lunch_to)

    @property
    def is_open(self) -> bool:
        """Whether a reader may still come today."""
        return self.day.is_open and not self.is_over

    @property
    def is_open_now(self) -> bool:
        return self.is_open and self.now >= self.day.hours.opens and not self.is_lunch

    @property
    def name(self) -> str:
        return self.branch.name

    @property
    def address(self) -> str:
        return self.branch.address

    @property
    def state(self) -> str:
        """For the sign: open (a reader may still come today) or closed."""
        return OPEN if self.is_open else "closed"

    @property
    def short(self) -> str:
        """«10:00–18:00» or «closed»; nothing where the hours are not known."""
        if self.day.state == UNKNOWN:
            return ""
        return self.day.hours_text or gettext("closed")

    @property
    def line(self) -> str:
        """«Open today: 10:00–18:00», «Closed today, tomorrow 10:00–17:00»; nothing if unknown."""
        if self.day.state == UNKNOWN:
            return ""
        today = self._open_line() if self.is_open else self._closed_line()
        if self.is_open or self.next_open is None:
            return today
        return gettext("%(today)s, %(next_day)s %(hours)s") % {
            "today": today,
            "next_day": day_name(self.next_open.day, self.day.day),
            "hours": self.next_open.hours_text,
        }

    def _open_line(self) -> str:
        words = {"hours": self.day.hours_text, "lunch": self.day.lunch_text}
        if self.is_lunch:
            return gettext("Open today: %(hours)s, now lunch: %(lunch)s") % words
        if words["lunch"] and self.now < self.day.hours.lunch_from:
            return gettext("Open today: %(hours)s, lunch %(lunch)s") % words
        return gettext("Open today: %(hours)s") % words

    def _closed_line(self) -> str:
        if self.is_over:
            return gettext("Already closed today")
        if self.day.reason:
            return gettext("Closed today (%(reason)s)") % {"reason": self.day.reason}
        return gettext("Closed today")


@dataclass
class Calendar:
    """Everything that decides whether branches are open in a span of days."""

    first: datetime.date
    last: datetime.date
    hours: dict[int, list[OpeningHours]] = field(default_factory=lambda: defaultdict(list))
    holidays: list[Holiday] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)

    @classmethod
    def load(
        cls, branches: Iterable[Branch], first: datetime.date, last: datetime.date | None = None
    ) -> Calendar:
        """Three queries, whatever the number of branches, or two where hours are prefetched.

        `last` is the horizon unless given.
        """
        found = cls(first, last or first + HORIZON * ONE_DAY)
        branches = list(branches)
        ids = [branch.pk for branch in branches]
        hours = Prefetch("opening_hours", OpeningHours.objects.select_related("season"))
        prefetch_related_objects(branches, hours)
        for branch in branches:
            found.hours[branch.pk] = list(branch.opening_hours.all())
        found.holidays = list(Holiday.objects.all())
        found.closures = list(
            Closure.objects.filter(
                Q(branch__in=ids) | Q(branch=None), starts__lte=found.last, ends__gte=found.first
            )
        )
        return found

    def day(self, branch: Branch, day: datetime.date) -> BranchDay:
        """What the branch does that day: a closure outweighs a holiday, a holiday the week."""
        rows = self.hours.get(branch.pk, [])
        if closure := self._closure(branch, day):
            return BranchDay(branch, day, CLOSURE, detail=closure.reason)
        if holiday := next((each for each in self.holidays if is_holiday(each, day)), None):
            return BranchDay(branch, day, HOLIDAY, detail=holiday.name)
        if not rows:
            return BranchDay(branch, day, UNKNOWN)
        if is_sanitary_day(branch, day):
            return BranchDay(branch, day, SANITARY)
        row = hours_on(rows, day)
        return BranchDay(branch, day, OPEN if row else DAY_OFF, hours=row)

    def today(
        self, branch: Branch, now: datetime.datetime | None = None, url: str = ""
    ) -> BranchToday:
        """The branch at this moment, by the clock of the library's time zone."""
        moment = timezone.localtime(now)
        today = self.day(branch, moment.date())
        following = self._next_open(branch, moment.date())
        return BranchToday(branch, today, following, moment.time(), url)

    def _next_open(self, branch: Branch, day: datetime.date) -> BranchDay | None:
        if not self.hours.get(branch.pk):
            return None
        while day < self.last:
            day += ONE_DAY
            if (found := self.day(branch, day)).is_open:
                return found
        return None

    def _closure(self, branch: Branch, day: datetime.date) -> Closure | None:
        """The closure of that day; one of the branch itself speaks before one of all branches."""
        found = [
            each
            for each in self.closures
            if each.branch_id in (None, branch.pk) and each.starts <= day <= each.ends
        ]
        return min(found, key=lambda each: each.branch_id is None, default=None)


def in_season(season: Season, day: datetime.date) -> bool:
    """Whether the day lies in the season, which may cross the new year; both ends belong to it."""
    start, end = (season.from_month, season.from_day), (season.to_month, season.to_day)
    today = (day.month, day.day)
    return start <= today <= end if start <= end else today >= start or today <= end


def season_length(season: Season) -> int:
    """Roughly how many days the season has; the shorter of two seasons is the more particular."""
    start = season.from_month * 31 + season.from_day
    return (season.to_month * 31 + season.to_day - start) % (12 * 31) + 1


def season_of(rows: Iterable[OpeningHours], day: datetime.date) -> Season | None:
    """The season whose hours hold that day: the shortest where seasons overlap."""
    seasons = {row.season_id: row.season for row in rows if row.season}
    current = [each for each in seasons.values() if in_season(each, day)]
    return min(current, key=lambda each: (season_length(each), each.pk), default=None)


def hours_on(rows: Iterable[OpeningHours], day: datetime.date) -> OpeningHours | None:
    """The row of that weekday: a season with hours of its own replaces the whole week."""
    rows = list(rows)
    season = season_of(rows, day)
    season_id = season.pk if season else None
    for row in rows:
        if row.season_id == season_id and row.weekday == day.weekday():
            return row
    return None


def is_holiday(holiday: Holiday, day: datetime.date) -> bool:
    """Whether the day is one of the holiday's days, which may run into the next year.

    A yearly holiday of 29 February is kept in leap years only.
    """
    years = (holiday.year,) if holiday.year else (day.year, day.year - 1)
    for year in years:
        try:
            start = datetime.date(year, holiday.month, holiday.day)
        except ValueError:
            continue
        if start <= day < start + holiday.days * ONE_DAY:
            return True
    return False
