"""Project rules of the search room that Django checks at start-up."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import connection

from birge.search.engines import BY_VENDOR


@register()
def check_engine(app_configs: list[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """An engine that lives in the database must be that database's own (search.E001)."""
    chosen = settings.BIRGE_SEARCH_ENGINE
    fitting = BY_VENDOR.get(connection.vendor)
    if chosen in ("auto", fitting):
        return []
    return [
        Error(
            f"SEARCH_ENGINE={chosen} cannot work on this database.",
            hint=f"Leave SEARCH_ENGINE out, or set it to {fitting}.",
            id="search.E001",
        )
    ]
