"""The engines, and which one this site uses."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

from birge.search.engines.base import Engine
from birge.search.engines.postgres import PostgresEngine
from birge.search.engines.sqlite import SqliteEngine

ENGINES = {"sqlite": SqliteEngine, "postgres": PostgresEngine}
BY_VENDOR = {"sqlite": "sqlite", "postgresql": "postgres"}


def engine_name() -> str:
    """The engine that readers are answered by."""
    return get_engine().name


def database_engine() -> Engine:
    """The engine that is in step with the database; "auto" is the database's own."""
    chosen = settings.BIRGE_SEARCH_ENGINE
    return ENGINES[BY_VENDOR[connection.vendor] if chosen == "auto" else chosen]()


def get_engine() -> Engine:
    """The engine of this site: the database's, or Elasticsearch beside it."""
    database = database_engine()
    url = settings.BIRGE_SEARCH_URL
    if not url:
        return database
    # The client takes long to load; only sites that use it wait for that.
    from birge.search.engines.fed import FedEngine

    return FedEngine(database, url)
