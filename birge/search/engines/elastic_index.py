"""What Elasticsearch keeps of a record: the mapping, and documents made for it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache

from elasticsearch.dsl import (
    Boolean,
    Date,
    Integer,
    Keyword,
    Long,
    MetaField,
    Object,
    Text,
)
from elasticsearch.dsl import Document as ElasticDocument

from birge.search.engines.base import FACETS, Document, Level, Role, Run

#: What one request may reach without walking there. A place further down is walked to.
WINDOW = 50_000
SETTINGS = {
    # One shard counts exactly; a catalogue of millions fits into it.
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Said outright, for otherwise an index nobody has asked lately answers late.
    "refresh_interval": "1s",
    "max_result_window": WINDOW,
    # A deletion is remembered for as long as an older document may still be on its way.
    "gc_deletes": "1h",
}


def words() -> Text:
    """A field of terms that were analyzed before: only the blanks between them count."""
    return Text(analyzer="whitespace", norms=False, index_options="positions")


class RecordDocument(ElasticDocument):
    """One record; a field of words for each role and level, so that a query can name them.

    Each value of a field is one run. Elasticsearch leaves a gap between values that no phrase
    can reach over. Only numbers and keys are ever asked back, so the source is not kept.
    """

    title_exact = words()
    title_stem = words()
    title_folded = words()
    names_exact = words()
    names_stem = words()
    names_folded = words()
    subjects_exact = words()
    subjects_stem = words()
    subjects_folded = words()
    imprint_exact = words()
    imprint_stem = words()
    imprint_folded = words()
    text_exact = words()
    text_stem = words()
    text_folded = words()
    identifiers = Keyword()
    facets = Object(properties={name: Keyword() for name in FACETS})
    record_id = Long()
    public = Boolean()
    year = Integer()
    received_on = Date()
    title_key = Keyword()
    title_words = Integer()

    class Meta:
        dynamic = MetaField("strict")
        source = MetaField(enabled=False)


@lru_cache(maxsize=1)
def mapping() -> dict:
    """The mapping of an index."""
    return RecordDocument._index.to_dict()["mappings"]


@lru_cache(maxsize=1)
def layout() -> str:
    """A fingerprint of mapping and settings: an index with another one must be rebuilt."""
    text = json.dumps([mapping(), SETTINGS], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def body(site: str) -> dict:
    """What an index of this site is made with; it carries whose it is and how it is laid out."""
    meta = {"site": site, "layout": layout()}
    return {"settings": {"index": SETTINGS}, "mappings": {**mapping(), "_meta": meta}}


def source(document: Document) -> dict:
    """A document as it is sent."""
    found: dict[str, object] = {
        "record_id": document.record_id,
        "public": document.public,
        "identifiers": list(document.identifiers),
        "facets": {name: list(document.facets.get(name, ())) for name in FACETS},
        "year": document.year,
        "received_on": document.received_on,
        "title_key": document.title_key,
        "title_words": document.title_words,
    }
    for role in Role:
        runs = document.runs.get(role, ())
        found[f"{role}_{Level.EXACT}"] = [run.exact for run in runs]
        found[f"{role}_{Level.STEM}"] = [run.stem for run in runs]
        found[f"{role}_{Level.FOLDED}"] = _keys(runs)
    return found


def _keys(runs: Sequence[Run]) -> list[str]:
    """Keys in the places of their words, then the further keys, each by itself."""
    further = dict.fromkeys(key for run in runs for key in run.others.split())
    return [*(run.folded for run in runs), *further]
