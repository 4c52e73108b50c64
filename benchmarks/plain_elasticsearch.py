"""Elasticsearch in benchmarks: our engine filled as a rebuild fills it, and the plain one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from elasticsearch import Elasticsearch
from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Bool, Exists, Match, Terms
from elasticsearch.helpers import bulk

from benchmarks.plain_search import PAGE, SEVERAL, SINGLE, terms_of
from birge.search.engines.elasticsearch import ElasticsearchEngine
from birge.search.models import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.questions import Question
    from birge.search.engines.base import Document

PATIENCE = 300
NAME = "birge-bench"
KEYWORD = {"type": "keyword"}
MAPPING = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        "terms": {"type": "text", "analyzer": "whitespace"},
        "year": {"type": "integer"},
        **dict.fromkeys((*SINGLE, *SEVERAL), KEYWORD),
    },
}


def bench_engine(url: str) -> BenchElasticsearch:
    """Our engine on a node, under a name of its own."""
    return BenchElasticsearch(f"{url}/{NAME}?timeout={PATIENCE}", lambda: Owner("bench", 0))


class BenchElasticsearch(ElasticsearchEngine):
    """The engine written to as a rebuild writes: beside what answers, refreshed at the end."""

    @contextmanager
    def filling(self) -> Iterator[None]:
        """A new index that answers when all is in it."""
        index = self.indices.create()
        yield
        self.indices.swap(index)

    def put(self, documents: Sequence[Document]) -> None:
        """Send to the index that is being filled."""
        refused = self.send(self.indices.building, map(self.putting, documents))
        if refused:
            raise RuntimeError(refused[0].reason)


class PlainElasticsearch:
    """One field of terms ranked by BM25, and an aggregation of terms for each facet."""

    our_tables = (f"{NAME}-records",)
    tables = (f"{NAME}-plain",)

    def __init__(self, url: str) -> None:
        self.client = Elasticsearch(url, request_timeout=PATIENCE)

    @property
    def title(self) -> str:
        nodes = self.client.nodes.info(filter_path="nodes.*.version")["nodes"]
        return f"Elasticsearch {next(iter(nodes.values()))['version']}"

    def prepare(self) -> None:
        """Make the index."""
        [index] = self.tables
        self.client.indices.delete(index=index, ignore_unavailable=True)
        settings = {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}
        self.client.indices.create(index=index, mappings=MAPPING, settings=settings)

    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents."""
        bulk(self.client, map(self._action, documents), chunk_size=500)

    def _action(self, document: Document) -> dict:
        [index] = self.tables
        facets = {name: list(document.facets.get(name, ())) for name in (*SINGLE, *SEVERAL)}
        source = {"terms": terms_of(document), "year": document.year, **facets}
        return {"_index": index, "_id": str(document.record_id), "_source": source}

    def finish(self) -> None:
        """Let what was written be found."""
        [index] = self.tables
        self.client.indices.refresh(index=index)

    def search(self, question: Question) -> int:
        """Everything a page shows; returns the total."""
        [index] = self.tables
        conditions = {
            name: Terms(**{name: list(values)}) for name, values in question.request.filters.items()
        }
        words = [
            Bool(should=[Match(terms=key) for key in keys], minimum_should_match=1)
            for keys in question.words
        ]
        found = Search(using=self.client, index=index).extra(track_total_hits=True)
        if words:
            found = found.query(Bool(should=words, minimum_should_match=question.least))
        else:
            found = found.query(Exists(field="type"))
        if conditions:
            found = found.post_filter(Bool(filter=list(conditions.values())))
        for name in (*SINGLE, *SEVERAL, "year"):
            others = [each for other, each in conditions.items() if other != name]
            size = 1000 if name == "year" else PAGE
            counts = {"values": A("terms", field=name, size=size)}
            found.aggs.bucket(name, A("filter", filter=Bool(filter=others), aggs=counts))
        return found.source(False)[:PAGE].execute().hits.total.value

    def size(self, tables: Sequence[str]) -> int:
        """Bytes of indices."""
        stats = self.client.indices.stats(index=",".join(tables))
        return stats["_all"]["primaries"]["store"]["size_in_bytes"]
