"""Sources as staff change them."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django_tasks import task

from birge.catalogue.changes import records_changed
from birge.catalogue.models import Record, Source
from birge.catalogue.services.copies import touch

AT_ONCE = 500


def save_source(source: Source) -> Source:
    """Save a source; when it begins or ceases to speak of now, its records are told of.

    What readers see of copies and may filter by hangs on that. Few records follow in the same
    transaction, many are left to the task queue.
    """
    with transaction.atomic():
        stored = Source.objects.select_for_update().filter(pk=source.pk)
        before = stored.values_list("live_status", flat=True).first()
        source.save()
        if before is not None and before != source.live_status:
            if Record.objects.filter(source=source)[AT_ONCE:].exists():
                tell = partial(tell_of_source.enqueue, source.pk)
                transaction.on_commit(tell, robust=True)
            else:
                tell_of_source.call(source.pk)
    return source


@task()
def tell_of_source(source_id: int) -> int:
    """Tell the listeners of all records of a source, a transaction for each batch; how many."""
    done = last = 0
    records = Record.objects.filter(source=source_id).order_by("pk").values_list("pk", flat=True)
    while ids := list(records.filter(pk__gt=last)[:AT_ONCE]):
        with transaction.atomic():
            touch(ids)
            records_changed(ids)
        last = ids[-1]
        done += len(ids)
    return done
