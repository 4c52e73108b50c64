"""The engine for large libraries: Elasticsearch over terms that were analyzed before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from elasticsearch.dsl import Search
from elasticsearch.dsl.response import Response
from elasticsearch.helpers import streaming_bulk

from birge.search.engines.base import (
    FACETS,
    Document,
    EngineFailed,
    Hit,
    SearchRequest,
    SearchResult,
)
from birge.search.engines.elastic_client import (
    BULK_PATIENCE,
    BUSY,
    NOT_FOUND,
    SERVER_ERRORS,
    EngineDown,
    IndexLost,
    connect,
    failing_as_engine,
    place_of,
)
from birge.search.engines.elastic_index import WINDOW, source
from birge.search.engines.elastic_indices import MARK, Indices
from birge.search.engines.elastic_query import RECORDS, YEAR, asked, buckets
from birge.search.engines.values import listed
from birge.search.models import FeedState, Owner

CONFLICT = 409
#: How many places a walk to a far page takes at a time.
STEP = 10_000
#: Documents in one request; what makes it shorter is their size.
CHUNK = 500
CHUNK_BYTES = 10 * 1024 * 1024


class Refused(NamedTuple):
    """A document that Elasticsearch did not take, and whether trying again may help."""

    record_id: int
    reason: str


class ElasticsearchEngine:
    """Answers from the index that the site's alias leads to.

    Whoever keeps it in step with the database is `birge.search.feed`; the methods of the
    protocol write at once, and are there for tests and benchmarks.
    """

    name = "elasticsearch"

    def __init__(self, url: str, owner: Callable[[], Owner]) -> None:
        self.client = connect(url)
        self.indices = Indices(self.client, place_of(url).name, owner)

    # Questions

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a question; part of an answer is a failure."""
        search = asked(request, Search(using=self.client, index=self.indices.live))
        search = search.params(allow_partial_search_results=False)
        search = search.extra(track_total_hits=True)
        found = _answer(self._page(search, request))
        hits = [Hit(int(hit.meta.id), round(hit.meta.score or 0)) for hit in found.hits]
        if not request.with_facets:
            return SearchResult(hits, found.hits.total.value)
        counted = found.to_dict()["aggregations"]
        facets = listed(_counts(counted, request.facet_limit), request.filters, request.facet_limit)
        return SearchResult(hits, found.hits.total.value, facets, _years(counted))

    def first_found(self, requests: Sequence[SearchRequest]) -> tuple[int, SearchResult]:
        """The place and the answer of the first question that finds anything, or of the first."""
        first: SearchResult | None = None
        for place, request in enumerate(requests):
            result = self.search(request)
            if result.total:
                return place, result
            first = first or result
        return 0, first

    def count(self) -> int:
        """Number of documents kept, public or not."""
        with failing_as_engine():
            return self.client.count(index=self.indices.live, query=RECORDS.to_dict())["count"]

    def record_ids(self) -> Iterable[int]:
        """Ids of all documents, in order."""
        search = Search(using=self.client, index=self.indices.live).query(RECORDS)
        search = search.sort("record_id").source(False)[:STEP]
        after: list[int] = []
        while True:
            step = search.extra(search_after=after) if after else search
            hits = _answer(step).hits
            yield from (int(hit.meta.id) for hit in hits)
            if len(hits) < STEP:
                return
            after = list(hits[-1].meta.sort)

    def _page(self, search: Search, request: SearchRequest) -> Search:
        """The search from the place where its page begins; a far one is walked to."""
        if request.offset + request.limit <= WINDOW:
            return search[request.offset : request.offset + request.limit]
        walk = search.extra(track_total_hits=False, aggs={})
        left = request.offset
        while left:
            step = min(left, STEP)
            hits = _answer(walk[:step]).hits
            if len(hits) < step:
                return search[:0]
            left -= step
            after = list(hits[-1].meta.sort)
            walk = walk.extra(search_after=after)
            search = search.extra(search_after=after)
        return search[: request.limit]

    # Changes

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents at once."""
        self._at_once(self.putting(document) for document in documents)

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records at once; ids it does not know are no error."""
        self._at_once(self.removing(record_id) for record_id in record_ids)

    def clear(self) -> None:
        """Forget everything: an empty index takes the place of the one there is."""
        self.indices.swap(self.indices.create())

    def tidy(self) -> None:
        """Let what was written be found."""
        with failing_as_engine():
            self.client.indices.refresh(index=self.indices.live)

    def restore(self) -> bool:
        """Make the index again, empty, where it is gone; whether it was."""
        try:
            self.indices.check()
        except IndexLost:
            self.clear()
            return True
        return False

    def filling(self) -> AbstractContextManager[None]:
        """Nothing need be left for the end of a filling."""
        return nullcontext()

    def _at_once(self, actions: Iterable[dict]) -> None:
        if refused := self.send(self.indices.live, actions, refresh=True):
            raise EngineFailed(refused[0].reason)

    @staticmethod
    def putting(document: Document, version: int | None = None) -> dict:
        """What `send` takes to replace a document, unless what is there is newer."""
        return {
            "_op_type": "index",
            "_id": str(document.record_id),
            "_source": source(document),
            **_versioned(version),
        }

    @staticmethod
    def removing(record_id: int, version: int | None = None) -> dict:
        """What `send` takes to forget a record, unless what is there is newer."""
        return {"_op_type": "delete", "_id": str(record_id), **_versioned(version)}

    @staticmethod
    def marking(version: int) -> dict:
        """What `send` takes to say how far the index has been fed."""
        return {"_op_type": "index", "_id": MARK, "_source": {}, **_versioned(version)}

    def send(self, alias: str, actions: Iterable[dict], *, refresh: bool = False) -> list[Refused]:
        """Write in batches; return what was refused for good, raise when nothing helps now.

        A newer document that is there already, and a record that was not there to be forgotten,
        are as good as done.
        """
        refused = []
        with failing_as_engine():
            results = streaming_bulk(
                self.client.options(request_timeout=BULK_PATIENCE),
                actions,
                index=alias,
                chunk_size=CHUNK,
                max_chunk_bytes=CHUNK_BYTES,
                raise_on_error=False,
                require_alias=True,
                refresh=refresh,
            )
            for done, result in results:
                if not done and (found := _refused(result)):
                    refused.append(found)
        return refused


