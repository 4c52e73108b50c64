"""What Elasticsearch keeps of a record: the mapping, and documents made for it."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from elasticsearch.dsl import (
    Date,
    Integer,
    Keyword,
    Long,
    MetaField,
    Object,
    Text,
)
from elasticsearch.dsl import Document as ElasticDocument

from birge.search.engines.base import FACETS, Document
from birge.search.engines.terms import ANYWHERE, held_by

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


class RecordDocument(ElasticDocument):
    """One record, its lexemes as the engines of the database have them (`terms.held_by`).

    Those that phrases are looked for in have fields and places of their own: Elasticsearch leaves
    a gap between two values that no phrase can reach over. Only numbers and keys are ever asked
    back, so the source is not kept.
    """

    words = Text(analyzer="whitespace", norms=False, index_options="positions")
    terms = Text(analyzer="whitespace", norms=False, index_options="docs")
    facets = Object(properties={name: Keyword() for name in FACETS})
    record_id = Long()
    year = Integer()
    received_on = Date()
    title_key = Keyword()
    title_words = Integer()

    class Meta:
        dynamic = MetaField("strict")
        source = MetaField(enabled=False)


def field_of(lexeme: str) -> str:
    """The field that a lexeme is looked for in."""
    return "words" if lexeme.startswith(ANYWHERE) else "terms"


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
    held = held_by(document, ())
    return {
        # Each further key by itself, where it makes no phrase with its neighbor.
        "words": [*(words for words, _forms in held.values), *held.keys.split()],
        "terms": " ".join([*(forms for _words, forms in held.values), held.marks]),
        "facets": {name: list(document.facets.get(name, ())) for name in FACETS},
        "record_id": document.record_id,
        "year": document.year,
        "received_on": document.received_on,
        "title_key": document.title_key,
        "title_words": document.title_words,
    }
