"""Whether readers are answered by the engine that the site has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from birge.search.feed import Status


def feed_status(*, ask: bool = True) -> Status | None:
    """How Elasticsearch does; nothing where the site uses none.

    It is asked, which takes seconds when it hangs, or judged by what is known of it.
    """
    if not settings.BIRGE_SEARCH_URL:
        return None
    # The client takes long to load; only sites that use it wait for that.
    from birge.search import feed

    return feed.status(ask=ask)
