"""A process of its own that analyzes the texts of the next records while these are written."""

from __future__ import annotations

import logging
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from birge.core.memory import seldom_collect
from birge.core.processors import processors
from birge.search.engines.base import Run
from birge.search.runs import Read, made_run, take_runs

logger = logging.getLogger(__name__)

#: Starting a process takes longer than analyzing fewer records than these.
WORTH_RECORDS = 20_000
#: So many batches are analyzed ahead of the one that is written.
AHEAD = 4
#: So many texts are sent together: whoever waits takes as many off the process's hands.
SHARE = 100

Batch = TypeVar("Batch")
Runs = dict[Read, Run]


@dataclass(slots=True)
class Share:
    """A part of the texts of a batch, sent to the process unless `future` is none."""

    reads: Sequence[Read]
    future: Future[Runs] | None


class Analyst:
    """Hands out batches whose texts have been analyzed while those before were worked on.

    Nothing may rely on it: with few records, one processor, or a process that dies, texts are
    analyzed where they are needed.
    """

    def __init__(self, process: ProcessPoolExecutor | None) -> None:
        self._process = process
        #: The shares of each batch that has not been handed out.
        self._waiting: deque[list[Share]] = deque()

    def ahead(
        self, batches: Iterable[Batch], reads_of: Callable[[Batch], Iterable[Read]]
    ) -> Iterator[Batch]:
        """The batches in order; `reads_of` gives the texts of one."""
        held: deque[Batch] = deque()
        for batch in batches:
            held.append(batch)
            self._waiting.append(self._sent(reads_of, batch))
            if len(held) > AHEAD:
                self._take()
                yield held.popleft()
        while held:
            self._take()
            yield held.popleft()

    def _sent(self, reads_of: Callable[[Batch], Iterable[Read]], batch: Batch) -> list[Share]:
        if self._process is None:
            return []
        reads = [read for read in dict.fromkeys(reads_of(batch)) if read[0]]
        parts = [reads[start : start + SHARE] for start in range(0, len(reads), SHARE)]
        try:
            return [Share(part, self._process.submit(runs_of, part)) for part in parts]
        except BrokenProcessPool:
            return []

    def _take(self) -> None:
        """Take what is known of the first batch, when all of it is known."""
        try:
            for share in self._waiting[0]:
                while share.future and not share.future.done() and self._help():
                    pass
                if share.future:
                    take_runs(share.future.result())
        except BrokenProcessPool:
            logger.warning("The process that analyzes texts has ended; going on without it")
            self._process = None
        self._waiting.popleft()

    def _help(self) -> bool:
        """Analyze here what the process would come to last; whether anything was left to it."""
        for share in (share for shares in reversed(self._waiting) for share in reversed(shares)):
            if share.future and share.future.cancel():
                share.future = None
                take_runs(runs_of(share.reads))
                return True
        return False


@contextmanager
def analyst(records: int) -> Iterator[Analyst]:
    """One for so many records, with a process of its own if that is worth it."""
    if records < WORTH_RECORDS or processors() < 2:
        yield Analyst(None)
        return
    process = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield Analyst(process)
    finally:
        process.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """An interrupt is for whoever writes, who then ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seldom_collect()


def runs_of(reads: Iterable[Read]) -> Runs:
    """The run of each text, as `text_run` has it."""
    return {read: made_run(*read) for read in reads}
