"""One import: reads files as a stream, writes in batches, can be tried, stopped and repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from birge.catalogue.choices import RecordStatus, RunStatus
from birge.catalogue.marc.ahead import read_ahead
from birge.catalogue.marc.bibliographic import BibRecord, HoldingsRecord, RejectedRecord
from birge.catalogue.models import ImportRun, Record, Reject, Source
from birge.catalogue.services.batches import BatchWriter, Decision, Incoming, Part, parent_number
from birge.catalogue.services.ledger import Ledger, Met
from birge.catalogue.services.mapping import origin_number, reject_row, short_number
from birge.catalogue.services.tallies import (
    CREATED,
    HOLDINGS,
    REJECTED,
    SUPERSEDED,
    UNCHANGED,
    UPDATED,
    FileTally,
    total,
)
from birge.catalogue.services.withdrawal import WithdrawalPlan, carry_out, plan_withdrawal, why_not
from birge.core.among import among
from birge.core.memory import fewer_collections
from birge.core.storable import storable

# A batch ends early when its records are this big together, so that memory stays small.
BATCH_BYTES = 4_000_000
PARENT_MISSING = "parent_missing"
REFUSED = "refused_by_database"


class ImportFailed(Exception):
    """The import could not go on; its text is for people. What was written before is complete."""


class _Stopped(Exception):
    """Somebody asked the import to stop."""


@dataclass
class ImportReport:
    """What an import did, file by file; `plan` only after a full export was read."""

    run: ImportRun
    files: list[FileTally] = field(default_factory=list)
    plan: WithdrawalPlan | None = None
    refusal: str = ""

    @property
    def reasons(self) -> Counter[str]:
        """Rejects by reason over all files."""
        return sum((tally.reasons for tally in self.files), Counter())


class ImportJob:
    """Imports files into a source. Use it as a context manager: it keeps a temporary file.

    `progress(tally, files)` is called after every batch and file; `should_stop()` before every
    record. A dry run writes nothing at all, not even the run. Raises `ImportFailed`.
    """

    def __init__(
        self,
        files: Iterable[Path | str],
        source: str,
        *,
        dialect: str = "auto",
        encoding: str = "auto",
        full: bool = False,
        dry_run: bool = False,
        user: object | None = None,
        progress: Callable[[FileTally, list[FileTally]], None] | None = None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self.dialect, self.encoding = dialect, encoding
        self.dry_run, self.full = dry_run, full
        self.progress, self.should_stop = progress, should_stop
        paths = [Path(file) for file in files]
        self.tallies = [FileTally(path, path.stat().st_size) for path in paths]
        self.source = Source.objects.filter(name=source).first() or Source(name=source)
        self.run_record = ImportRun(
            source=self.source,
            user=user,
            files=[tally.name for tally in self.tallies],
            options={"dialect": dialect, "encoding": encoding},
            dry_run=dry_run,
            full=full,
        )
        self.report = ImportReport(self.run_record, self.tallies)
        self.ledger = Ledger()
        self._batch: list[Incoming] = []
        self._batch_bytes = 0
        self._rejects: list[Reject] = []
        self._writer: BatchWriter | None = None
        self._is_first = False

    def __enter__(self) -> ImportJob:
        return self

    def __exit__(self, *_error: object) -> None:
        self.ledger.close()

    # The whole ------------------------------------------------------------------------------

    def run(self) -> ImportReport:
        """Read and write all files; after a full export, also plan the withdrawal."""
        try:
            self._finish(self._attempt())
        except (DatabaseError, OSError) as error:
            self._fail(str(error))
            message = gettext("The import failed and was ended: %(error)s") % {"error": error}
            raise ImportFailed(message) from error
        except BaseException as error:
            self._fail(f"{type(error).__name__}: {error}")
            raise
        if self.full:
            self._plan()
        return self.report

    def _attempt(self) -> RunStatus:
        try:
            self._start()
            with fewer_collections():
                for index in range(len(self.tallies)):
                    self._read(index)
                self._flush()
                self._adopt_orphans()
        except (_Stopped, KeyboardInterrupt):
            return RunStatus.STOPPED
        return RunStatus.DONE

    def _fail(self, error: str) -> None:
        # What failed may fail again; what went wrong matters more than the mark.
        with suppress(Exception):
            self._finish(RunStatus.FAILED, error)

    def withdraw(self, *, confirmed: bool = False) -> int:
        """Withdraw what the plan found; `confirmed`: also when it is more than half."""
        plan = self.report.plan
        if plan is None or self.dry_run:
            return 0
        self.report.refusal = why_not(self.run_record, plan, confirmed)
        if self.report.refusal:
            return 0
        try:
            return carry_out(self.run_record, self.ledger)
        except DatabaseError as error:
            raise ImportFailed(
                gettext("The withdrawal failed and was ended: %(error)s") % {"error": error}
            ) from error

    def _start(self) -> None:
        if self.dry_run:
            return
        if self.source.pk is None:
            self.source, _made = Source.objects.get_or_create(name=self.source.name)
            self.run_record.source = self.source
        self.run_record.save()
        self._writer = BatchWriter(self.source)
        # Most records of a later import are as they were, and nothing has to be made of them.
        self._is_first = not Record.objects.filter(source=self.source).exists()

    def _finish(self, status: str, error: str = "") -> None:
        self._batch.clear()
        run = self.run_record
        run.status, run.error, run.finished_at = status, storable(error), timezone.now()
        self._count()
        if self.dry_run:
            return
        self._save_rejects()
        run.save()
        counts = {name: getattr(run, name) for name in ("read", CREATED, UPDATED, REJECTED)}
        log(
            instance=self.source,
            action="birge.import",
            user=run.user,
            data={"run": run.pk, "status": str(status), **counts},
        )

    def _plan(self) -> None:
        self.report.plan = plan = (
            plan_withdrawal(self.source, self.ledger) if self.source.pk else WithdrawalPlan()
        )
        # Whether it is too much is asked again when somebody has seen the plan.
        self.report.refusal = why_not(self.run_record, plan, confirmed=True)

    # Reading --------------------------------------------------------------------------------

    def _read(self, index: int) -> None:
        tally = self.tallies[index]
        file = read_ahead(
            tally.path, dialect=self.dialect, encoding=self.encoding, prepare=self._is_first
        )
        tally.container = file.report.container
        for item in file:
            if self.should_stop():
                self._flush()
                raise _Stopped
            tally.bytes_read = file.bytes_read
            self._take(index, item)
        tally.bytes_read = tally.size
        self._tell(index)

    def _take(self, index: int, item: BibRecord | HoldingsRecord | RejectedRecord) -> None:
        tally = self.tallies[index]
        tally.read += 1
        if isinstance(item, RejectedRecord):
            self._keep_reject(index, item)
        else:
            tally.encodings[item.encoding] += 1
            tally.warnings.update(item.warnings)
            if isinstance(item, BibRecord):
                tally.dialects[item.dialect] += 1
            known_as = short_number if isinstance(item, BibRecord) else origin_number
            number = known_as(item.control_number, item.digest)
            self._batch.append(Incoming(index, tally.read, number, item))
        self._batch_bytes += len(item.raw)
        full = len(self._batch) + len(self._rejects) >= settings.BIRGE_IMPORT_BATCH
        if full or self._batch_bytes >= BATCH_BYTES:
            self._flush()
            self._tell(index)

    def _tell(self, index: int) -> None:
        if self.progress:
            self.progress(self.tallies[index], self.tallies)

    # Writing --------------------------------------------------------------------------------

    def _flush(self) -> None:
        batch, self._batch, self._batch_bytes = self._batch, [], 0
        records = self._decide([each for each in batch if isinstance(each.data, BibRecord)])
        holdings = [each for each in batch if isinstance(each.data, HoldingsRecord)]
        self._write([each for each in records if each.write], holdings)
        self._settle([each for each in records if not each.write])
        self._save_rejects()
        if not self.dry_run:
            self._count()
            run = self.run_record
            counts = {name: getattr(run, name) for name in _COUNTS}
            ImportRun.objects.filter(pk=run.pk).update(**counts)

    def _decide(self, batch: list[Incoming]) -> list[Decision]:
        """What to do with each number of the batch; the last record of a number wins."""
        latest: dict[str, Incoming] = {}
        for incoming in batch:
            earlier = latest.pop(incoming.number, None)
            if earlier:
                self.tallies[earlier.file].count(SUPERSEDED)
            latest[incoming.number] = incoming
        if not latest:
            return []
        met = self.ledger.find(latest)
        known = {
            number: (pk, digest, status)
            for number, pk, digest, status in Record.objects.filter(
                source=self.source.pk, control_number__in=among(latest)
            ).values_list("control_number", "pk", "digest", "status")
        }
        return [
            self._decision(incoming, met.get(number), known.get(number))
            for number, incoming in latest.items()
        ]

    def _decision(
        self, incoming: Incoming, met: Met | None, known: tuple[int, str, str] | None
    ) -> Decision:
        pk, digest, status = known or (None, "", "")
        same = pk is not None and digest == incoming.data.digest
        if met:
            self.tallies[met.file].move(met.outcome, SUPERSEDED)
        # Counted by what the number was before this run, not by its earlier record in the file.
        before = met.before if met else digest
        if not before:
            outcome = CREATED
        elif before == incoming.data.digest and status != RecordStatus.WITHDRAWN:
            outcome = UNCHANGED
        else:
            outcome = UPDATED
        write = not same or status == RecordStatus.WITHDRAWN
        return Decision(incoming, outcome, before, pk, write)

    def _write(self, records: list[Decision], holdings: list[Incoming]) -> None:
        """Write the batch, and reject what in it the database does not take."""
        for part in self._parts(records, holdings):
            if part.error:
                self._refuse(part)
                continue
            self._settle(part.records)
            waiting = {id(each) for each in part.orphans}
            for incoming in part.holdings:
                if id(incoming) in waiting:
                    self.ledger.keep_orphan(incoming)
                else:
                    self.tallies[incoming.file].count(HOLDINGS)
        self.ledger.keep_origins(each.number for each in holdings)

    def _parts(self, records: list[Decision], holdings: list[Incoming]) -> Iterable[Part]:
        if self.dry_run:
            return [Part(records, holdings, self._orphans_of_trial(records, holdings))]
        return self._writer.write_parts(records, holdings)

    def _orphans_of_trial(
        self, records: list[Decision], holdings: list[Incoming]
    ) -> list[Incoming]:
        """Holdings records whose parent neither the database nor this trial has met."""
        numbers = {parent_number(each.data) for each in holdings}
        parents = {each.incoming.number for each in records} | set(self.ledger.find(numbers))
        parents |= set(
            Record.objects.filter(
                source=self.source.pk, control_number__in=numbers - parents
            ).values_list("control_number", flat=True)
        )
        return [each for each in holdings if parent_number(each.data) not in parents]

    def _settle(self, decisions: list[Decision]) -> None:
        """Count what has been done, and remember it."""
        for each in decisions:
            self.tallies[each.incoming.file].count(each.outcome)
        self.ledger.keep(
            {
                each.incoming.number: Met(each.incoming.file, each.outcome, each.before)
                for each in decisions
            }
        )

    def _adopt_orphans(self) -> None:
        """Give holdings records that came before their parents another try; reject the rest."""
        batch: list[Incoming] = []
        for incoming in self.ledger.orphans():
            batch.append(incoming)
            if len(batch) >= settings.BIRGE_IMPORT_BATCH:
                self._adopt(batch)
                batch = []
        self._adopt(batch)

    def _adopt(self, batch: list[Incoming]) -> None:
        for part in self._parts([], batch):
            if part.error:
                self._refuse(part)
                continue
            waiting = {id(each) for each in part.orphans}
            for incoming in part.holdings:
                if id(incoming) in waiting:
                    self._reject(incoming, PARENT_MISSING, parent_number(incoming.data))
                else:
                    self.tallies[incoming.file].count(HOLDINGS)
        self._save_rejects()

    # Rejects and counts ---------------------------------------------------------------------

    def _refuse(self, part: Part) -> None:
        """Reject the one thing of the part, which the database does not take."""
        incoming = part.records[0].incoming if part.records else part.holdings[0]
        self._reject(incoming, REFUSED, f"{type(part.error).__name__}: {part.error}")

    def _reject(self, incoming: Incoming, reason: str, detail: str) -> None:
        """Reject what was read well but cannot be kept."""
        data = incoming.data
        self._keep_reject(
            incoming.file,
            RejectedRecord(incoming.position, None, data.control_number, reason, detail, data.raw),
        )

    def _keep_reject(self, index: int, rejected: RejectedRecord) -> None:
        tally = self.tallies[index]
        tally.count(REJECTED)
        tally.reasons[rejected.reason] += 1
        if not self.dry_run:
            self._rejects.append(reject_row(tally.name, rejected))

    def _save_rejects(self) -> None:
        rejects, self._rejects = self._rejects, []
        for reject in rejects:
            reject.run = self.run_record
        Reject.objects.bulk_create(rejects)

    def _count(self) -> None:
        run = self.run_record
        run.read = sum(tally.read for tally in self.tallies)
        for name in (CREATED, UPDATED, UNCHANGED, REJECTED):
            setattr(run, name, total(self.tallies, name))
        run.found = [tally.as_json() for tally in self.tallies]


_COUNTS = ("read", CREATED, UPDATED, UNCHANGED, REJECTED, "found")
