"""When branches are open: today, seasons, sanitary days, holidays, closures."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.utils.translation import override

from birge.catalogue.choices import Weekday, WeekOfMonth
from birge.catalogue.models import Branch, Closure, Holiday, OpeningHours, Season
from birge.catalogue.opening import Calendar, in_season, is_holiday
from birge.catalogue.queries import announced_closures, branches_today, public_branches, timetable
from birge.catalogue.sanitary import is_sanitary_day
from birge.catalogue.timetables import days_text, load_timetables
from tests.factories.catalogue import BranchFactory, open_daily

pytestmark = pytest.mark.django_db

SATURDAY = datetime.date(2026, 11, 21)
ALMATY = "+05:00"


@pytest.fixture
def english():
    with override("en"):
        yield


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def state(branch: Branch, text: str) -> str:
    return Calendar.load([branch], day(text)).day(branch, day(text)).state


def line_at(moment: str) -> str:
    with time_machine.travel(f"{moment}{ALMATY}", tick=False):
        return branches_today()[0].line


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("2026-11-21T00:00", "Open today: 10 a.m.–6 p.m., lunch 1 p.m.–2 p.m."),
        ("2026-11-21T10:00", "Open today: 10 a.m.–6 p.m., lunch 1 p.m.–2 p.m."),
        ("2026-11-21T13:00", "Open today: 10 a.m.–6 p.m., now lunch: 1 p.m.–2 p.m."),
        ("2026-11-21T14:00", "Open today: 10 a.m.–6 p.m."),
        ("2026-11-21T17:59", "Open today: 10 a.m.–6 p.m."),
        ("2026-11-21T18:00", "Already closed today, tomorrow 10 a.m.–6 p.m."),
        ("2026-11-21T23:59", "Already closed today, tomorrow 10 a.m.–6 p.m."),
    ],
)
def test_line_follows_the_clock(english, moment, line):
    open_daily(BranchFactory(), lunch_from=datetime.time(13), lunch_to=datetime.time(14))
    assert line_at(moment) == line


def test_day_is_the_library_s_and_not_utc(english):
    open_daily(BranchFactory(), days=[Weekday.SATURDAY])
    with time_machine.travel("2026-11-20T20:00+00:00", tick=False):
        assert branches_today()[0].day.day == SATURDAY
        assert branches_today()[0].line == "Open today: 10 a.m.–6 p.m."


def test_closed_day_names_the_next_open_one(english):
    open_daily(BranchFactory(), days=[Weekday.MONDAY])
    assert line_at("2026-11-21T12:00").startswith("Closed today, ")
    assert "23" in line_at("2026-11-21T12:00")
    assert line_at("2026-11-22T12:00") == "Closed today, tomorrow 10 a.m.–6 p.m."


def test_line_in_both_languages():
    open_daily(BranchFactory(), days=[Weekday.SATURDAY, Weekday.MONDAY])
    for language in ("kk", "ru"):
        with override(language):
            assert "10:00–18:00" in line_at("2026-11-21T12:00")


def test_branch_without_hours_says_nothing(english):
    BranchFactory()
    today = branches_today()[0]
    assert (today.line, today.short, today.is_open) == ("", "", False)


def test_season_may_cross_the_new_year():
    winter = Season(from_month=11, from_day=15, to_month=2, to_day=29)
    inside = ["2026-11-15", "2026-12-31", "2027-01-01", "2027-02-28", "2028-02-29"]
    outside = ["2026-11-14", "2027-03-01", "2027-07-01"]
    assert all(in_season(winter, day(each)) for each in inside)
    assert not any(in_season(winter, day(each)) for each in outside)


def season(*span: int, name: str = "Summer") -> Season:
    names = ("from_month", "from_day", "to_month", "to_day")
    return Season.objects.create(name_kk=name, name_ru=name, **dict(zip(names, span, strict=True)))


def test_season_replaces_the_whole_week_and_the_shorter_one_wins():
    branch = BranchFactory()
    open_daily(branch)
    summer, july = season(6, 1, 8, 31), season(7, 1, 7, 31, name="July")
    open_daily(branch, "09:00", "15:00", days=[Weekday.MONDAY], season=summer)
    open_daily(branch, "11:00", "12:00", days=[Weekday.MONDAY], season=july)

    def hours(text: str) -> str:
        return Calendar.load([branch], day(text)).day(branch, day(text)).hours_text

    assert hours("2026-05-25") == "10:00–18:00"
    assert hours("2026-06-01") == "09:00–15:00"
    assert hours("2026-06-02") == ""
    assert hours("2026-07-06") == "11:00–12:00"
    assert hours("2026-08-31") == "09:00–15:00"
    assert hours("2026-09-07") == "10:00–18:00"


@pytest.mark.parametrize(
    ("week", "days"),
    [
        (WeekOfMonth.FIRST, ["2026-11-06", "2026-05-01"]),
        (WeekOfMonth.FOURTH, ["2026-11-27", "2026-05-22"]),
        (WeekOfMonth.LAST, ["2026-11-27", "2026-05-29", "2027-02-26", "2028-02-25"]),
    ],
)
def test_sanitary_day_is_a_rule(week, days):
    branch = BranchFactory(sanitary_week=week, sanitary_weekday=Weekday.FRIDAY)
    month_days = [day(days[0]).replace(day=number) for number in range(1, 29)]
    assert all(is_sanitary_day(branch, day(each)) for each in days)
    assert sum(is_sanitary_day(branch, each) for each in month_days) == 1


def test_sanitary_day_closes_and_is_named(english):
    branch = BranchFactory(sanitary_week=WeekOfMonth.LAST, sanitary_weekday=Weekday.FRIDAY)
    open_daily(branch)
    assert line_at("2026-11-27T12:00") == "Closed today (sanitary day), tomorrow 10 a.m.–6 p.m."
    assert state(branch, "2026-11-20") == "open"


def test_holiday_of_every_year_of_one_year_and_over_the_new_year():
    new_year = Holiday(month=12, day=31, days=3)
    once = Holiday(month=3, day=20, year=2026)
    leap = Holiday(month=2, day=29)
    assert all(is_holiday(new_year, day(each)) for each in ("2026-12-31", "2027-01-02"))
    assert not is_holiday(new_year, day("2027-01-03"))
    assert is_holiday(once, day("2026-03-20"))
    assert not is_holiday(once, day("2027-03-20"))
    assert is_holiday(leap, day("2028-02-29"))
    assert not any(is_holiday(leap, day(each)) for each in ("2027-02-28", "2027-03-01"))


def test_closure_outweighs_holiday_and_names_its_reason(english):
    branch, other = BranchFactory(), BranchFactory()
    open_daily(branch)
    open_daily(other)
    Holiday.objects.create(name_kk="Наурыз", name_ru="Наурыз", month=3, day=21, days=3)
    Closure.objects.create(
        branch=branch,
        starts=day("2026-03-23"),
        ends=day("2026-03-25"),
        reason_kk="Ж",
        reason_ru="Р",
    )
    assert [state(branch, f"2026-03-{each}") for each in (20, 21, 22, 23, 24, 25, 26)] == [
        "open",
        "holiday",
        "holiday",
        "closure",
        "closure",
        "closure",
        "open",
    ]
    assert state(other, "2026-03-24") == "open"
    with time_machine.travel(f"2026-03-21T12:00{ALMATY}", tick=False):
        lines = [each.line for each in branches_today()]
    assert lines[0].startswith("Closed today (Наурыз), ")
    assert "26" in lines[0]
    assert "24" in lines[1]


def test_closure_of_all_branches_closes_each():
    branch = BranchFactory()
    open_daily(branch)
    Closure.objects.create(starts=SATURDAY, ends=SATURDAY, reason_kk="Ж", reason_ru="Р")
    assert state(branch, str(SATURDAY)) == "closure"


def test_closures_are_announced_a_week_before_or_when_the_editor_says():
    branch, other = BranchFactory(), BranchFactory()
    common = {"reason_kk": "Ж", "reason_ru": "Р"}
    soon = Closure.objects.create(
        branch=branch, starts=day("2026-11-28"), ends=day("2026-11-30"), **common
    )
    later = Closure.objects.create(starts=day("2026-12-05"), ends=day("2026-12-05"), **common)
    early = Closure.objects.create(
        branch=other,
        starts=day("2026-12-20"),
        ends=day("2026-12-21"),
        show_from=SATURDAY,
        **common,
    )
    past = Closure.objects.create(starts=day("2026-11-01"), ends=day("2026-11-20"), **common)
    assert announced_closures(day=SATURDAY) == [soon, early]
    assert announced_closures(branch, day=SATURDAY) == [soon]
    assert announced_closures(branch, day=day("2026-11-30")) == [soon, later]
    assert past in announced_closures(day=day("2026-11-20"))


def test_timetable_joins_equal_days(english):
    branch = BranchFactory(sanitary_week=WeekOfMonth.LAST, sanitary_weekday=Weekday.FRIDAY)
    open_daily(
        branch,
        "09:00",
        "20:00",
        days=range(5),
        lunch_from=datetime.time(13),
        lunch_to=datetime.time(14),
    )
    open_daily(branch, days=[5])
    with time_machine.travel(f"2026-11-21T12:00{ALMATY}", tick=False):
        found = timetable(branch)
    rows = [(row.days, row.text, row.lunch, row.is_open, row.today) for row in found.rows]
    assert rows == [
        ("Monday–Friday", "9 a.m.–8 p.m.", "1 p.m.–2 p.m.", True, False),
        ("Saturday", "10 a.m.–6 p.m.", "", True, True),
        ("Sunday", "day off", "", False, False),
    ]
    assert found.sanitary_day_text == "last Friday of the month"


def test_a_day_closed_for_once_is_closed_in_the_timetable(english):
    branch = BranchFactory()
    open_daily(branch, days=range(6))
    Closure.objects.create(branch=branch, starts=SATURDAY, ends=SATURDAY, reason_kk="Ж")
    with time_machine.travel(f"{SATURDAY}T12:00{ALMATY}", tick=False):
        found = timetable(branch)
    assert [(row.days, row.text, row.is_open, row.today) for row in found.rows] == [
        ("Monday–Friday", "10 a.m.–6 p.m.", True, False),
        ("Saturday", "closed", False, True),
        ("Sunday", "day off", False, False),
    ]
    with time_machine.travel(f"2026-11-23T12:00{ALMATY}", tick=False):
        assert [row.days for row in timetable(branch).rows] == ["Monday–Saturday", "Sunday"]


def test_days_in_words():
    with override("en"):
        assert days_text([5, 6]) == "Saturday, Sunday"
        assert days_text(list(range(7))) == "Every day"
    with override("ru"):
        assert days_text([0, 1, 2, 3, 4]) == "Понедельник–пятница"
    with override("kk"):
        assert days_text([5, 6]) == "Сенбі, жексенбі"


def test_timetable_shows_the_season_that_holds_first(english):
    branch = BranchFactory()
    open_daily(branch)
    open_daily(branch, "09:00", "15:00", season=season(6, 1, 8, 31))
    with time_machine.travel(f"2026-07-01T12:00{ALMATY}", tick=False):
        summer = timetable(branch)
    assert (summer.season_name, summer.rows[0].text) == ("Summer", "9 a.m.–3 p.m.")
    assert [each.name for each in summer.seasons] == ["The rest of the year"]
    with time_machine.travel(f"2026-09-01T12:00{ALMATY}", tick=False):
        autumn = timetable(branch)
    assert (autumn.season_name, autumn.rows[0].text) == ("", "10 a.m.–6 p.m.")
    assert [each.name for each in autumn.seasons] == ["Summer"]
    assert autumn.seasons[0].dates == "June 1 – August 31"


def test_coming_holidays_stand_under_the_timetable(english):
    branch = BranchFactory()
    open_daily(branch)
    Holiday.objects.create(name_kk="Т", name_ru="День", month=12, day=16)
    Holiday.objects.create(name_kk="Ж", name_ru="Год", month=3, day=8, days=2)
    with time_machine.travel(f"2026-12-01T12:00{ALMATY}", tick=False):
        assert [each.name for each in timetable(branch).holidays] == ["Т"]
    with time_machine.travel(f"2026-12-16T12:00{ALMATY}", tick=False):
        assert [each.name for each in timetable(branch).holidays] == ["Т"]
    with time_machine.travel(f"2026-12-17T12:00{ALMATY}", tick=False):
        assert not timetable(branch).holidays


def test_queries_are_the_same_for_any_number_of_branches(django_assert_num_queries):
    for number in (1, 10):
        while Branch.objects.count() < number:
            open_daily(BranchFactory())
        # Four of the catalogue's own and one for the branches' pages.
        with django_assert_num_queries(5):
            assert len(branches_today()) == number
        with django_assert_num_queries(4):
            assert len(load_timetables(public_branches())) == number


def test_hidden_branches_are_not_listed():
    BranchFactory(open_to_public=False)
    assert branches_today() == []
    assert not public_branches()


def test_lunch_must_lie_within_the_day():
    from django.core.exceptions import ValidationError

    row = OpeningHours(
        branch=BranchFactory(),
        weekday=0,
        opens=datetime.time(10),
        closes=datetime.time(18),
        lunch_from=datetime.time(9),
        lunch_to=datetime.time(11),
    )
    with pytest.raises(ValidationError):
        row.full_clean()
