"""What the catalogue leaves to the task queue."""

from __future__ import annotations

from django_tasks import task

from birge.catalogue.services.sources import tell_of_records


@task()
def tell_of_source(source_id: int) -> int:
    """Bring search in step with a source that speaks of its copies in another way than before."""
    return tell_of_records(source_id)
