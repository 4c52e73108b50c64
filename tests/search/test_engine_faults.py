"""What goes wrong with the engines of the database, and what becomes of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from birge.search import services
from birge.search.engines import get_engine, storage
from birge.search.engines.base import EngineFailed, SearchRequest
from birge.search.engines.database import Sql
from birge.search.interpretation import interpret
from tests import needs
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]

OF_SQLITE = {"search_words", "search_terms", "search_facet"}
TABLES = [table for table in storage.TABLES if not (needs.on_postgres() and table in OF_SQLITE)]
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"


def found(text: str = "") -> set[int]:
    request = SearchRequest(query=interpret(text).query, limit=100)
    return {hit.record_id for hit in get_engine().search(request).hits}


@pytest.fixture
def _whole_again() -> Iterator[None]:
    yield
    get_engine().restore()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.usefixtures("_whole_again")
def test_a_table_dropped_by_hand_is_a_failure_until_the_rebuild(client, table):
    record = make_record("Абай жолы", subjects=["Роман"])
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {table}")
    if table != "search_terms":  # what only changes need
        with pytest.raises(EngineFailed):
            found("абай")
            found()
    call_command("index_catalogue", "--rebuild", verbosity=0)
    assert found("абай") == found() == {record.pk}


@pytest.mark.usefixtures("_whole_again")
def test_what_is_missing_is_made_without_a_rebuild_too():
    record = make_record("Абай жолы")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_record")
    call_command("index_catalogue", verbosity=0)
    assert found("абай") == {record.pk}


def test_indexing_that_is_stopped_in_the_middle_leaves_everything_as_it_was(monkeypatch):
    records = [make_record(f"Абай {number}") for number in range(4)]

    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"birge.search.engines.{get_engine().name}_store._changed", stop)
    for record in records:
        type(record).objects.filter(pk=record.pk).update(title="Шоқан")
    with pytest.raises(KeyboardInterrupt):
        services.rebuild()
    monkeypatch.undo()
    assert found("абай") == {record.pk for record in records}
    assert found("шоқан") == set()
    services.rebuild()
    assert found("шоқан") == {record.pk for record in records}


def test_a_question_that_takes_too_long_fails_and_the_next_one_is_answered(monkeypatch):
    record = make_record("Абай жолы")
    engine = get_engine()
    monkeypatch.setattr(type(engine), "deadline", 0.2)
    monkeypatch.setattr(type(engine), "_known", lambda self, pairs: self._rows(Sql(ENDLESS)) and {})
    with pytest.raises(EngineFailed):
        engine.search(SearchRequest(query=interpret("абай").query))
    monkeypatch.undo()
    assert found("абай") == {record.pk}


def test_search_answers_all_the_while_the_index_is_rebuilt(monkeypatch):
    records = {make_record(f"Абай {number}", subjects=["Роман"]).pk for number in range(7)}
    monkeypatch.setattr(services, "BATCH", 2)
    seen: list[tuple[set[int], set[int]]] = []
    services.rebuild(lambda _number: seen.append((found("абай"), found())))
    assert len(seen) == 4
    assert all(pair == (records, records) for pair in seen)


@pytest.mark.postgres
def test_readers_beside_a_rebuild_see_every_record(monkeypatch):
    """On PostgreSQL alone: the tables of an SQLite in memory are locked for other threads."""
    records = {make_record(f"Абай {number}").pk for number in range(30)}
    monkeypatch.setattr(services, "BATCH", 3)
    over, seen, failed = threading.Event(), [], []

    def read() -> None:
        try:
            while not over.is_set():
                seen.append(found("абай"))
        except EngineFailed as error:
            failed.append(error)
        finally:
            connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with transaction.atomic():
            services.index_records(records)
        services.rebuild()
    finally:
        over.set()
        reader.join()
    assert failed == []
    assert seen
    assert all(ids == records for ids in seen)
