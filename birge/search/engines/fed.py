"""The engine of a site with Elasticsearch: the database has everything, Elasticsearch answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db import transaction

from birge.search.engines.base import Document, Engine, EngineFailed, SearchRequest, SearchResult
from birge.search.engines.elastic_watch import watch_of
from birge.search.engines.elasticsearch import ElasticsearchEngine, index_at
from birge.search.models import IndexedRecord, PendingRecord


class FedEngine:
    """Writes to the database's engine and to the queue; asks Elasticsearch while it can be relied on.

    Whatever else the database's engine can do, it does here too.
    """

    name = ElasticsearchEngine.name

    def __init__(self, database: Engine, url: str) -> None:
        self.database = database
        self.index = index_at(url)
        self.watch = watch_of(url)

    def __getattr__(self, name: str) -> object:
        """What the protocol does not name is asked of the database's engine."""
        if name.startswith("__") or name == "database":
            raise AttributeError(name)
        return getattr(self.database, name)

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer from Elasticsearch, else from the database, and say so.

        Staff are always answered by the database: it has their change at once.
        """
        return self.first_found([request])[1]

    def first_found(self, requests: Sequence[SearchRequest]) -> tuple[int, SearchResult]:
        """The place and the answer of the first question that finds anything, or of the first."""
        if not all(request.public_only for request in requests):
            return self.database.first_found(requests)
        if self.watch.usable(self.index.indices.check):
            try:
                found = self.index.first_found(requests)
            except EngineFailed as error:
                self.watch.failed(error)
            else:
                self.watch.answered()
                return found
        place, result = self.database.first_found(requests)
        return place, replace(result, fallback=True)

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents in the transaction that is open, and queue them."""
        self.database.put(documents)
        self._queue(document.record_id for document in documents)

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records in the transaction that is open, and queue that."""
        ids = list(record_ids)
        self.database.remove(ids)
        self._queue(ids)

    def clear(self) -> None:
        """Forget everything, and queue that."""
        ids = list(IndexedRecord.objects.values_list("pk", flat=True))
        self.database.clear()
        self._queue(ids)

    def tidy(self) -> None:
        """Put the database's index in good order; Elasticsearch sees to its own."""
        self.database.tidy()

    def count(self) -> int:
        """Number of documents kept in the database."""
        return self.database.count()

    @staticmethod
    def _queue(record_ids: Iterable[int]) -> None:
        # After the rows of the index, whose locks put two changes of one record in order.
        rows = [PendingRecord(record_id=record_id) for record_id in record_ids]
        if not rows:
            return
        PendingRecord.objects.bulk_create(rows, batch_size=500)
        # Tasks read documents, which know the engines.
        from birge.search.tasks import feed_search

        transaction.on_commit(feed_search.enqueue, robust=True)
