"""Objects fetched with their rows by one query are as Django's own two queries make them."""

from __future__ import annotations

import datetime

import pytest

from birge.catalogue.models import Branch, Record, Season
from birge.core.joined import with_rows
from birge.core.models import LibraryImage
from tests.factories.catalogue import AgentFactory, BranchFactory, RecordFactory, open_daily

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_all_rows_and_what_they_lead_to_by_one_query(django_assert_num_queries):
    abai, auezov = AgentFactory(name="Құнанбаев, Абай"), AgentFactory(name="Әуезов, Мұхтар")
    RecordFactory(title="Екі автор", authors=[abai, auezov], languages=["kaz", "rus"])
    RecordFactory(title="Авторсыз", authors=[])
    with django_assert_num_queries(1):
        found = with_rows(Record.objects.order_by("-pk"), "contributions", "agent")
        shown = [
            (each.title, [(row.agent.name, row.record is each) for row in each.contributions.all()])
            for each in found
        ]
    assert shown == [
        ("Авторсыз", []),
        ("Екі автор", [("Құнанбаев, Абай", True), ("Әуезов, Мұхтар", True)]),
    ]
    assert found[1].languages == ["kaz", "rus"]
    assert not [name for name in vars(found[1]) if name.startswith("joined_")]


def test_rows_are_in_their_own_order_with_every_type_of_value():
    branch = BranchFactory()
    summer = Season.objects.create(
        name_kk="Жаз", name_ru="Лето", from_month=6, from_day=1, to_month=8, to_day=31
    )
    open_daily(branch, "10:00", "18:00", season=summer)
    open_daily(branch, "09:00", "19:00")
    [found] = with_rows(Branch.objects.all(), "opening_hours", "season")
    rows = list(found.opening_hours.all())
    assert rows == list(Branch.objects.get().opening_hours.all())
    assert {row.opens for row in rows} == {datetime.time(9), datetime.time(10)}
    assert {row.season for row in rows} == {summer, None}


def test_no_objects():
    assert with_rows(LibraryImage.objects.all(), "renditions") == []
