"""Copies that a source gives, brought in step with what it says now; those of staff are not touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Max

from birge.catalogue.marc.bibliographic import HoldingData
from birge.catalogue.models import Holding, Record
from birge.catalogue.services.branches import BranchFinder
from birge.catalogue.services.mapping import HOLDING_TEXTS, holding_from, holding_keys

SYNCED = ("branch_id", "received_on", "price", *HOLDING_TEXTS)
UPDATED = ["branch", "received_on", "price", *HOLDING_TEXTS]


@dataclass
class WantedCopies:
    """What the source says of one origin of a record: all its copies, in order."""

    record_id: int
    origin: str
    holdings: list[HoldingData] = field(default_factory=list)


def make_copies(wanted: WantedCopies, finder: BranchFinder) -> list[Holding]:
    """Unsaved copies with the keys that tell them apart."""
    keys = holding_keys(wanted.holdings)
    found = []
    for data, key in zip(wanted.holdings, keys, strict=True):
        holding = holding_from(data, finder.find(data.branch_code), wanted.origin, key)
        holding.record_id = wanted.record_id
        found.append(holding)
    return found


def sync_copies(
    existing: Iterable[Holding], wanted: Iterable[WantedCopies], finder: BranchFinder
) -> set[int]:
    """Make, change and delete copies so that the existing become the wanted.

    `existing` are all copies of the wanted origins. Returns ids of records whose copies changed.
    A copy keeps its status: the source of records does not know it.
    """
    left = {(each.record_id, each.origin, each.origin_key): each for each in existing}
    new, changed = [], []
    for holding in (copy for each in wanted for copy in make_copies(each, finder)):
        known = left.pop((holding.record_id, holding.origin, holding.origin_key), None)
        if known is None:
            new.append(holding)
        elif any(getattr(known, name) != getattr(holding, name) for name in SYNCED):
            for name in SYNCED:
                setattr(known, name, getattr(holding, name))
            changed.append(known)
    Holding.objects.bulk_create(new)
    if changed:
        Holding.objects.bulk_update(changed, UPDATED, batch_size=50)
    if left:
        Holding.objects.filter(pk__in=[each.pk for each in left.values()]).delete()
    return {each.record_id for each in (*new, *changed, *left.values())}


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


def copies_of_origins(origins: Iterable[str], source_id: int) -> list[Holding]:
    """Copies that the holdings records with these numbers gave, under whatever record of the source."""
    return list(Holding.objects.filter(origin__in=list(origins), record__source=source_id))


def embedded_copies(record_ids: Iterable[int], origin: str) -> list[Holding]:
    """Copies of that origin of the records."""
    return list(Holding.objects.filter(record__in=list(record_ids), origin=origin))
