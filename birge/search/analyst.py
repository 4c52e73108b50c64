"""A process of its own that analyzes the texts of the next records while these are written."""

from __future__ import annotations

import logging
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from birge.core.processors import processors
from birge.search.engines.base import Run
from birge.search.runs import Read, made_run, take_runs

logger = logging.getLogger(__name__)

#: Starting a process takes longer than analyzing fewer records than these.
WORTH_RECORDS = 20_000
#: So many batches are analyzed ahead of the one that is written.
AHEAD = 2

Batch = TypeVar("Batch")
Runs = dict[Read, Run]


class Analyst:
    """Hands out batches whose texts have been analyzed while those before were worked on.

    Nothing may rely on it: with few records, one processor, or a process that dies, texts are
    analyzed where they are needed.
    """

    def __init__(self, process: ProcessPoolExecutor | None) -> None:
        self._process = process

    def ahead(
        self, batches: Iterable[Batch], reads_of: Callable[[Batch], Iterable[Read]]
    ) -> Iterator[Batch]:
        """The batches in order; `reads_of` gives the texts of one."""
        waiting: deque[tuple[Batch, Future[Runs] | None]] = deque()
        for batch in batches:
            waiting.append((batch, self._sent(reads_of, batch)))
            if len(waiting) > AHEAD:
                yield self._taken(*waiting.popleft())
        while waiting:
            yield self._taken(*waiting.popleft())

    def _sent(
        self, reads_of: Callable[[Batch], Iterable[Read]], batch: Batch
    ) -> Future[Runs] | None:
        if self._process is None:
            return None
        reads = [read for read in dict.fromkeys(reads_of(batch)) if read[0]]
        try:
            return self._process.submit(runs_of, reads)
        except BrokenProcessPool:
            return None

    def _taken(self, batch: Batch, future: Future[Runs] | None) -> Batch:
        if future is not None:
            try:
                take_runs(future.result())
            except BrokenProcessPool:
                logger.warning("The process that analyzes texts has ended; going on without it")
                self._process = None
        return batch


@contextmanager
def analyst(records: int) -> Iterator[Analyst]:
    """One for so many records, with a process of its own if that is worth it."""
    if records < WORTH_RECORDS or processors() < 2:
        yield Analyst(None)
        return
    process = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_undisturbed)
    try:
        yield Analyst(process)
    finally:
        process.shutdown(wait=True, cancel_futures=True)


def _undisturbed() -> None:
    """An interrupt is for whoever writes, who then ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def runs_of(reads: Iterable[Read]) -> Runs:
    """The run of each text, as `text_run` has it."""
    return {read: made_run(*read) for read in reads}
