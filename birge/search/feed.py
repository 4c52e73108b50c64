"""Feeds Elasticsearch: sends what the queue holds, fills a new index, finds what went astray.

Only for sites with SEARCH_URL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from time import sleep

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from birge.core.among import among
from birge.search.documents import documents_for
from birge.search.engines.base import Document, EngineFailed
from birge.search.engines.elastic_client import EngineDown
from birge.search.engines.elastic_watch import is_behind, watch_of
from birge.search.engines.elasticsearch import ElasticsearchEngine, Refused, index_at
from birge.search.models import FeedState, IndexedRecord, PendingRecord
from birge.search.models.feed import pause_after

BATCH = 500
#: What fills a new index waits so long for a node that restarts, in seconds.
PAUSES = (1, 2, 4, 8, 16, 32)


@dataclass
class Report:
    """What became of one run over the queue."""

    sent: int = 0
    refused: int = 0
    failed: bool = False
    error: str = ""


@dataclass(frozen=True)
class Status:
    """How the feeding goes, for staff, checks and /readyz."""

    trouble: str
    behind: bool
    waiting: int
    refused: int
    oldest: datetime | None
    error: str
    failed_at: datetime | None
    sent_at: datetime | None

    @property
    def is_well(self) -> bool:
        """Whether readers are answered by Elasticsearch, and rightly."""
        return not (self.trouble or self.behind)


def _index() -> ElasticsearchEngine:
    return index_at(settings.BIRGE_SEARCH_URL)


# The queue


def send_pending(*, patient: bool = True) -> Report:
    """Send what waits, a batch at a time, until nothing is left that could be sent now.

    While a pause after a failure lasts nothing is tried, unless somebody is impatient. It may
    run in several processes at once: what is sent twice is the same, and nothing that is older
    takes the place of what is newer.
    """
    report = Report()
    state = FeedState.current()
    if patient and state.retry_at and state.retry_at > timezone.now():
        return report
    try:
        while rows := list(PendingRecord.objects.due().order_by("pk")[:BATCH]):
            _send(rows, report)
    except EngineFailed as error:
        report.failed, report.error = True, str(error)
        state.failed(str(error))
    else:
        state.sent()
    return report


def _send(rows: Sequence[PendingRecord], report: Report) -> None:
    versions = {row.record_id: row.pk for row in rows}  # the highest of each, for they are ordered
    index = _index()
    # After the rows: an index that is being filled and is not in this list yet will read what
    # they tell of by itself.
    aliases = index.indices.writable()
    if not aliases:
        index.indices.check()  # says why
        raise EngineDown("the index is being replaced")
    documents = {document.record_id: document for document in documents_for(versions)}
    actions = [
        index.putting(documents[record_id], version)
        if record_id in documents
        else index.removing(record_id, version)
        for record_id, version in versions.items()
    ]
    actions.append(index.marking(rows[-1].pk))
    refused = {each.record_id: each for alias in aliases for each in index.send(alias, actions)}
    with transaction.atomic():
        done = [row.pk for row in rows if row.record_id not in refused]
        PendingRecord.objects.filter(pk__in=among(done)).delete()
        FeedState.objects.filter(sent_id__lt=rows[-1].pk).update(sent_id=rows[-1].pk)
        _postpone([row for row in rows if row.record_id in refused], refused)
    report.sent += len(versions) - len(refused)
    report.refused += len(refused)


def _postpone(rows: Sequence[PendingRecord], refused: dict[int, Refused]) -> None:
    """One document that Elasticsearch does not take must not keep the others waiting."""
    for row in rows:
        row.refusals += 1
        row.error = refused[row.record_id].reason
        row.retry_at = timezone.now() + pause_after(row.refusals)
    PendingRecord.objects.bulk_update(rows, ["refusals", "error", "retry_at"])


# A new index


class Filling:
    """A new index that is filled while the old one answers, and then takes its place.

    What changes meanwhile is sent to both by the queue. Its documents have version 0, so that
    whatever the queue sends is newer, in whatever order the two arrive.
    """

    def __init__(self, index: ElasticsearchEngine) -> None:
        self._engine = index
        self.name = index.indices.create()

    def add(self, documents: Sequence[Document]) -> None:
        """Write documents; a node that restarts is waited for."""
        actions = [self._engine.putting(document, 0) for document in documents]
        for pause in (*PAUSES, None):
            try:
                refused = self._engine.send(self._engine.indices.building, actions)
            except EngineDown:
                if pause is None:
                    raise
                sleep(pause)
            else:
                self._queue_again(refused)
                return

    def finish(self) -> None:
        """Let it answer."""
        self._engine.indices.swap(self.name)

    def abandon(self) -> None:
        """Take it away, if anybody can be told to."""
        try:
            self._engine.indices.drop(self.name)
        except EngineFailed:
            return  # the next rebuild does it

    @staticmethod
    def _queue_again(refused: Iterable[Refused]) -> None:
        rows = [PendingRecord(record_id=each.record_id) for each in refused]
        PendingRecord.objects.bulk_create(rows)


@contextmanager
def filling() -> Iterator[Filling]:
    """A new index to be filled, which answers from then on if all goes well."""
    new = Filling(_index())
    try:
        yield new
        send_pending(patient=False)
        new.finish()
    except BaseException:
        new.abandon()
        raise
    send_pending(patient=False)


# What went astray


def reconcile() -> None:
    """Bring Elasticsearch in step with the database's index, whatever was done to either."""
    index = _index()
    try:
        index.indices.check()
    except EngineDown:
        raise
    except EngineFailed:
        with filling() as new:
            for batch in _batches(
                IndexedRecord.objects.order_by("pk").values_list("pk", flat=True)
            ):
                new.add(documents_for(batch))
        return
    _raise_if_failed(send_pending(patient=False))
    index.tidy()
    ours = IndexedRecord.objects.order_by("pk").values_list("pk", flat=True).iterator(10_000)
    strays = set(ours).symmetric_difference(index.record_ids())
    if strays:
        PendingRecord.objects.bulk_create(
            [PendingRecord(record_id=record_id) for record_id in sorted(strays)], batch_size=BATCH
        )
        _raise_if_failed(send_pending(patient=False))


def _raise_if_failed(report: Report) -> None:
    if report.failed:
        raise EngineFailed(report.error)


def _batches(record_ids: Iterable[int]) -> Iterator[list[int]]:
    ids = list(record_ids)
    yield from (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


# How it goes


def status(*, ask: bool = True) -> Status:
    """How the feeding goes; asks Elasticsearch one short question unless nobody may wait."""
    state = FeedState.current()
    trouble = watch_of(settings.BIRGE_SEARCH_URL).trouble or (state.error if state.failures else "")
    if ask:
        try:
            _index().indices.check()
            trouble = ""
        except EngineFailed as error:
            trouble = str(error)
    waiting = PendingRecord.objects.order_by("pk")
    return Status(
        trouble=trouble,
        behind=is_behind(),
        waiting=waiting.count(),
        refused=waiting.filter(refusals__gt=0).count(),
        oldest=waiting.values_list("queued_at", flat=True).first(),
        error=state.error,
        failed_at=state.failed_at,
        sent_at=state.sent_at,
    )
