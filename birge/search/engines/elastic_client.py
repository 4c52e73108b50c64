"""The way to Elasticsearch: what SEARCH_URL says, short timeouts, failures as the engine's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from elasticsearch import ApiError, Elasticsearch, TransportError

from birge.search.engines.base import EngineFailed

#: A reader waits no longer than this before the database answers instead, in seconds.
PATIENCE = 2.0
#: A batch of documents takes longer, and nobody waits for it.
BULK_PATIENCE = 30.0
USUAL_NAME = "birge"
BUSY = 429
NOT_FOUND = 404
SERVER_ERRORS = 500


class EngineDown(EngineFailed):
    """Nobody answers, not in time, or not at the moment: asking again later may help."""


class IndexLost(EngineFailed):
    """Elasticsearch answers, and has no index that this site could use: it must be rebuilt."""


class Place(NamedTuple):
    """What SEARCH_URL says."""

    node: str
    name: str
    user: str
    password: str
    options: dict[str, str]


def place_of(url: str) -> Place:
    """SEARCH_URL taken apart; its path is the name that all indices of the site begin with."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return Place(
        node=f"{parts.scheme}://{host}:{parts.port or 9200}",
        name=parts.path.strip("/") or USUAL_NAME,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=dict(parse_qsl(parts.query)),
    )


@lru_cache(maxsize=8)
def connect(url: str) -> Elasticsearch:
    """The client for an address, shared by the threads of a process; it connects when it asks."""
    place = place_of(url)
    options: dict[str, object] = {}
    if place.user:
        options["basic_auth"] = (place.user, place.password)
    if "api_key" in place.options:
        options["api_key"] = place.options["api_key"]
    if "ca_certs" in place.options:
        options["ca_certs"] = place.options["ca_certs"]
    return Elasticsearch(
        place.node,
        request_timeout=float(place.options.get("timeout", PATIENCE)),
        max_retries=0,
        retry_on_timeout=False,
        **options,
    )


@contextmanager
def failing_as_engine() -> Iterator[None]:
    """What the client raises, as the engine's failure of the right kind."""
    try:
        yield
    except ApiError as error:
        raise _kind(error.status_code)(_told(error)) from error
    except TransportError as error:
        raise EngineDown(str(error)) from error


def _kind(status: int) -> type[EngineFailed]:
    if status == NOT_FOUND:
        return IndexLost
    return EngineDown if status == BUSY or status >= SERVER_ERRORS else EngineFailed


def _told(error: ApiError) -> str:
    """The status and the reason, without the body of the request."""
    body = error.body if isinstance(error.body, dict) else {}
    cause = body.get("error")
    reason = cause.get("reason", "") if isinstance(cause, dict) else str(cause or "")
    return f"{error.status_code} {error.message} {reason}".strip()[:500]
