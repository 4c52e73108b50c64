"""After a full export: what the source no longer holds is withdrawn, once somebody has looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from birge.catalogue.changes import records_changed
from birge.catalogue.choices import RecordStatus, RunStatus
from birge.catalogue.models import Holding, ImportRun, Record, Source
from birge.catalogue.services.copies import refresh_records
from birge.catalogue.services.ledger import Ledger
from birge.catalogue.services.mapping import EMBEDDED
from birge.catalogue.services.records import withdraw_records

CHUNK = 1000
SHOWN_TITLES = 10
# A file with more damage than this is not to be trusted as the whole of a catalogue.
MOST_REJECTED = 0.05
# More than this share is withdrawn only when somebody says so in advance.
MOST_WITHDRAWN = 0.5


@dataclass
class WithdrawalPlan:
    """What would go: how many records of how many, their first titles, and how many copies.

    `copies_total` are copies that came from holdings records; 0 where the run met none of these,
    for then the export says nothing of them.
    """

    count: int = 0
    total: int = 0
    titles: list[str] = field(default_factory=list)
    copies: int = 0
    copies_total: int = 0

    @property
    def share(self) -> float:
        return self.count / self.total if self.total else 0.0

    @property
    def copies_share(self) -> float:
        return self.copies / self.copies_total if self.copies_total else 0.0


def why_not(run: ImportRun, plan: WithdrawalPlan, confirmed: bool) -> str:
    """Why nothing may be withdrawn after this run, in words; nothing when it may."""
    if run.status != RunStatus.DONE:
        return gettext("The import was not completed, so nobody knows what the source still holds.")
    if run.read == run.rejected:
        return gettext("The files held no records, so they cannot be the full export.")
    if run.rejected > MOST_REJECTED * run.read:
        return gettext(
            "%(rejected)s of %(read)s records were rejected: too many for a full export."
        ) % {"rejected": run.rejected, "read": run.read}
    if plan.share > MOST_WITHDRAWN and not confirmed:
        return gettext(
            "%(count)s of %(total)s records would be withdrawn, more than half. "
            "Use --yes if that is right."
        ) % {"count": plan.count, "total": plan.total}
    if plan.copies_share > MOST_WITHDRAWN and not confirmed:
        return gettext(
            "%(count)s of %(total)s copies would be deleted, more than half. "
            "Use --yes if that is right."
        ) % {"count": plan.copies, "total": plan.copies_total}
    return ""


def plan_withdrawal(source: Source, ledger: Ledger) -> WithdrawalPlan:
    """Look through the source's records and copies for those the run has not met; changes nothing."""
    plan = WithdrawalPlan()
    _plan_records(plan, source, ledger)
    if ledger.met_origins():
        _plan_copies(plan, source, ledger)
    return plan


def _plan_records(plan: WithdrawalPlan, source: Source, ledger: Ledger) -> None:
    # Records without a digest were entered by staff and are in no export.
    rows = (
        Record.objects.filter(source=source, status=RecordStatus.ACTIVE)
        .exclude(digest="")
        .values_list("pk", "control_number", "title")
    )
    for chunk in _chunks(rows):
        met = ledger.find(number for _pk, number, _title in chunk)
        gone = [(pk, title) for pk, number, title in chunk if number not in met]
        ledger.keep_gone(pk for pk, _title in gone)
        plan.count += len(gone)
        plan.total += len(chunk)
        plan.titles += [title for _pk, title in gone[: SHOWN_TITLES - len(plan.titles)]]


def _plan_copies(plan: WithdrawalPlan, source: Source, ledger: Ledger) -> None:
    """Copies whose holdings record is no longer in the export."""
    rows = (
        Holding.objects.filter(record__source=source)
        .exclude(origin__in=["", EMBEDDED])
        .values_list("pk", "origin")
    )
    for chunk in _chunks(rows):
        missing = ledger.missing_origins(origin for _pk, origin in chunk)
        gone = [pk for pk, origin in chunk if origin in missing]
        ledger.keep_gone_copies(gone)
        plan.copies += len(gone)
        plan.copies_total += len(chunk)


def carry_out(run: ImportRun, ledger: Ledger) -> int:
    """Carry the plan out in short transactions; returns how many records were withdrawn."""
    done = 0
    for ids in ledger.gone():
        done += withdraw_records(ids, log_each=False)
        ImportRun.objects.filter(pk=run.pk).update(withdrawn=done)
    copies = sum(_drop_copies(ids) for ids in ledger.gone_copies())
    run.withdrawn = done
    log(
        instance=run.source,
        action="birge.withdraw",
        user=run.user,
        data={"run": run.pk, "records": done, "copies": copies},
    )
    return done


def _drop_copies(ids: list[int]) -> int:
    """Delete the copies, and bring their records in step; returns how many."""
    with transaction.atomic():
        copies = Holding.objects.filter(pk__in=ids)
        records = set(copies.order_by().values_list("record_id", flat=True))
        done, _kinds = copies.delete()
        refresh_records(records)
        records_changed(records)
    return done


def _chunks(rows: models.QuerySet) -> Iterator[list[tuple]]:
    """Rows whose first value is the key, in its order, a chunk at a time."""
    last = 0
    while chunk := list(rows.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        last = chunk[-1][0]
        yield chunk
