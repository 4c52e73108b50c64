"""Search in the admin."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from birge.search.feed_panel import FeedPanel


@hooks.register("construct_homepage_panels")
def show_feed(request: HttpRequest, panels: list[Component]) -> None:
    """Tells whoever signs in that Elasticsearch is in trouble."""
    panels.append(FeedPanel())
