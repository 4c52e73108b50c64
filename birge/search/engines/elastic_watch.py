"""Whether Elasticsearch is to be asked: a circuit breaker, whose index it is, how old the queue is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from threading import Lock
from time import monotonic

from django.utils import timezone

from birge.search.engines.base import EngineFailed
from birge.search.engines.elastic_client import EngineDown, IndexLost
from birge.search.models import PendingRecord

logger = logging.getLogger(__name__)

#: For so long after a failure nobody asks, so that not every reader waits in vain, in seconds.
FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
#: How long an index that was found to be ours is taken for ours.
TRUSTED_FOR = 30.0
#: How long the age of the queue is remembered.
AGE_KNOWN_FOR = 5.0
#: A change that is not there after so long would be missed; the database has it.
LATEST = timedelta(minutes=2)


class Watch:
    """What one process knows of the state of Elasticsearch; shared by its threads."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self.trouble = ""
        self._lock = Lock()
        self._failures = 0
        self._resting_until = 0.0
        self._trusted_until = 0.0
        self._behind = False
        self._age_known_until = 0.0

    def usable(self, check: Callable[[], None]) -> bool:
        """Whether to ask; `check` raises unless the index is the site's own."""
        with self._lock:
            now = self.clock()
            if now < self._resting_until:
                return False
            if self._failures:  # this reader tries; the others go on without
                self._resting_until = now + self._pause()
            trusted = now < self._trusted_until
        if not trusted:
            try:
                check()
            except EngineFailed as error:
                self.failed(error)
                return False
            with self._lock:
                self._trusted_until = self.clock() + TRUSTED_FOR
        return not self._is_behind()

    def failed(self, error: EngineFailed) -> None:
        """Remember a failure; one that is the question's own fault stops nobody else."""
        if not isinstance(error, (EngineDown, IndexLost)):
            logger.error("Elasticsearch refused a question: %s", error)
            return
        with self._lock:
            self._failures += 1
            self._trusted_until = 0.0
            self._resting_until = self.clock() + self._pause()
            self.trouble = str(error)
        logger.warning("Searching in the database, for Elasticsearch cannot be used: %s", error)

    def answered(self) -> None:
        """Remember that it answers."""
        if not self._failures:
            return
        with self._lock:
            self._failures = 0
            self._resting_until = 0.0
            self.trouble = ""
        logger.warning("Elasticsearch answers again")

    def _pause(self) -> float:
        return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(max(self._failures - 1, 0), 10))

    def _is_behind(self) -> bool:
        """Whether a change waits for so long that the answer would be wrong."""
        now = self.clock()
        if now >= self._age_known_until:
            was, self._behind = self._behind, is_behind()
            self._age_known_until = now + AGE_KNOWN_FOR
            if self._behind and not was:
                logger.warning("Searching in the database, for Elasticsearch is behind")
        return self._behind


def is_behind() -> bool:
    """Whether the oldest change that is not refused waits for too long."""
    waiting = PendingRecord.objects.filter(refusals=0).order_by("pk")
    queued_at = waiting.values_list("queued_at", flat=True).first()
    return queued_at is not None and timezone.now() - queued_at > LATEST


@lru_cache(maxsize=8)
def watch_of(url: str) -> Watch:
    """The watch of this process over one address."""
    return Watch()
