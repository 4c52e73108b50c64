"""The server engine."""

from __future__ import annotations

import pytest
from django.db import connection

from birge.search.engines.postgres import PostgresEngine
from tests.search.conformance import EngineConformance


@pytest.mark.postgres
class TestPostgresEngine(EngineConformance):
    @pytest.fixture
    def engine(self) -> PostgresEngine:
        return PostgresEngine()

    def test_words_are_found_by_the_index(self, engine):
        self.put(engine, self.document("Абай"))
        with connection.cursor() as cursor:
            cursor.execute("SET enable_seqscan = off")
            found = engine.matching("'fабай'")
            cursor.execute(f"EXPLAIN {found.text}", found.params)
            plan = " ".join(row[0] for row in cursor.fetchall())
        assert "search_record_terms" in plan
