"""What Django's checks say of Elasticsearch: `check --database default` asks how the feeding goes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

LOCAL = ("localhost", "127.0.0.1", "::1")


@register(Tags.security, deploy=True)
def check_way(app_configs: list[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """What is sent to another machine goes by HTTPS (search.W001)."""
    parts = urlsplit(settings.BIRGE_SEARCH_URL)
    if parts.scheme != "http" or parts.hostname in LOCAL:
        return []
    return [
        Warning(
            "SEARCH_URL sends the catalogue, and any password, to another machine in the clear.",
            hint="Use https://, with ca_certs=FILE in the address where the certificate is your own.",
            id="search.W001",
        )
    ]


@register(Tags.database)
def check_feed(
    app_configs: list[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Elasticsearch has the site's index, and changes reach it (search.W002)."""
    if "default" not in (databases or ()) or not settings.BIRGE_SEARCH_URL:
        return []
    from django.db import connection

    if "search_feed" not in connection.introspection.table_names():
        return []  # `migrate` asks before it has made the tables
    from birge.search.health import feed_status

    found = feed_status()
    if found is None or (found.is_well and not found.refused):
        return []
    reason = found.trouble or found.error or "changes wait too long"
    return [
        Warning(
            f"Elasticsearch: {reason}; {found.waiting} changes wait, {found.refused} were refused."
            " The database answers searches meanwhile.",
            hint="`manage.py feed_search` sends what waits; `manage.py index_catalogue` builds"
            " an index that is missing.",
            id="search.W002",
        )
    ]
