"""Writes a batch of an import in one short transaction, with as few queries as its tables allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

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
    insert_copies,
    refresh_received_on,
    refresh_records,
    sync_copies,
)
from birge.catalogue.services.mapping import (
    EMBEDDED,
    IMPORTED_FIELDS,
    contributors_of,
    fitting,
    record_values,
    short_number,
)
from birge.catalogue.services.rows import insert_rows
from birge.core.among import among
from birge.core.public_ids import derived_public_id, random_public_id

# What a record has beside its imported fields from its first day on.
OWN_FIELDS = ("public_id", "source", "status", "received_on", "created_at", "updated_at")
# What a new record has not yet.
EMPTY_FIELDS = ("withdrawn_at", "cover")
# What one bad value can cause; anything else is a fault of the database, and ends the run.
BAD_VALUE = (DataError, IntegrityError, ValueError, OverflowError)


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


class Part(NamedTuple):
    """What was written together; with an error, the one thing that could not be."""

    records: list[Decision]
    holdings: list[Incoming]
    orphans: list[Incoming]
    error: Exception | None = None


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
                ids, made = self._write_records(records)
                touched, orphans = self._write_holdings(holdings)
                made = {pk: record for pk, record in made.items() if pk not in touched}
                records_changed(ids | touched, made)
        except BaseException:
            # Branches that were made in the transaction are gone again.
            self.finder.load()
            raise
        return ids | touched, orphans

    def write_parts(self, records: list[Decision], holdings: list[Incoming]) -> Iterator[Part]:
        """Write all of it at once; where a bad value stops that, its halves, down to the value."""
        try:
            _ids, orphans = self.write(records, holdings)
        except BAD_VALUE as error:
            if len(records) + len(holdings) == 1:
                yield Part(records, holdings, [], error)
                return
        else:
            yield Part(records, holdings, orphans)
            return
        for part in _halves(records, holdings):
            yield from self.write_parts(*part)

    def _write_records(self, decisions: list[Decision]) -> tuple[set[int], dict[int, Record]]:
        """Ids of what was written, and the records that are new."""
        if not decisions:
            return set(), {}
        ids, made = self._upsert(decisions)
        known = [decision.pk for decision in decisions if decision.pk is not None]
        self._restore(known)
        self._write_originals(decisions, ids)
        self._write_contributions(decisions, ids, known)
        self._write_copies(decisions, ids, known)
        refresh_received_on(known)
        return set(ids.values()), made

    def _upsert(self, decisions: list[Decision]) -> tuple[dict[str, int], dict[int, Record]]:
        """Make the new records and change the known ones; ids by number, and the new by id."""
        public_ids = self._public_ids(each.incoming.number for each in decisions if each.pk is None)
        now = timezone.now()
        rows, new = [], {}
        for decision in decisions:
            data, number = decision.incoming.data, decision.incoming.number
            values = record_values(data, number)
            received = max(
                (each.received_on for each in data.holdings if each.received_on), default=None
            )
            # A known record keeps its public id: this one is dropped with the rest of the row.
            public_id = public_ids.get(number) or random_public_id()
            own = (public_id, self.source.pk, RecordStatus.ACTIVE, received, now, now)
            rows.append((*own, *(values[name] for name in IMPORTED_FIELDS)))
            if decision.pk is None:
                new[public_id] = rows[-1]
        insert_rows(
            Record,
            (*OWN_FIELDS, *IMPORTED_FIELDS),
            rows,
            unique=("source", "control_number"),
            update=(*IMPORTED_FIELDS, "updated_at"),
        )
        numbers = [decision.incoming.number for decision in decisions]
        found = Record.objects.filter(source=self.source, control_number__in=among(numbers))
        written = found.order_by().values_list("control_number", "pk", "public_id")
        ids, made = {}, {}
        for number, pk, public_id in written:
            ids[number] = pk
            # Another import may have made the record first: then it kept the id that it got there.
            if public_id in new:
                made[pk] = _as_read(pk, new[public_id])
        return ids, made

    def _public_ids(self, numbers: Iterable[str]) -> dict[str, str]:
        """The ids that follow from the numbers of new records; a taken one gives way to the next."""
        found: dict[str, str] = {}
        waiting, attempt, taken = list(numbers), 0, set()
        while waiting:
            wanted = {
                number: derived_public_id(self.source.name, number, attempt=attempt)
                for number in waiting
            }
            taken |= set(
                Record.objects.filter(public_id__in=among(wanted.values()))
                .order_by()
                .values_list("public_id", flat=True)
            )
            waiting = []
            for number, public_id in wanted.items():
                if public_id in taken:
                    waiting.append(number)
                else:
                    found[number] = public_id
                    taken.add(public_id)
            attempt += 1
        return found

    def _restore(self, ids: list[int]) -> None:
        """What was withdrawn and comes again is back; what staff have hidden stays hidden."""
        if ids:
            Record.objects.filter(pk__in=ids, status=RecordStatus.WITHDRAWN).update(
                status=RecordStatus.ACTIVE, withdrawn_at=None
            )

    def _write_originals(self, decisions: list[Decision], ids: dict[str, int]) -> None:
        rows = (
            (
                ids[each.number],
                fitting(each.data.dialect, 10),
                fitting(each.data.encoding, 20),
                each.data.raw,
            )
            for each in (decision.incoming for decision in decisions)
        )
        fields = ("dialect", "encoding", "data")
        insert_rows(OriginalRecord, ("record", *fields), rows, unique=["record"], update=fields)

    def _write_contributions(
        self, decisions: list[Decision], ids: dict[str, int], known: list[int]
    ) -> None:
        by_number = {
            each.incoming.number: contributors_of(each.incoming.data) for each in decisions
        }
        wanted = {key: data for each in by_number.values() for (key, _role), data in each.items()}
        agents = agents_for(wanted)
        if known:
            Contribution.objects.filter(record__in=known).delete()
        rows = (
            (ids[number], agents[key], role, data.main, position)
            for number, found in by_number.items()
            for position, ((key, role), data) in enumerate(found.items())
        )
        insert_rows(Contribution, ("record", "agent", "role", "main", "position"), rows)

    def _write_copies(
        self, decisions: list[Decision], ids: dict[str, int], known: list[int]
    ) -> None:
        new, old = [], []
        for decision in decisions:
            incoming = decision.incoming
            wanted = WantedCopies(ids[incoming.number], EMBEDDED, incoming.data.holdings)
            (new if decision.pk is None else old).append(wanted)
        insert_copies(new, self.finder)
        if known:
            sync_copies(embedded_copies(known, EMBEDDED), old, self.finder)

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
        refresh_records(touched)
        return touched, orphans


_COLUMNS = [field.attname for field in Record._meta.concrete_fields]
_in_order = itemgetter(
    *map(
        ("id", *EMPTY_FIELDS, *OWN_FIELDS, *IMPORTED_FIELDS).index,
        (field.name for field in Record._meta.concrete_fields),
    )
)


def _as_read(pk: int, row: tuple[object, ...]) -> Record:
    """A new record as the database would give it."""
    return Record.from_db(connection.alias, _COLUMNS, _in_order((pk, None, None, *row)))


def _halves(
    records: list[Decision], holdings: list[Incoming]
) -> list[tuple[list[Decision], list[Incoming]]]:
    """Records before holdings records, which need them; or both halves of what there is."""
    if records and holdings:
        return [(records, []), ([], holdings)]
    middle = (len(records) + len(holdings)) // 2
    return [(records[:middle], holdings[:middle]), (records[middle:], holdings[middle:])]


def parent_number(data: HoldingsRecord) -> str:
    """The number of the record that the copies belong to, as that record is known by."""
    return short_number(data.parent_control_number, "")
