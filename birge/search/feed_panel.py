"""On the admin's first page: that Elasticsearch does not answer, or does not get what changes."""

from __future__ import annotations

from wagtail.admin.ui.components import Component

from birge.search.health import feed_status


class FeedPanel(Component):
    """What waits, what was refused and why; nothing while all is well. It waits for nobody."""

    template_name = "search/admin/feed.html"
    order = 40

    def get_context_data(self, parent_context: object = None) -> dict:
        """The state of the queue and of Elasticsearch, as the database and this process know it."""
        found = feed_status(ask=False)
        if found is None or (found.is_well and not found.refused):
            return {"status": None}
        return {"status": found}
