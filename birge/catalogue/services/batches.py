"""Writes a batch of an import in one short transaction, with as few queries as its tables allow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from birge.catalogue.changes import records_changed
from birge.catalogue.choices import RecordStatus
from birge.catalogue.marc.bibliographic import BibRecord, HoldingsRecord
from birge.catalogue.models import Contribution, OriginalRecord, Record, Source
from birge.catalogue.services.agents import agents_for
from birge.catalogue.services.branches import BranchFinder
from birge.catalogue.services.copies import (
    WantedCopies,
    copies_of_origins,
    embedded_copies,
    refresh_received_on,
    sync_copies,
)
from birge.catalogue.services.mapping import (
    EMBEDDED,
    IMPORTED_FIELDS,
    contributors_of,
    fitting,
    record_from,
    short_number,
)
from birge.core.public_ids import derived_public_id


@dataclass(slots=True)
class Incoming:
    """A record as it came: from which file, at which place, under which number."""

    file: int
    position: int
    number: str
    data: BibRecord | HoldingsRecord


@dataclass(slots=True)
class Decision:
    """What is to be done with a record; `pk` is its row, if it has one, `before` its old digest."""

    incoming: Incoming
    outcome: str
    before: str = ""
    pk: int | None = None
    write: bool = True


class BatchWriter:
    """Writes records of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.finder = BranchFinder()

    def write(
        self, records: list[Decision], holdings: list[Incoming]
    ) -> tuple[set[int], list[Incoming]]:
        """All of it or nothing; ids of changed records, and holdings records without a parent."""
        if not records and not holdings:
            return set(), []
        try:
            with transaction.atomic():
                ids = self._write_records(records)
                touched, orphans = self._write_holdings(holdings)
                records_changed(ids | touched)
        except BaseException:
            # Branches that were made in the transaction are gone again.
            self.finder.load()
            raise
        return ids | touched, orphans

    def _write_records(self, decisions: list[Decision]) -> set[int]:
        if not decisions:
            return set()
        rows = [self._row(decision) for decision in decisions]
        self._name(row for row, decision in zip(rows, decisions, strict=True) if not decision.pk)
        rows = Record.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["source", "control_number"],
            update_fields=IMPORTED_FIELDS,
        )
        known = [
            row.pk for row, decision in zip(rows, decisions, strict=True) if decision.pk is not None
        ]
        self._restore(known)
        self._write_originals(rows, decisions)
        self._write_contributions(rows, decisions, known)
        sync_copies(
            embedded_copies(known, EMBEDDED) if known else [],
            [
                WantedCopies(row.pk, EMBEDDED, decision.incoming.data.holdings)
                for row, decision in zip(rows, decisions, strict=True)
            ],
            self.finder,
        )
        refresh_received_on(known)
        return {row.pk for row in rows}

    def _row(self, decision: Decision) -> Record:
        data = decision.incoming.data
        record = record_from(data, decision.incoming.number)
        record.source_id = self.source.pk
        record.received_on = max(
            (each.received_on for each in data.holdings if each.received_on), default=None
        )
        return record

    def _name(self, records: Iterable[Record]) -> None:
        """Give new records the ids that follow from their numbers.

        The rows of known records keep the random one they were made with, which an update drops.
        """
        waiting, attempt, taken = list(records), 0, set()
        while waiting:
            for record in waiting:
                record.public_id = derived_public_id(
                    self.source.name, record.control_number, attempt=attempt
                )
            wanted = {record.public_id for record in waiting}
            taken |= set(
                Record.objects.filter(public_id__in=wanted).values_list("public_id", flat=True)
            )
            waiting = [record for record in waiting if _claim(record.public_id, taken)]
            attempt += 1

    def _restore(self, ids: list[int]) -> None:
        """What was withdrawn and comes again is back; what staff have hidden stays hidden."""
        if ids:
            Record.objects.filter(pk__in=ids, status=RecordStatus.WITHDRAWN).update(
                status=RecordStatus.ACTIVE, withdrawn_at=None
            )

    def _write_originals(self, rows: list[Record], decisions: list[Decision]) -> None:
        OriginalRecord.objects.bulk_create(
            [
                OriginalRecord(
                    record_id=row.pk,
                    dialect=fitting(decision.incoming.data.dialect, 10),
                    encoding=fitting(decision.incoming.data.encoding, 20),
                    data=decision.incoming.data.raw,
                )
                for row, decision in zip(rows, decisions, strict=True)
            ],
            update_conflicts=True,
            unique_fields=["record"],
            update_fields=["dialect", "encoding", "data"],
        )

    def _write_contributions(
        self, rows: list[Record], decisions: list[Decision], known: list[int]
    ) -> None:
        by_row = [contributors_of(decision.incoming.data) for decision in decisions]
        wanted = {key: data for each in by_row for (key, _role), data in each.items()}
        agents = agents_for(wanted)
        if known:
            Contribution.objects.filter(record__in=known).delete()
        Contribution.objects.bulk_create(
            [
                Contribution(
                    record_id=row.pk,
                    agent_id=agents[key],
                    role=role,
                    main=data.main,
                    position=position,
                )
                for row, found in zip(rows, by_row, strict=True)
                for position, ((key, role), data) in enumerate(found.items())
            ]
        )

    def _write_holdings(self, holdings: list[Incoming]) -> tuple[set[int], list[Incoming]]:
        if not holdings:
            return set(), []
        numbers = {parent_number(each.data) for each in holdings}
        parents = dict(
            Record.objects.filter(source=self.source, control_number__in=numbers).values_list(
                "control_number", "pk"
            )
        )
        orphans = [each for each in holdings if parent_number(each.data) not in parents]
        # The last word on a holdings record counts, here as with records.
        wanted = {
            each.number: WantedCopies(
                parents[parent_number(each.data)], each.number, each.data.holdings
            )
            for each in holdings
            if parent_number(each.data) in parents
        }
        existing = copies_of_origins(wanted, self.source.pk)
        touched = sync_copies(existing, wanted.values(), self.finder)
        refresh_received_on(touched)
        return touched, orphans


def parent_number(data: HoldingsRecord) -> str:
    """The number of the record that the copies belong to, as that record is known by."""
    return short_number(data.parent_control_number, "")


def _claim(public_id: str, taken: set[str]) -> bool:
    """Whether the id is taken; a free one is taken by asking."""
    if public_id in taken:
        return True
    taken.add(public_id)
    return False
