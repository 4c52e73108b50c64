"""Imports: what they keep, change, refuse and leave alone."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from birge.catalogue import changes
from birge.catalogue.choices import RecordStatus, RunStatus
from birge.catalogue.models import (
    Agent,
    Branch,
    Contribution,
    Holding,
    ImportRun,
    OriginalRecord,
    Record,
    Reject,
    Source,
)
from birge.catalogue.services import ImportFailed, ImportJob, withdraw_records
from birge.catalogue.services.imports import ImportReport
from tests.catalogue.samples import holdings, marc21
from tests.factories.catalogue import BranchFactory, HoldingFactory
from tests.hearing import hearing

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def counts(report: ImportReport) -> dict[str, int]:
    names = ("read", "created", "updated", "unchanged", "rejected")
    return {name: number for name in names if (number := getattr(report.run, name))}


def everything() -> list:
    models = (Source, Record, OriginalRecord, Agent, Contribution, Branch, Holding)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_first_import_keeps_what_the_record_says(run):
    branch = BranchFactory(code="central")
    data = marc21("1", copies=[("central", "b1"), ("central", "b2")])
    report = run(data)
    assert counts(report) == {"read": 1, "created": 1}
    assert report.run.status == RunStatus.DONE
    record = Record.objects.get()
    assert (record.title, record.author, record.year) == ("Абай жолы", "Мұхтар Әуезов", 1977)
    assert record.title_key
    assert bytes(record.original.data) == data
    assert [each.agent.name for each in record.contributions.all()] == ["Әуезов, Мұхтар"]
    assert {each.barcode for each in branch.holdings.all()} == {"b1", "b2"}


def test_same_file_again_changes_nothing(run):
    data = marc21("1", copies=[("central", "b1")]) + marc21("2", "Қан мен тер")
    run(data)
    before = everything()
    report = run(data)
    assert counts(report) == {"read": 2, "unchanged": 2}
    assert everything() == before


def test_changed_record_is_updated_in_place(run):
    run(marc21("1", copies=[("central", "b1"), ("central", "b2")]))
    before = Record.objects.get()
    kept = Holding.objects.get(barcode="b1")
    report = run(
        marc21("1", "Абай", "Кунанбаев, Абай", copies=[("central", "b1"), ("north", "b3")])
    )
    assert counts(report) == {"read": 1, "updated": 1}
    record = Record.objects.get()
    assert (record.pk, record.public_id) == (before.pk, before.public_id)
    assert (record.title, record.author) == ("Абай", "Абай Кунанбаев")
    assert record.title_key != before.title_key
    assert record.contributions.get().agent.name == "Кунанбаев, Абай"
    assert {each.barcode for each in record.holdings.all()} == {"b1", "b3"}
    assert record.holdings.get(barcode="b1").pk == kept.pk


def test_public_id_follows_from_source_and_number(run):
    run(marc21("1"))
    first = Record.objects.get().public_id
    Record.objects.all().delete()
    run(marc21("1", "Another title"))
    assert Record.objects.get().public_id == first


def test_same_number_in_two_sources_is_two_records(run):
    run(marc21("1"))
    run(marc21("1"), source="Other")
    assert Record.objects.count() == 2
    assert len(set(Record.objects.values_list("public_id", flat=True))) == 2


def test_taken_public_id_gives_way_to_the_next(run, monkeypatch):
    from birge.catalogue.services import batches

    ids = {0: "0000000000", 1: "1111111111", 2: "2222222222"}
    monkeypatch.setattr(batches, "derived_public_id", lambda *_names, attempt: ids[attempt])
    run(marc21("1") + marc21("2"))
    run(marc21("3"))
    assert set(Record.objects.values_list("public_id", flat=True)) == set(ids.values())


def test_last_record_with_a_number_wins(run, settings):
    data = marc21("1", "First") + marc21("2") + marc21("1", "Last")
    for size in (500, 1):
        settings.BIRGE_IMPORT_BATCH = size
        report = run(data, source=f"Source {size}")
        assert Record.objects.get(control_number="1", source__name=f"Source {size}").title == "Last"
        assert counts(report) == {"read": 3, "created": 2}
        assert report.files[0].outcomes["superseded"] == 1
        assert counts(run(data, source=f"Source {size}")) == {"read": 3, "unchanged": 2}


def test_record_without_number_is_known_by_its_bytes(run):
    run(marc21(None))
    report = run(marc21(None) + marc21(None, "Other"))
    assert counts(report) == {"read": 2, "created": 1, "unchanged": 1}
    assert all(each.control_number.startswith("sha256:") for each in Record.objects.all())


def test_hidden_stays_hidden_and_withdrawn_comes_back(run):
    run(marc21("1") + marc21("2"))
    Record.objects.filter(control_number="1").update(status=RecordStatus.HIDDEN)
    withdraw_records(Record.objects.filter(control_number="2").values_list("pk", flat=True))
    report = run(marc21("1", "Changed") + marc21("2"))
    hidden, restored = Record.objects.order_by("control_number")
    assert (hidden.status, hidden.title) == (RecordStatus.HIDDEN, "Changed")
    assert (restored.status, restored.withdrawn_at) == (RecordStatus.ACTIVE, None)
    assert counts(report) == {"read": 2, "updated": 2}


def test_copies_entered_by_staff_are_not_touched(run):
    run(marc21("1", copies=[("central", "b1")]))
    mine = HoldingFactory(record=Record.objects.get(), branch=Branch.objects.get(), barcode="mine")
    run(marc21("1", "Changed", copies=[]))
    assert list(Holding.objects.all()) == [mine]


def test_branch_code_is_matched_without_case_and_signs(run):
    branch = BranchFactory(code="central", other_codes=["ОБ № 1"])
    run(marc21("1", copies=[("CENTRAL", "b1"), ("об №1", "b2"), ("об.№ 1", "b3")]))
    assert branch.holdings.count() == 3


def test_unknown_branch_is_made_and_hidden(run):
    BranchFactory(code="central")
    run(marc21("1", copies=[("Фил. 3", "b1"), ("Фил. 4", "b2"), ("фил 3", "b3")]))
    made = Branch.objects.filter(open_to_public=False)
    assert {each.name_kk for each in made} == {"Фил. 3", "Фил. 4"}
    assert Holding.objects.count() == 3


@pytest.mark.parametrize(("branches", "code"), [(1, "only"), (2, "unknown"), (0, "unknown")])
def test_copy_without_branch(run, branches, code):
    for number in range(branches):
        BranchFactory(code="only" if branches == 1 else f"b{number}")
    run(marc21("1", copies=[("", "b1")]))
    assert Holding.objects.get().branch.code == code


def test_holdings_record_belongs_to_its_parent(run):
    run(marc21("1") + holdings("h1", "1", ("central", "b1"), ("north", "b2")))
    record = Record.objects.get()
    assert {each.barcode for each in record.holdings.all()} == {"b1", "b2"}
    assert {each.origin for each in record.holdings.all()} == {"h1"}
    before = everything()
    report = run(marc21("1") + holdings("h1", "1", ("central", "b1"), ("north", "b2")))
    assert report.files[0].outcomes["holdings"] == 1
    assert everything() == before


def test_holdings_record_may_come_before_its_parent_and_move(run, settings):
    settings.BIRGE_IMPORT_BATCH = 1
    run(holdings("h1", "1", ("central", "b1")) + marc21("1") + marc21("2"))
    assert Holding.objects.get().record.control_number == "1"
    run(holdings("h1", "2", ("central", "b1")))
    assert Holding.objects.get().record.control_number == "2"


def test_holdings_record_without_parent_is_rejected(run):
    report = run(marc21("1") + holdings("h1", "9", ("central", "b1")))
    assert counts(report) == {"read": 2, "created": 1, "rejected": 1}
    reject = Reject.objects.get()
    assert (reject.reason, reject.control_number, reject.position) == ("parent_missing", "h1", 2)
    assert bytes(reject.data) == holdings("h1", "9", ("central", "b1"))


def test_latest_day_of_a_copy_is_on_the_record(run):
    run(marc21("1", copies=[("central", "b1")]))
    record = Record.objects.get()
    assert record.received_on is None
    HoldingFactory(record=record, branch=Branch.objects.get(), received_on="2026-11-02")
    run(marc21("1", "Changed", copies=[("central", "b1")]))
    record.refresh_from_db()
    assert str(record.received_on) == "2026-11-02"


def test_broken_records_are_kept_with_reason_and_bytes(run):
    report = run(marc21("1") + b"This is no MARC at all\x1d" + marc21("2"))
    assert report.run.created == 2
    assert report.run.rejected == Reject.objects.count() >= 1
    assert all(each.reason and each.data for each in Reject.objects.all())
    assert report.run.status == RunStatus.DONE


def test_value_the_database_refuses_rejects_one_record_only(run, monkeypatch):
    from birge.catalogue.services import batches

    original = batches.record_values

    def poisoned(data, number):
        values = original(data, number)
        if number == "2":
            values["material_type"] = None
        return values

    monkeypatch.setattr(batches, "record_values", poisoned)
    report = run(marc21("1") + marc21("2") + marc21("3") + holdings("h", "3", ("c", "b")))
    assert counts(report) == {"read": 4, "created": 2, "rejected": 1}
    assert Reject.objects.get().reason == "refused_by_database"
    assert Holding.objects.count() == 1


def test_nul_and_overlong_values_do_not_stop_an_import(run):
    report = run(marc21("1", "Title\0with NUL", "Ә" * 900, copies=[("c" * 300, "b" * 300)]))
    assert report.run.created == 1
    assert "\0" not in Record.objects.get().title


def test_listeners_hear_of_every_batch(run, settings):
    settings.BIRGE_IMPORT_BATCH = 2
    with hearing() as heard:
        run(b"".join(marc21(str(number)) for number in range(5)))
        assert [len(ids) for ids in heard] == [2, 2, 1]
        heard.clear()
        run(b"".join(marc21(str(number)) for number in range(5)))
        assert heard == []


def test_new_records_are_handed_on_as_the_database_has_them(run):
    """Whoever is told does not read them again; what was there before, or got copies, it does."""
    run(marc21("1", "Абай жолы"))
    told: list[dict[int, Record]] = []

    def compare(ids, made):
        told.append(dict(made))
        for pk, record in made.items():
            stored = Record.objects.get(pk=pk)
            for field in Record._meta.concrete_fields:
                assert getattr(record, field.attname) == getattr(stored, field.attname), field

    changes.on_records_changed(compare)
    try:
        run(
            marc21("1", "Абай жолы, екінші басылым")
            + marc21("2", "Қан\0 мен тер", "Нұрпейісов, Ә.", copies=[("C", "b1")])
            + marc21("3", "Махаббат, қызық мол жылдар")
            + holdings("h3", "3", ("C", "b3"))
        )
    finally:
        changes.forget(compare)
    [made] = told
    assert [record.control_number for record in made.values()] == ["2"]


def test_trial_writes_nothing_and_counts_all(run):
    data = marc21("1") + marc21("2") + holdings("h1", "1", ("c", "b")) + holdings("h2", "9")
    report = run(data, dry_run=True)
    assert counts(report) == {"read": 4, "created": 2, "rejected": 1}
    assert not any(everything())
    assert not ImportRun.objects.exists()
    run(data)
    report = run(marc21("1", "Changed") + marc21("2"), dry_run=True)
    assert counts(report) == {"read": 2, "updated": 1, "unchanged": 1}


def test_full_export_withdraws_what_is_gone(run):
    run(marc21("1") + marc21("2") + marc21("3"), full=True)
    run(marc21("9"), source="Other")
    report = run(marc21("1") + marc21("2"), full=True)
    assert (report.plan.count, report.plan.total, report.withdrawn) == (1, 3, 1)
    assert report.plan.titles == ["Абай жолы"]
    gone = Record.objects.get(status=RecordStatus.WITHDRAWN)
    assert gone.control_number == "3"
    assert gone.withdrawn_at
    report.run.refresh_from_db()
    assert report.run.withdrawn == 1


def test_full_export_spares_what_staff_entered(run):
    from tests.factories.catalogue import RecordFactory

    run(marc21("1"), full=True)
    RecordFactory(source=Source.objects.get(), control_number="staff")
    assert run(marc21("1"), full=True).plan.count == 0


def test_full_export_drops_copies_of_vanished_holdings_records(run):
    run(
        marc21("1") + holdings("h1", "1", ("c", "b1")) + holdings("h2", "1", ("c", "b2")), full=True
    )
    run(marc21("1") + holdings("h1", "1", ("c", "b1")), full=True)
    assert Holding.objects.get().origin == "h1"


def test_full_trial_only_shows(run):
    run(marc21("1") + marc21("2"))
    report = run(marc21("1"), full=True, dry_run=True)
    assert report.plan.count == 1
    assert not Record.objects.filter(status=RecordStatus.WITHDRAWN).exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        marc21("1") + b"".join(holdings(f"h{n}", "none", ("c", "b")) for n in range(3)),
    ],
)
def test_full_export_that_cannot_be_trusted_withdraws_nothing(run, data):
    run(marc21("1") + marc21("2"))
    report = run(data, full=True)
    assert report.refusal
    assert report.withdrawn == 0
    assert not Record.objects.filter(status=RecordStatus.WITHDRAWN).exists()


def test_more_than_half_is_withdrawn_only_when_said_beforehand(run, tmp_path):
    run(b"".join(marc21(str(number)) for number in range(4)))
    path = tmp_path / "full.mrc"
    path.write_bytes(marc21("1"))
    with ImportJob([path], "Library", full=True) as job:
        job.run()
        assert job.withdraw() == 0
        assert job.report.refusal
        assert job.withdraw(confirmed=True) == 3


def test_stopped_import_keeps_what_it_wrote_and_can_be_repeated(run, settings):
    settings.BIRGE_IMPORT_BATCH = 2
    data = b"".join(marc21(str(number)) for number in range(6))
    asked = iter([False] * 3)
    report = run(data, full=True, should_stop=lambda: next(asked, True))
    assert report.run.status == RunStatus.STOPPED
    assert Record.objects.count() == report.run.created == 3
    assert report.refusal
    assert run(data).run.created == 3


def test_interrupt_in_a_batch_undoes_that_batch(run, settings):
    settings.BIRGE_IMPORT_BATCH = 2

    def interrupt(heard):
        if len(heard) == 2:
            raise KeyboardInterrupt

    with hearing(interrupt):
        report = run(b"".join(marc21(str(number)) for number in range(6)))
    assert report.run.status == RunStatus.STOPPED
    assert Record.objects.count() == 2


def test_database_that_fails_ends_the_run_and_says_so(run, settings):
    settings.BIRGE_IMPORT_BATCH = 2

    def fail(_heard):
        if Record.objects.count() > 2:
            raise OperationalError("database or disk is full")

    with hearing(fail), pytest.raises(ImportFailed, match="database or disk is full"):
        run(b"".join(marc21(str(number)) for number in range(6)))
    assert Record.objects.count() == 2
    last = ImportRun.objects.get()
    assert (last.status, last.error) == (RunStatus.FAILED, "database or disk is full")


def test_queries_do_not_grow_with_the_batch(run, django_assert_max_num_queries):
    few = b"".join(marc21(f"a{n}", copies=[("c", f"a{n}")]) for n in range(10))
    many = b"".join(marc21(f"b{n}", copies=[("c", f"b{n}")]) for n in range(100))
    run(few)
    with django_assert_max_num_queries(60):
        run(many)
