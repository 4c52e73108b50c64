"""Verbs of the index: bring records in, take them out, build it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from birge.catalogue.changes import NOTHING, Made
from birge.catalogue.choices import RecordStatus
from birge.catalogue.models import Record
from birge.core.among import among
from birge.core.memory import fewer_collections
from birge.search import page_index, suggestion_index, vocabulary
from birge.search.ahead import own_texts
from birge.search.analyst import analyst
from birge.search.documents import documents_for
from birge.search.engines import database_engine, get_engine
from birge.search.models import FeedState, IndexedRecord
from birge.search.runs import Read

if TYPE_CHECKING:
    from birge.search.feed import Filling

BATCH = 500
Progress = Callable[[int], None]


@dataclass
class Summary:
    """What a run over the catalogue did."""

    indexed: int = 0
    total: int = 0
    kept: int = 0


def index_records(
    record_ids: Iterable[int],
    made: Made = NOTHING,
    *,
    tally: vocabulary.Tally | None = None,
    new: Filling | None = None,
) -> int:
    """Bring the index in step with these records, in the caller's transaction if there is one.

    Records that are gone are taken out; those that were just made are not read again. Returns how
    many documents were written. Words are counted in the tally of a run over everything; without
    one, the vocabulary learns them now. Such a run may also fill a new index of Elasticsearch;
    without one, the queue is told.
    """
    engine = database_engine() if new else get_engine()
    written = 0
    for batch in _batches(dict.fromkeys(record_ids)):
        with transaction.atomic():
            documents = documents_for(batch, made)
            gone = set(batch).difference(document.record_id for document in documents)
            if gone:
                engine.remove(sorted(gone))
            engine.put(documents)
            if tally is None:
                vocabulary.learn(documents)
            else:
                tally.add(documents)
            suggestion_index.keep(batch, documents)
            if not settings.BIRGE_SEARCH_URL:
                # An index of Elasticsearch that was fed once must not be taken for fresh again.
                transaction.on_commit(FeedState.disown, robust=True)
        if new:
            new.add(documents)
        written += len(documents)
    return written


def remove_records(record_ids: Iterable[int]) -> None:
    """Take records out of the index."""
    with transaction.atomic():
        get_engine().remove(list(record_ids))


def index_missing(progress: Progress | None = None) -> Summary:
    """Index the records that the index does not know, or knows with another visibility."""
    database_engine().restore()
    active = Record.objects.filter(status=RecordStatus.ACTIVE)
    known = IndexedRecord.objects.all()
    wrong = (
        Record.objects.exclude(pk__in=known.values("pk"))
        | active.filter(pk__in=known.filter(public=False).values("pk"))
        | Record.objects.exclude(status=RecordStatus.ACTIVE).filter(
            pk__in=known.filter(public=True).values("pk")
        )
    )
    with _at_the_end():
        summary = _index_all(wrong.order_by("pk").values_list("pk", flat=True), progress)
    if settings.BIRGE_SEARCH_URL:
        # Its client takes long to load; only sites that use it wait for that.
        from birge.search import feed

        feed.reconcile()
    page_index.rebuild_pages()
    return summary


def rebuild(progress: Progress | None = None) -> Summary:
    """Index every record anew, a batch at a time: search goes on answering all the while.

    Where a part of the index itself is gone, there is nothing to answer from, and it is made first.
    """
    database_engine().restore()
    tally, words = vocabulary.Tally(), vocabulary.ids()
    everything = Record.objects.order_by("pk").values_list("pk", flat=True)
    with suggestion_index.rebuilt(), _at_the_end(), _filling() as new:
        summary = _index_all(everything, progress, tally, new)
    vocabulary.replace(tally, words)
    page_index.rebuild_pages()
    get_engine().tidy()
    return summary


def _at_the_end() -> AbstractContextManager[None]:
    """Leave to the end what is quicker done once, while there is nothing to find anyway."""
    engine = database_engine()
    return nullcontext() if engine.count() else engine.filling()


def _filling() -> AbstractContextManager[Filling | None]:
    """A new index of Elasticsearch to be filled; nothing where the site uses none."""
    if not settings.BIRGE_SEARCH_URL:
        return nullcontext()
    from birge.search import feed

    return feed.filling()


def _index_all(
    record_ids: Iterable[int],
    progress: Progress | None,
    tally: vocabulary.Tally | None = None,
    new: Filling | None = None,
) -> Summary:
    wanted = list(record_ids)
    summary = Summary(total=len(wanted))
    with fewer_collections(), analyst(len(wanted)) as texts:
        for batch in texts.ahead(map(Batch, _batches(wanted)), _texts_of):
            summary.indexed += index_records(batch.ids, batch.unchanged(), tally=tally, new=new)
            if progress:
                progress(len(batch.ids))
    summary.kept = get_engine().count()
    return summary


class Batch:
    """Records read a little before they are indexed."""

    def __init__(self, ids: list[int]) -> None:
        self.ids = ids
        rows = Record.objects.filter(pk__in=among(ids)).order_by()
        self.records = {record.pk: record for record in rows}

    def unchanged(self) -> dict[int, Record]:
        """Those that nobody has changed since: every change moves the time that a record has."""
        now = Record.objects.filter(pk__in=among(self.ids)).order_by()
        times = dict(now.values_list("pk", "updated_at"))
        found = self.records.items()
        return {pk: record for pk, record in found if times.get(pk) == record.updated_at}


def _texts_of(batch: Batch) -> Iterator[Read]:
    """The texts that are to be analyzed; what many records share is remembered."""
    for record in batch.records.values():
        yield from own_texts(record)


def _batches(record_ids: Iterable[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for record_id in record_ids:
        batch.append(record_id)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
