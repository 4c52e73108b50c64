"""Opening hours, holidays and closures as staff type them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from birge.catalogue.models import Branch, Closure, Holiday, OpeningHours, Season
from birge.core.models import User
from tests.factories.catalogue import BranchFactory

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def branch() -> Branch:
    return BranchFactory(name_kk="Самал", code="samal", position=1)


def hours_form(*rows: dict[str, object], stored: int = 0) -> dict[str, object]:
    form = {
        "name_kk": "Самал",
        "code": "samal",
        "position": 1,
        "opening_hours-TOTAL_FORMS": len(rows),
        "opening_hours-INITIAL_FORMS": stored,
        "opening_hours-MIN_NUM_FORMS": 0,
        "opening_hours-MAX_NUM_FORMS": 1000,
    }
    usual = {"id": "", "opens": "10:00", "closes": "18:00"}
    for number, row in enumerate(rows):
        form |= {f"opening_hours-{number}-{name}": each for name, each in (usual | row).items()}
    return form


def save(admin: Client, branch: Branch, form: dict[str, object]) -> list[dict]:
    """What is wrong with each row; nothing where the form was accepted."""
    url = reverse(Branch.snippet_viewset.get_url_name("edit"), args=[branch.pk])
    response = admin.post(url, form)
    if response.status_code == 302:
        return []
    return [dict(row.errors) for row in response.context["form"].formsets["opening_hours"].forms]


def stored_hours(branch: Branch) -> dict[int, str]:
    return {row.weekday: f"{row.opens:%H:%M}" for row in branch.opening_hours.all()}


@pytest.mark.parametrize("in_season", [False, True])
def test_a_weekday_has_one_row(admin, branch, in_season):
    summer = Season.objects.create(
        name_kk="Ж", name_ru="Л", from_month=6, from_day=1, to_month=8, to_day=31
    )
    row = {"weekday": 0, "season": summer.pk if in_season else ""}
    first, second = save(admin, branch, hours_form(row, row))
    assert not first
    assert second
    assert not branch.opening_hours.exists()
    other = {"weekday": 0, "season": "" if in_season else summer.pk}
    assert save(admin, branch, hours_form(row, other)) == []
    assert branch.opening_hours.count() == 2


def test_a_row_that_takes_the_place_of_a_deleted_one(admin, branch):
    row = OpeningHours.objects.create(branch=branch, weekday=0, opens="09:00", closes="18:00")
    gone = {"id": row.pk, "weekday": 0, "DELETE": "on"}
    assert save(admin, branch, hours_form(gone, {"weekday": 0}, stored=1)) == []
    assert stored_hours(branch) == {0: "10:00"}


def test_rows_change_their_weekdays(admin, branch):
    first, second = (
        OpeningHours.objects.create(branch=branch, weekday=day, opens=opens, closes="18:00")
        for day, opens in ((0, "09:00"), (1, "11:00"))
    )
    form = hours_form(
        {"id": first.pk, "weekday": 1, "opens": "09:00"},
        {"id": second.pk, "weekday": 0, "opens": "11:00"},
        stored=2,
    )
    assert save(admin, branch, form) == []
    assert stored_hours(branch) == {0: "11:00", 1: "09:00"}


def test_lunch_without_an_opening_time_asks_for_the_time(admin, branch):
    row = {"weekday": 0, "opens": "", "lunch_from": "13:00", "lunch_to": "14:00"}
    (errors,) = save(admin, branch, hours_form(row))
    assert set(errors) == {"opens"}


@pytest.mark.parametrize("year", [0, 26, 1999, 2101, 20260])
def test_a_year_that_no_holiday_is_of(admin, year):
    data = {"name_kk": "М", "name_ru": "П", "day": 29, "month": 2, "days": 1, "year": year}
    response = admin.post(reverse("catalogue_holiday:add"), data)
    assert set(response.context["form"].errors) == {"year"}
    assert admin.post(reverse("catalogue_holiday:add"), {**data, "year": ""}).status_code == 302
    assert Holiday.objects.get().year is None


def test_a_closure_is_announced_before_it_ends(admin):
    data = {"starts": "2026-05-01", "ends": "2026-05-03", "reason_kk": "Ж", "reason_ru": "Р"}
    url = reverse("catalogue_closure:add")
    response = admin.post(url, {**data, "show_from": "2026-05-04"})
    assert set(response.context["form"].errors) == {"show_from"}
    assert admin.post(url, {**data, "show_from": "2026-05-03"}).status_code == 302


def test_the_list_of_closures_is_in_the_reader_s_words(admin, branch):
    days = {"starts": "2026-05-01", "ends": "2026-05-03", "reason_kk": "Ж", "reason_ru": "Ремонт"}
    Closure.objects.create(**days)
    Closure.objects.create(branch=branch, **days)
    with override("ru"):
        assert [each.place for each in Closure.objects.all()] == ["Все филиалы", branch.name]
    UserProfile.objects.create(user=User.objects.get(), preferred_language="ru")
    text = admin.get(reverse("catalogue_closure:index")).content.decode()
    assert "Причина" in text
    assert "Все филиалы" in text
