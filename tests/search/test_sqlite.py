"""The embedded engine."""

from __future__ import annotations

import pytest
from django.db import connection

from birge.search.engines.sqlite import SqliteEngine
from tests.search.conformance import EngineConformance


class TestSqliteEngine(EngineConformance):
    @pytest.fixture
    def engine(self) -> SqliteEngine:
        return SqliteEngine()

    def test_index_and_terms_agree_after_changes(self, engine):
        documents = [self.document(f"Абай {number}") for number in range(20)]
        self.put(engine, *documents)
        self.put(engine, *documents[:7])
        engine.remove([document.record_id for document in documents[10:]])
        with connection.cursor() as cursor:
            # Raises an error where the index holds what the terms do not, or the reverse.
            cursor.execute(
                "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)"
            )
            cursor.execute("SELECT COUNT(*) FROM search_terms")
            assert cursor.fetchone() == (10,)
