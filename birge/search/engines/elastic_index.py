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

from birge.search.engines.base import FACETS, Document, Level, Role
from birge.search.engines.terms import ANYWHERE, PARTS, marks_of

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


def terms() -> Text:
    """A field of lexemes that only stand in a record, in no place of it."""
    return Text(analyzer="whitespace", norms=False, index_options="docs")


class RecordDocument(ElasticDocument):
    """One record: a field of words for each level, each word behind the letter of its part.

    `words` are folded ones of the whole record in their places, for matching and for phrases:
    Elasticsearch leaves a gap between two values that no phrase can reach over. Only numbers and
    keys are ever asked back, so the source is not kept.
    """

    words = Text(analyzer="whitespace", norms=False, index_options="positions")
    exact = terms()
    stem = terms()
    folded = terms()
    marks = terms()
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
    """The field that a lexeme without a level is looked for in."""
    return "words" if lexeme.startswith(ANYWHERE) else "marks"


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
    runs = [(PARTS[role], run) for role in Role for run in document.runs.get(role, ()) if run.exact]
    further = [(part, run.others) for part, run in runs if run.others]
    folded = [(part, run.folded) for part, run in runs if part != PARTS[Role.TEXT]]
    return {
        # Each further key by itself, where it makes no phrase with its neighbor.
        "words": [
            *(_behind(ANYWHERE, run.folded) for _part, run in runs),
            *dict.fromkeys(ANYWHERE + key for _part, keys in further for key in keys.split(" ")),
        ],
        Level.EXACT: " ".join([_behind(part, run.exact) for part, run in runs]),
        Level.STEM: " ".join([_behind(part, run.stem) for part, run in runs]),
        # Nobody asks for folded forms of the text apart from those anywhere.
        Level.FOLDED: " ".join(
            [_behind(*each) for each in (*folded, *further) if each[0] != PARTS[Role.TEXT]]
        ),
        "marks": " ".join(marks_of(document)),
        "facets": {name: list(document.facets.get(name, ())) for name in FACETS},
        "record_id": document.record_id,
        "year": document.year,
        "received_on": document.received_on,
        "title_key": document.title_key,
        "title_words": document.title_words,
    }


def _behind(letter: str, words: str) -> str:
    """Words with spaces between them, each behind a letter."""
    return letter + words.replace(" ", " " + letter)
