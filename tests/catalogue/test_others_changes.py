"""Two windows on one thing in the admin: nothing is undone unasked."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from birge.catalogue.models import Agent, Branch, Holding, Record
from birge.catalogue.services import ContributionInput, save_record
from tests.catalogue.test_admin import page, record_form
from tests.factories.catalogue import AgentFactory, BranchFactory, HoldingFactory, RecordFactory

pytestmark = pytest.mark.django_db


def opened(admin, url: str) -> str:
    """What the page that was opened has to remember."""
    html = admin.get(url).content.decode()
    found = re.findall(r'<input[^>]*name="seen"[^>]*value="([^"]*)"', html)
    assert len(found) == 1
    return found[0]


@pytest.fixture
def record():
    return RecordFactory(title="Абай жолы", languages=["kaz"])


def save(admin, record: Record, **values: object):
    own = {"source": record.source_id, "control_number": record.control_number}
    return admin.post(page(Record, "edit", record.pk), record_form(**own, **values))


def change(record: Record, **values: object) -> None:
    Record.objects.filter(pk=record.pk).update(**values)


def test_the_second_to_save_is_told_and_loses_nothing(admin, record):
    seen = opened(admin, page(Record, "edit", record.pk))
    change(record, annotation="Басқа терезеден")
    answer = save(admin, record, title="Менің атауым", seen=seen)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Менің атауым" in text
    assert "“Аннотация”" in answer.context["form"].non_field_errors()[0]
    record.refresh_from_db()
    assert (record.title, record.annotation) == ("Абай жолы", "Басқа терезеден")


def test_saving_again_is_an_answer(admin, record):
    seen = opened(admin, page(Record, "edit", record.pk))
    change(record, annotation="Басқа терезеден")
    answer = save(admin, record, title="Менің атауым", seen=seen)
    [again] = re.findall(r'name="seen"[^>]*value="([^"]*)"', answer.content.decode())
    assert save(admin, record, title="Менің атауым", seen=again).status_code == 302
    record.refresh_from_db()
    assert (record.title, record.annotation) == ("Менің атауым", "")


def test_the_same_form_sent_twice_is_no_change(admin, record):
    seen = opened(admin, page(Record, "edit", record.pk))
    for _time in range(2):
        assert save(admin, record, title="Менің атауым", seen=seen).status_code == 302


def test_rows_of_a_form_are_seen_too(admin, record):
    seen = opened(admin, page(Record, "edit", record.pk))
    save_record(record, [ContributionInput(AgentFactory())])
    answer = save(admin, record, title="Менің атауым", seen=seen)
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()


def test_what_nobody_changed_is_saved(admin, record):
    seen = opened(admin, page(Record, "edit", record.pk))
    assert save(admin, record, title="Менің атауым", seen=seen).status_code == 302
    record.refresh_from_db()
    assert record.title == "Менің атауым"


@pytest.mark.parametrize("factory", [AgentFactory, BranchFactory, HoldingFactory])
def test_other_forms_remember_too(admin, factory):
    row = factory()
    url = (
        reverse("catalogue_holding:edit", args=[row.pk])
        if isinstance(row, Holding)
        else page(type(row), "edit", row.pk)
    )
    before = opened(admin, url)
    changed = {Agent: {"dates": "1897"}, Branch: {"phone": "+7"}, Holding: {"note": "түптеу"}}
    type(row).objects.filter(pk=row.pk).update(**changed[type(row)])
    assert opened(admin, url) != before


def test_a_new_thing_has_nothing_to_remember(admin):
    assert 'name="seen"' not in admin.get(page(Record, "add")).content.decode()
