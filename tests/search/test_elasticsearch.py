"""The engine for large libraries, against a real Elasticsearch."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

import dev
from birge.search.engines.elasticsearch import ElasticsearchEngine
from tests.search.conformance import EngineConformance


@pytest.fixture
def engine() -> Iterator[ElasticsearchEngine]:
    """An engine with indices of its own, which go with it."""
    name = f"test-{secrets.token_hex(4)}"
    url = f"{dev.find_service('Elasticsearch')}/{name}?timeout=20"
    engine = ElasticsearchEngine(url, lambda: "tests")
    engine.clear()
    yield engine
    for index in engine.client.indices.get(index=f"{name}-*"):
        engine.client.indices.delete(index=index)


@pytest.mark.elasticsearch
class TestElasticsearchEngine(EngineConformance):
    @pytest.fixture
    def engine(self, engine) -> ElasticsearchEngine:
        return engine
