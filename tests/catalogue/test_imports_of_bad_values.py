"""Imports: what no database can keep, and runs that something unforeseen ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from birge.catalogue.choices import RunStatus
from birge.catalogue.models import Holding, ImportRun, Record, Reject
from birge.catalogue.services import ImportJob, copies
from tests.catalogue.samples import HOLDINGS_LEADER, LEADER, holdings, marc21
from tests.hearing import hearing

pytestmark = [pytest.mark.django_db, pytest.mark.database]

HALF = "\ud800"


def in_json(number: str, title: str) -> dict:
    """A record in JSON, whose texts may hold what no other form of MARC can."""
    subfields = [{"a": title}]
    return {
        "leader": LEADER,
        "fields": [{"001": number}, {"245": {"ind1": "1", "ind2": "0", "subfields": subfields}}],
    }


def test_half_of_a_character_in_json_stops_no_import(run):
    items = {
        "leader": HOLDINGS_LEADER,
        "fields": [
            {"001": f"h{HALF}"},
            {"004": f"2{HALF}"},
            {"852": {"ind1": "8", "ind2": " ", "subfields": [{"b": "c"}, {"p": f"b{HALF}"}]}},
        ],
    }
    found = [in_json(HALF, "First"), in_json("1", f"Second{HALF}"), in_json(f"2{HALF}", "Third")]
    report = run(json.dumps([*found, items]).encode())
    assert (report.run.status, report.run.created, report.run.rejected) == (RunStatus.DONE, 3, 0)
    assert Record.objects.get(control_number="1").title.startswith("Second")
    assert Holding.objects.get().record.title == "Third"


def test_file_whose_name_is_in_no_known_encoding(tmp_path):
    path = tmp_path / os.fsdecode("книги.mrc".encode("cp1251"))
    path.write_bytes(marc21("1") + b"This is no MARC at all\x1d")
    with ImportJob([path], "Library") as job:
        report = job.run()
    assert (report.run.created, report.run.rejected) == (1, 1)
    last = ImportRun.objects.get()
    assert last.status == RunStatus.DONE
    assert last.files == [last.found[0]["file"]] == [Reject.objects.get().file]
    assert last.files[0].endswith(".mrc")


def test_copy_that_is_refused_keeps_no_other_from_its_late_parent(run, settings, monkeypatch):
    settings.BIRGE_IMPORT_BATCH = 2
    original = copies.holding_values

    def poisoned(data, origin, key):
        if data.barcode == "bad":
            raise ValueError("no barcode")
        return original(data, origin, key)

    monkeypatch.setattr(copies, "holding_values", poisoned)
    before = holdings("h1", "1", ("c", "good")) + holdings("h2", "1", ("c", "bad"))
    report = run(before + marc21("1"))
    assert report.run.status == RunStatus.DONE
    assert Holding.objects.get().barcode == "good"
    reject = Reject.objects.get()
    assert (reject.reason, reject.control_number) == ("refused_by_database", "h2")


@pytest.mark.parametrize("error", [RuntimeError("a fault of ours"), SystemExit("ended")])
def test_whatever_ends_a_run_marks_it_as_failed(run, error):
    def fail(_heard):
        raise error

    with hearing(fail), pytest.raises(type(error)):
        run(marc21("1"))
    last = ImportRun.objects.get()
    assert (last.status, last.error) == (RunStatus.FAILED, f"{type(error).__name__}: {error}")
    assert last.finished_at


def test_fault_before_the_run_is_kept_is_told_as_it_is(tmp_path: Path, monkeypatch):
    from birge.catalogue.services import imports

    def fail(**_values):
        raise RuntimeError("no source")

    monkeypatch.setattr(imports.Source.objects, "get_or_create", fail)
    (tmp_path / "a.mrc").write_bytes(marc21("1"))
    with ImportJob([tmp_path / "a.mrc"], "Library") as job, pytest.raises(RuntimeError):
        job.run()
    assert not ImportRun.objects.exists()
