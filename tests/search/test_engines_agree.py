"""Elasticsearch and the database's engine give the same answers to questions nobody thought of."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from birge.catalogue.models import Record, Source
from birge.search.engines import database_engine
from birge.search.engines.base import (
    Document,
    Query,
    Role,
    Run,
    SearchRequest,
    SearchResult,
    Sort,
)
from birge.search.engines.elasticsearch import ElasticsearchEngine
from birge.search.interpretation import interpret
from birge.search.models import Owner
from birge.search.runs import text_run
from tests.search.elastic import node_url

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.database]

WORDS = (
    "абай абайдың абайлар жол жолы жолдар қазақ казак қазақтың кітап кітабы китап сөз сөздер "
    "книга книги книгами дорога дороги дорогой степь степи дала тау таулар 1942 и туралы"
).split()
FACETS = {
    "language": ["kaz", "rus", "eng"],
    "branch": ["a", "b", "c"],
    "author": [str(number) for number in range(12)],
    "type": ["book", "audio"],
}
RECORDS, QUESTIONS = 150, 250


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1845)


@pytest.fixture
def engine() -> Iterator[ElasticsearchEngine]:
    name = f"test-{secrets.token_hex(4)}"
    engine = ElasticsearchEngine(f"{node_url()}/{name}?timeout=20", lambda: Owner("tests", 0))
    engine.clear()
    yield engine
    for index in engine.client.indices.get(index=f"{name}-*"):
        engine.client.indices.delete(index=index)


def some(chance: random.Random, values: Sequence[str], least: int, most: int) -> list[str]:
    """Some of the values, one perhaps twice."""
    return [chance.choice(values) for _ in range(chance.randint(least, most))]


def runs(chance: random.Random, most: int) -> list[Run]:
    """A few values of a few words."""
    texts = [" ".join(some(chance, WORDS, 1, 4)) for _ in range(chance.randint(0, most))]
    return [run for text in texts if (run := text_run(text, chance.choice(["kk", "ru", ""]))).exact]


def document(chance: random.Random, record: Record) -> Document:
    """A document of words that meet often."""
    title = runs(chance, 1) or [text_run("абай")]
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(9))
    return Document(
        record_id=record.pk,
        public=chance.random() < 0.9,
        runs={
            Role.TITLE: title,
            Role.NAMES: runs(chance, 2),
            Role.SUBJECTS: runs(chance, 2),
            Role.IMPRINT: runs(chance, 1),
            Role.TEXT: runs(chance, 2),
        },
        identifiers=some(chance, ["9786011234566", "03785955"], 0, 1),
        facets={
            name: list(dict.fromkeys(some(chance, values, 0, 2))) for name, values in FACETS.items()
        },
        year=chance.choice([None, 1942, 1990, 2001, 2020]),
        received_on=chance.choice([None, day]),
        title_key=f"{chance.randrange(40):05}",
        title_words=len(title[0].exact.split()),
    )


def question(chance: random.Random) -> SearchRequest:
    """A question of every kind that the protocol knows."""
    words = some(chance, WORDS, 0, 4)
    text = " ".join(words)
    if chance.random() < 0.3:
        text += f" «{' '.join(some(chance, WORDS, 1, 3))}»"
    if chance.random() < 0.2:
        text += f" -{chance.choice(WORDS)}"
    if chance.random() < 0.1:
        text += " 978-601-12-3456-6"
    query = interpret(text).query
    if not query:
        query = Query()
    elif chance.random() < 0.4:
        query = changed(chance, query)
    filters = {name: some(chance, values, 1, 2) for name, values in FACETS.items()}
    return SearchRequest(
        query=query,
        filters={name: found for name, found in filters.items() if chance.random() < 0.15},
        year_from=chance.choice([None, None, None, 1950]),
        year_to=chance.choice([None, None, None, 2001]),
        sort=chance.choice([Sort.RELEVANCE, Sort.RELEVANCE, *Sort]),
        offset=chance.choice([0, 0, 7]),
        limit=chance.choice([20, 200, 0]),
        facet_limit=chance.choice([0, 3, 20]),
        public_only=chance.random() < 0.8,
        with_facets=chance.random() < 0.8,
    )


def changed(chance: random.Random, query: Query) -> Query:
    """The query with weights and scopes, and with enough of its words."""
    scopes = ["all", "all", "title", "names", "subjects", "imprint"]
    words = tuple(
        replace(word, weight=chance.randint(1, 4), scope=chance.choice(scopes))
        for word in query.words
    )
    most = sum(word.weight for word in words)
    return replace(query, words=words, enough=chance.randint(0, most))


def plain(result: SearchResult) -> dict[str, object]:
    """An answer as it can be compared."""
    return {
        "hits": [tuple(hit) for hit in result.hits],
        "total": result.total,
        "facets": {name: [tuple(each) for each in found] for name, found in result.facets.items()},
        "years": [tuple(each) for each in result.years],
    }


def test_answers_are_the_same(engine, chance):
    source = Source.objects.create(name="engines")
    records = [
        Record.objects.create(source=source, control_number=str(number), title="Абай")
        for number in range(RECORDS)
    ]
    documents = [document(chance, record) for record in records]
    database = database_engine()
    database.put(documents)
    engine.put(documents)
    found = 0
    for number in range(QUESTIONS):
        asked = question(chance)
        expected, answer = plain(database.search(asked)), plain(engine.search(asked))
        assert answer == expected, (number, asked)
        found += bool(expected["total"])
    assert found > QUESTIONS / 3
