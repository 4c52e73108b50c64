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
    """The configured engine; "auto" is the one of the site's own database."""
    chosen = settings.BIRGE_SEARCH_ENGINE
    return BY_VENDOR[connection.vendor] if chosen == "auto" else chosen


def get_engine() -> Engine:
    """The engine of this site."""
    return ENGINES[engine_name()]()
