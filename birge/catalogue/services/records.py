"""Records as staff change them: save, withdraw, restore."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from birge.catalogue.changes import records_changed
from birge.catalogue.choices import RecordStatus, Role
from birge.catalogue.models import Agent, Contribution, Holding, Record
from birge.catalogue.services.copies import refresh_received_on, refresh_records, touch
from birge.catalogue.services.mapping import author_text
from birge.core.among import among
from birge.core.many import Many

AT_ONCE = 1000
AUTHORS = Many("catalogue_record", {"id": "bigint", "author": "text"})


@dataclass
class ContributionInput:
    """Who did what for a record."""

    agent: Agent
    role: str = Role.AUTHOR
    main: bool = False

    @property
    def name(self) -> str:
        return self.agent.name

    @property
    def kind(self) -> str:
        return self.agent.kind


def save_record(
    record: Record,
    contributions: Iterable[ContributionInput] | None = None,
    holdings: Iterable[Holding] | None = None,
    *,
    user: object | None = None,
    write_log: bool = True,
) -> Record:
    """Save a record with what hangs on it, and tell the listeners; one transaction.

    Contributions and holdings replace those there are; None leaves them as they are. Copies
    that are given keep their rows, those that are not given are deleted.
    """
    with transaction.atomic():
        is_new = record.pk is None
        if contributions is not None:
            contributions = list(contributions)
            record.author = author_text(contributions)
        record.set_keys()
        record.save()
        if contributions is not None:
            _replace_contributions(record, contributions)
        if holdings is not None:
            _replace_holdings(record, list(holdings))
        refresh_received_on([record.pk])
        records_changed([record.pk])
        if write_log:
            action = "wagtail.create" if is_new else "wagtail.edit"
            log(instance=record, action=action, user=user)
    record.refresh_from_db(fields=["received_on"])
    return record


def save_agent(agent: Agent) -> Agent:
    """Save a person or body with its keys; records that name it are brought in step and told of."""
    with transaction.atomic():
        agent.set_keys()
        agent.save()
        named = agent.contributions.order_by().values_list("record_id", flat=True)
        records = list(named.distinct())
        _refresh_authors(records)
        touch(records)
        records_changed(records)
    return agent


def _refresh_authors(record_ids: list[int]) -> None:
    """Bring the author lines in step with the names; three queries for a thousand records."""
    for start in range(0, len(record_ids), AT_ONCE):
        ids = record_ids[start : start + AT_ONCE]
        known = dict(
            Record.objects.filter(pk__in=among(ids)).order_by().values_list("pk", "author")
        )
        rows = Contribution.objects.filter(record__in=among(ids)).select_related("agent")
        rows = rows.order_by("record_id", "position", "pk")
        lines = {
            pk: author_text(ContributionInput(each.agent, each.role) for each in found)
            for pk, found in groupby(rows, attrgetter("record_id"))
        }
        AUTHORS.update([(pk, line) for pk, line in lines.items() if line != known[pk]])


def save_holding(holding: Holding) -> Holding:
    """Save a copy; its record, and the one it was moved from, are brought in step."""
    with transaction.atomic():
        before = Holding.objects.filter(pk=holding.pk).values_list("record_id", flat=True)
        records = {holding.record_id, *before}
        holding.save()
        _copies_changed(records)
    return holding


def delete_holding(holding: Holding) -> None:
    """Delete a copy and bring its record in step."""
    with transaction.atomic():
        holding.delete()
        _copies_changed({holding.record_id})


def delete_record(record: Record) -> None:
    """Delete a record with all that hangs on it; withdrawing keeps its address, this does not."""
    with transaction.atomic():
        pk = record.pk
        record.delete()
        records_changed([pk])


def _copies_changed(record_ids: Iterable[int]) -> None:
    refresh_records(record_ids)
    records_changed(record_ids)


def withdraw_records(
    ids: Iterable[int], *, user: object | None = None, log_each: bool = True
) -> int:
    """Take records out of the catalogue; their addresses go on answering. Returns how many."""
    return _set_status(
        ids, RecordStatus.ACTIVE, RecordStatus.WITHDRAWN, "birge.withdraw", user, log_each
    )


def restore_records(ids: Iterable[int], *, user: object | None = None) -> int:
    """Put withdrawn records back; returns how many."""
    return _set_status(
        ids, RecordStatus.WITHDRAWN, RecordStatus.ACTIVE, "birge.restore", user, True
    )


def _set_status(
    ids: Iterable[int], old: str, new: str, action: str, user: object | None, log_each: bool
) -> int:
    with transaction.atomic():
        rows = list(Record.objects.filter(pk__in=list(ids), status=old))
        now = timezone.now()
        Record.objects.filter(pk__in=[row.pk for row in rows]).update(
            status=new,
            withdrawn_at=now if new == RecordStatus.WITHDRAWN else None,
            updated_at=now,
        )
        records_changed(row.pk for row in rows)
        for row in rows if log_each else ():
            log(instance=row, action=action, user=user)
    return len(rows)


def _replace_contributions(record: Record, wanted: list[ContributionInput]) -> None:
    rows = record.contributions.order_by("position", "pk")
    before = list(rows.values_list("agent", "role", "main", "position"))
    now = [(each.agent.pk, each.role, each.main, place) for place, each in enumerate(wanted)]
    if now == before:
        return  # a form that is open elsewhere knows the rows by their ids
    record.contributions.all().delete()
    Contribution.objects.bulk_create(
        [
            Contribution(
                record=record, agent=each.agent, role=each.role, main=each.main, position=position
            )
            for position, each in enumerate(wanted)
        ]
    )


def _replace_holdings(record: Record, wanted: list[Holding]) -> None:
    kept = [each.pk for each in wanted if each.pk]
    record.holdings.exclude(pk__in=kept).delete()
    for holding in wanted:
        holding.record = record
        if holding.pk:
            holding.save()
    Holding.objects.bulk_create([holding for holding in wanted if not holding.pk])
