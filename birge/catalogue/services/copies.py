"""Copies that a source gives, brought in step with what it says now; those of staff are not touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Max
from django.utils import timezone

from birge.catalogue.marc.bibliographic import HoldingData
from birge.catalogue.models import Holding, Record
from birge.catalogue.services.branches import BranchFinder
from birge.catalogue.services.mapping import HOLDING_TEXTS, holding_keys, holding_values
from birge.catalogue.services.rows import insert_rows
from birge.core.among import among

SYNCED = ("branch_id", "received_on", "price", *HOLDING_TEXTS)
UPDATED = ["branch", "received_on", "price", *HOLDING_TEXTS]
INSERTED = ("record", "status", *UPDATED, "origin", "origin_key")


@dataclass
class WantedCopies:
    """What the source says of one origin of a record: all its copies, in order."""

    record_id: int
    origin: str
    holdings: list[HoldingData] = field(default_factory=list)


def insert_copies(wanted: Iterable[WantedCopies], finder: BranchFinder) -> None:
    """Make all the copies; only for origins that have none yet."""
    _insert(values for each in wanted for values in _values(each, finder))


def sync_copies(
    existing: Iterable[Holding], wanted: Iterable[WantedCopies], finder: BranchFinder
) -> set[int]:
    """Make, change and delete copies so that the existing become the wanted.

    `existing` are all copies of the wanted origins. Returns ids of records whose copies changed.
    A copy keeps its status: the source of records does not know it.
    """
    left = {(each.record_id, each.origin, each.origin_key): each for each in existing}
    new, changed = [], []
    for values in (values for each in wanted for values in _values(each, finder)):
        known = left.pop((values["record_id"], values["origin"], values["origin_key"]), None)
        if known is None:
            new.append(values)
        elif any(getattr(known, name) != values[name] for name in SYNCED):
            for name in SYNCED:
                setattr(known, name, values[name])
            changed.append(known)
    _insert(new)
    if changed:
        Holding.objects.bulk_update(changed, UPDATED, batch_size=50)
    if left:
        Holding.objects.filter(pk__in=[each.pk for each in left.values()]).delete()
    touched = {each.record_id for each in (*changed, *left.values())}
    return touched | {values["record_id"] for values in new}


def _values(wanted: WantedCopies, finder: BranchFinder) -> Iterator[dict[str, object]]:
    keys = holding_keys(wanted.holdings)
    for data, key in zip(wanted.holdings, keys, strict=True):
        values = holding_values(data, wanted.origin, key)
        values["record_id"] = wanted.record_id
        values["branch_id"] = finder.find(data.branch_code)
        yield values


def _insert(copies: Iterable[dict[str, object]]) -> None:
    texts = ("received_on", "price", *HOLDING_TEXTS, "origin", "origin_key")
    rows = [
        (each["record_id"], "", each["branch_id"], *(each[name] for name in texts))
        for each in copies
    ]
    insert_rows(Holding, INSERTED, rows)


def refresh_received_on(record_ids: Iterable[int]) -> None:
    """Bring the day the latest copy came in step with the copies; two queries and few updates."""
    ids = list(record_ids)
    if not ids:
        return
    latest = dict(
        Holding.objects.filter(record__in=ids)
        .order_by()
        .values_list("record_id")
        .annotate(Max("received_on"))
    )
    known = Record.objects.filter(pk__in=ids).values_list("pk", "received_on")
    stale = [
        Record(pk=pk, received_on=latest.get(pk)) for pk, day in known if latest.get(pk) != day
    ]
    if stale:
        Record.objects.bulk_update(stale, ["received_on"], batch_size=200)


def refresh_records(record_ids: Iterable[int]) -> None:
    """Bring records in step with copies of theirs that were made, changed or deleted."""
    ids = list(record_ids)
    refresh_received_on(ids)
    touch(ids)


def touch(record_ids: Iterable[int]) -> None:
    """Note that what these records show has changed: who harvests them asks since when."""
    Record.objects.filter(pk__in=among(record_ids)).update(updated_at=timezone.now())


def copies_of_origins(origins: Iterable[str], source_id: int) -> list[Holding]:
    """Copies that the holdings records with these numbers gave, under whatever record of the source."""
    return list(Holding.objects.filter(origin__in=list(origins), record__source=source_id))


def embedded_copies(record_ids: Iterable[int], origin: str) -> list[Holding]:
    """Copies of that origin of the records."""
    return list(Holding.objects.filter(record__in=list(record_ids), origin=origin))
