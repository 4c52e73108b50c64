"""Imports: copies of holdings records beside those embedded in records."""

from __future__ import annotations

import pytest

from birge.catalogue.models import Holding
from birge.catalogue.services import ImportJob
from tests.catalogue.samples import holdings, marc21

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def barcodes() -> set[str]:
    return set(Holding.objects.values_list("barcode", flat=True))


def test_holdings_record_named_as_embedded_copies_leaves_those_alone(run):
    records = b"".join(marc21(f"b{n}", copies=[("central", f"c{n}")]) for n in range(5))
    embedded = {f"c{n}" for n in range(5)}
    run(records)
    run(holdings("record", "b0", ("central", "h1")))
    assert barcodes() == {*embedded, "h1"}
    # It is still known by its number: coming again, it replaces its own copies and no others.
    run(holdings(" record", "b0", ("central", "h2")))
    assert barcodes() == {*embedded, "h2"}
    # And a record that comes again leaves its copies alone.
    run(marc21("b0", "Changed", copies=[("central", "c0")]))
    assert barcodes() == {*embedded, "h2"}


def with_holdings(*numbers: int) -> bytes:
    """Three records, and holdings records of those that are named."""
    records = b"".join(marc21(f"b{n}") for n in range(3))
    return records + b"".join(holdings(f"h{n}", f"b{n}", ("central", f"c{n}")) for n in numbers)


def test_full_export_without_holdings_records_says_nothing_of_copies(run):
    run(with_holdings(0, 1, 2))
    report = run(with_holdings(), full=True)
    assert (report.plan.count, report.plan.copies, report.plan.copies_total) == (0, 0, 0)
    assert barcodes() == {"c0", "c1", "c2"}


def test_copies_that_would_go_are_in_the_plan(run):
    run(with_holdings(0, 1, 2))
    report = run(with_holdings(0, 1), full=True, dry_run=True)
    assert (report.plan.count, report.plan.copies, report.plan.copies_total) == (0, 1, 3)
    assert barcodes() == {"c0", "c1", "c2"}
    run(with_holdings(0, 1), full=True)
    assert barcodes() == {"c0", "c1"}


def test_more_than_half_of_the_copies_go_only_when_said_beforehand(run, tmp_path):
    run(with_holdings(0, 1, 2))
    path = tmp_path / "full.mrc"
    path.write_bytes(with_holdings(0))
    with ImportJob([path], "Library", full=True) as job:
        job.run()
        job.withdraw()
        assert job.report.refusal
        assert barcodes() == {"c0", "c1", "c2"}
        job.withdraw(confirmed=True)
        assert not job.report.refusal
    assert barcodes() == {"c0"}
