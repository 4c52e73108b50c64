"""What the search room leaves to the task queue."""

from __future__ import annotations

from django_tasks import default_task_backend, task

from birge.search import feed
from birge.search.models import FeedState


@task()
def feed_search() -> int:
    """Send what waits to Elasticsearch; after a failure a worker tries again by itself."""
    report = feed.send_pending()
    if report.failed and default_task_backend.supports_defer:
        feed_search.using(run_after=FeedState.current().retry_at).enqueue()
    return report.sent
