"""Imports: copies of holdings records beside those embedded in records."""

from __future__ import annotations

import pytest

from birge.catalogue.models import Holding
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
