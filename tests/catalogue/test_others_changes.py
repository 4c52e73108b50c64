"""Two windows on one thing in the admin: nothing is undone unasked."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from birge.catalogue.models import Agent, Branch, Holding, Record
from birge.catalogue.services import ContributionInput, save_record
from tests.catalogue.test_admin import page, record_form
from tests.factories.catalogue import (
    AgentFactory,
    BranchFactory,
    HoldingFactory,
    RecordFactory,
    open_daily,
)

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
    label = str(answer.context["form"].fields["annotation"].label)
    assert label in answer.context["form"].non_field_errors()[0]
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


def as_shown(html: str) -> dict[str, object]:
    """What a browser would send if nobody touched the form."""
    form = BeautifulSoup(html, "html.parser").find(id="w-editor-form")
    data: dict[str, object] = {}
    for each in form.find_all(["input", "textarea", "select"]):
        name, kind = each.get("name"), each.get("type")
        if not name or "__prefix__" in name or kind == "submit":
            continue
        if each.name == "textarea":
            data[name] = each.text.removeprefix("\n")
        elif each.name == "select":
            chosen = each.find("option", selected=True) or each.find("option")
            data[name] = chosen["value"] if chosen else ""
        elif kind not in ("checkbox", "radio"):
            data[name] = each.get("value", "")
        elif each.has_attr("checked"):
            data.setdefault(name, []).append(each.get("value", "on"))
    return data


def open_branch() -> Branch:
    branch = BranchFactory()
    open_daily(branch)
    return branch


@pytest.mark.parametrize(
    ("factory", "field"),
    [
        (lambda: RecordFactory(authors=["Әуезов, Мұхтар", "Абай"]), "edition"),
        (lambda: AgentFactory(variants=["Ауэзов"]), "dates"),
        (open_branch, "phone"),
        (HoldingFactory, "note"),
    ],
)
def test_the_second_window_is_told_of_that_field_alone(admin, factory, field):
    row = factory()
    url = (
        reverse("catalogue_holding:edit", args=[row.pk])
        if isinstance(row, Holding)
        else page(type(row), "edit", row.pk)
    )
    first, second = (as_shown(admin.get(url).content.decode()) for _window in "12")
    value = "+7 700 000 00 01" if field == "phone" else "1897"
    answer = admin.post(url, first | {field: value})
    assert answer.status_code == 302, answer.context["form"].errors
    answer = admin.post(url, second)
    form = answer.context["form"]
    label = str(form.fields[field].label)
    assert f": {label}." in form.non_field_errors()[0]
    assert admin.post(url, as_shown(answer.content.decode())).status_code == 302


def test_saving_again_works_where_the_authors_were_replaced(admin):
    record = RecordFactory(authors=["Әуезов, Мұхтар", "Абай"])
    url = page(Record, "edit", record.pk)
    mine = as_shown(admin.get(url).content.decode()) | {"edition": "2-басылым"}
    save_record(record, [ContributionInput(AgentFactory(name="Сейфуллин, Сәкен"))])
    answer = admin.post(url, mine)
    assert answer.status_code == 200
    again = admin.post(url, as_shown(answer.content.decode()))
    assert again.status_code == 302, again.context["form"].formsets["contributions"].errors
    record.refresh_from_db()
    assert record.edition == "2-басылым"
    assert record.contributions.count() == 2
