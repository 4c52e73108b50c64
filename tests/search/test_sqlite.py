"""The embedded engine."""

from __future__ import annotations

import pytest
from django.db import connection

from birge.catalogue.models import Record
from birge.search.engines import sqlite
from birge.search.engines.sqlite import SqliteEngine
from tests.search.conformance import EngineConformance


class TestSqliteEngine(EngineConformance):
    statements = 3

    @pytest.fixture
    def engine(self) -> SqliteEngine:
        return SqliteEngine()

    def test_nothing_is_left_of_what_was_replaced_or_removed(self, engine):
        documents = [self.document(f"Абай {number}") for number in range(20)]
        self.put(engine, *documents)
        self.put(engine, *documents[:7])
        engine.remove([document.record_id for document in documents[10:]])
        Record.objects.filter(pk=documents[9].record_id).delete()
        engine.tidy()
        assert _lexemes().count("aабай") == 9
        engine.remove([document.record_id for document in documents])
        assert _lexemes() == []


class TestSqliteEngineByLists(EngineConformance):
    """Many records are ranked by lists and few by their own words: both must say the same."""

    statements = 4

    @pytest.fixture
    def engine(self, monkeypatch) -> SqliteEngine:
        monkeypatch.setattr(sqlite, "FEW", -1)
        return SqliteEngine()


def _lexemes() -> list[str]:
    """What FTS5 holds, once for each record."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE temp.held USING fts5vocab('main', 'search_words', 'instance')"
        )
        cursor.execute("SELECT term FROM temp.held")
        found = [term for (term,) in cursor.fetchall()]
        cursor.execute("DROP TABLE temp.held")
    return found
