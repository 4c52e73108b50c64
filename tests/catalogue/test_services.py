"""What staff change: the records that hang on it follow."""

from __future__ import annotations

import datetime

import pytest

from birge.catalogue.models import Holding, Record
from birge.catalogue.services import ContributionInput, save_record, sources
from birge.catalogue.services.records import delete_holding, save_agent, save_holding
from birge.catalogue.services.sources import save_source
from tests.catalogue.samples import holdings, marc21
from tests.factories.catalogue import (
    AgentFactory,
    BranchFactory,
    HoldingFactory,
    RecordFactory,
    SourceFactory,
)
from tests.hearing import hearing

pytestmark = [pytest.mark.django_db, pytest.mark.database]


LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def changed():
    """Ids of records that changed since this was last asked."""

    def changed_() -> set[int]:
        found = Record.objects.filter(updated_at__gt=LONG_AGO)
        ids = set(found.values_list("pk", flat=True))
        found.update(updated_at=LONG_AGO)
        return ids

    return changed_


def test_renamed_person_is_renamed_in_the_author_lines():
    first, second = AgentFactory(name="Дулатов, Мир"), AgentFactory(name="Әуезов, Мұхтар")
    alone = RecordFactory(authors=[first])
    both = RecordFactory(authors=[second, first])
    other = RecordFactory(authors=[second])
    edited = save_record(
        RecordFactory.build(source=alone.source),
        [ContributionInput(second), ContributionInput(first, "edt")],
    )
    first.name = "Дулатұлы, Міржақып"
    save_agent(first)
    lines = dict(Record.objects.values_list("pk", "author"))
    assert lines == {
        alone.pk: "Міржақып Дулатұлы",
        both.pk: "Мұхтар Әуезов, Міржақып Дулатұлы",
        other.pk: "Мұхтар Әуезов",
        edited.pk: "Мұхтар Әуезов",
    }


def test_record_changes_with_those_it_names(changed):
    agent = AgentFactory()
    named, _other = RecordFactory(authors=[agent]), RecordFactory()
    changed()
    agent.name_ru = "Ауэзов, Мухтар"
    save_agent(agent)
    assert changed() == {named.pk}


def test_record_changes_with_its_copies(changed):
    first, second, _other = RecordFactory(), RecordFactory(), RecordFactory()
    copy = HoldingFactory.build(record=first, branch=BranchFactory())
    changed()
    save_holding(copy)
    assert changed() == {first.pk}
    copy.record = second
    save_holding(copy)
    assert changed() == {first.pk, second.pk}
    delete_holding(Holding.objects.get())
    assert changed() == {second.pk}


def test_record_changes_with_copies_that_come_by_themselves(run, changed):
    records = marc21("1") + marc21("2")
    run(records)
    first, second = Record.objects.order_by("control_number").values_list("pk", flat=True)
    changed()
    run(holdings("h1", "1", ("c", "b1")))
    assert changed() == {first}
    run(holdings("h1", "1", ("c", "b1")))
    assert changed() == set()
    run(holdings("h1", "2", ("c", "b1")))
    assert changed() == {first, second}
    run(records + holdings("h2", "1", ("c", "b2")), full=True)
    assert changed() == {first, second}


def test_source_that_begins_to_speak_of_now_tells_of_its_records(changed):
    mine = RecordFactory()
    RecordFactory(source=SourceFactory(name="Other"))
    source = mine.source
    changed()
    with hearing() as heard:
        source.description = "IRBIS"
        save_source(source)
        assert (heard, changed()) == ([], set())
        source.live_status = True
        save_source(source)
        assert (heard, changed()) == ([[mine.pk]], {mine.pk})


def test_many_records_of_a_source_are_left_to_the_queue(
    monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(sources, "AT_ONCE", 2)
    ids = [RecordFactory().pk for _number in range(5)]
    source = Record.objects.first().source
    source.live_status = True
    with hearing() as heard:
        with django_capture_on_commit_callbacks() as waiting:
            save_source(source)
        assert heard == []
        for tell in waiting:
            tell()
        assert heard == [ids[:2], ids[2:4], ids[4:]]