def _versioned(version: int | None) -> Mapping[str, object]:
    return {} if version is None else {"version": version, "version_type": "external_gte"}


def _refused(result: Mapping[str, Mapping]) -> Refused | None:
    [(operation, about)] = result.items()
    status, error = about["status"], about.get("error") or {}
    if status == CONFLICT or (status == NOT_FOUND and operation == "delete" and not error):
        return None
    reason = f"{status} {error.get('type', '')}: {error.get('reason', '')}"[:500]
    if status == NOT_FOUND:
        raise IndexLost(reason)
    if status == BUSY or status >= SERVER_ERRORS:
        raise EngineDown(reason)
    return Refused(int(about["_id"]), reason)


def _answer(search: Search) -> Response:
    """The answer, unless part of it is missing."""
    with failing_as_engine():
        try:
            found = search.execute()
        except TypeError as error:  # an answer that breaks off before its body has none
            raise EngineDown("the answer cannot be read") from error
    if found.timed_out or found._shards.failed:
        raise EngineDown("only a part of the index answered")
    return found


def _counts(found: Mapping[str, Mapping], limit: int) -> Iterator[tuple[str, str, int]]:
    """Each facet's most frequent values with their equals, and the chosen ones; none twice."""
    for name in FACETS:
        frequent = buckets(found, name, "values")
        least = frequent[limit - 1]["doc_count"] if 0 < limit <= len(frequent) else 0
        kept = [bucket for bucket in frequent if limit and bucket["doc_count"] >= least]
        chosen = buckets(found, name, "chosen")
        counts = {bucket["key"]: bucket["doc_count"] for bucket in (*kept, *chosen)}
        yield from ((name, value, count) for value, count in counts.items())


def _years(found: Mapping[str, Mapping]) -> list[tuple[int, int]]:
    return [(bucket["key"], bucket["doc_count"]) for bucket in buckets(found, YEAR, "values")]


def index_at(url: str) -> ElasticsearchEngine:
    """The site's index in Elasticsearch, which carries the name that its database has given it."""
    return ElasticsearchEngine(url, FeedState.owner)
