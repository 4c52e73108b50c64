"""What waits to be written to Elasticsearch, and how the writing goes."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import NamedTuple

from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

#: Pauses between tries: the first, and the longest.
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=5)


class Owner(NamedTuple):
    """What tells an index of this database, as it is today, from any other.

    An index that has been sent a later row of the queue than this database knows is from another
    time: a backup has been restored.
    """

    site: str
    newest: int


def pause_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures - 1, 10))


class PendingRecords(models.QuerySet["PendingRecord"]):
    """Rows of the queue."""

    def due(self) -> PendingRecords:
        """What can be tried now."""
        return self.filter(Q(retry_at=None) | Q(retry_at__lte=timezone.now()))


class PendingRecord(models.Model):
    """A record that has changed and must be sent; its row is written with the change.

    The row says nothing of the record, which is read when it is sent and may be gone by then:
    there is no foreign key. The number of the row is the version of what is sent. It is given
    after the record's rows in `search_record` have been written, which one transaction at a time
    can do, so a later change has a higher number.
    """

    id = models.BigAutoField(primary_key=True)
    record_id = models.BigIntegerField()
    queued_at = models.DateTimeField(default=timezone.now)
    refusals = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    objects = PendingRecords.as_manager()

    class Meta:
        db_table = "search_pending"

    def __str__(self) -> str:
        return str(self.record_id)


def new_site() -> str:
    """A name that no other database has."""
    return secrets.token_hex(8)


class FeedState(models.Model):
    """One row: whose index it is, and what became of the last try to reach it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    site = models.CharField(max_length=16, default=new_site)
    failures = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)
    failed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    #: The highest row that has left the queue; the index carries it too (see `Owner`).
    sent_id = models.BigIntegerField(default=0)

    class Meta:
        db_table = "search_feed"

    def __str__(self) -> str:
        return self.site

    @classmethod
    def current(cls) -> FeedState:
        """The row."""
        return cls.objects.get_or_create(pk=1)[0]

    @classmethod
    def owner(cls) -> Owner:
        """Whose index Elasticsearch has to have."""
        state = cls.current()
        waiting = PendingRecord.objects.aggregate(newest=Max("pk"))["newest"]
        return Owner(state.site, max(state.sent_id, waiting or 0))

    @classmethod
    def disown(cls) -> None:
        """Change something without telling Elasticsearch: its index is nobody's from now on."""
        cls.objects.update(site=new_site())

    def failed(self, error: str) -> None:
        """Remember a failure, and when to try again."""
        now = timezone.now()
        self.failures += 1
        self.retry_at = now + pause_after(self.failures)
        self.error, self.failed_at = error[:500], now
        self.save(update_fields=["failures", "retry_at", "error", "failed_at"])

    def sent(self) -> None:
        """Remember that all went well; the last error stays to be read, by its time."""
        self.failures, self.retry_at, self.sent_at = 0, None, timezone.now()
        self.save(update_fields=["failures", "retry_at", "sent_at"])
