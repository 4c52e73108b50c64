"""The server engine."""

from __future__ import annotations

import pytest
from django.db import connection

from birge.search.engines import postgres
from birge.search.engines.postgres import PostgresEngine, written
from tests.search.conformance import EngineConformance


@pytest.mark.postgres
class TestPostgresEngine(EngineConformance):
    statements = 3

    @pytest.fixture
    def engine(self) -> PostgresEngine:
        return PostgresEngine()

    def test_words_are_found_by_the_index(self, engine):
        self.put(engine, self.document("Абай"))
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(
                "EXPLAIN SELECT record_id FROM search_record WHERE terms @@ CAST(%s AS tsquery)",
                (written("aабай"),),
            )
            plan = " ".join(row[0] for row in cursor.fetchall())
        assert "search_record_terms" in plan


@pytest.mark.postgres
class TestPostgresEngineByTiers(EngineConformance):
    """Many records are ranked tier by tier and few at once: both must say the same."""

    statements = 3

    @pytest.fixture
    def engine(self, monkeypatch) -> PostgresEngine:
        monkeypatch.setattr(postgres, "FEW", -1)
        return PostgresEngine()
