"""A file read by a process of its own, a little ahead of whoever writes what it holds."""

from __future__ import annotations

import copyreg
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from birge.catalogue.marc.bibliographic import (
    BibRecord,
    ContributorData,
    HoldingData,
    HoldingsRecord,
    RejectedRecord,
)
from birge.catalogue.marc.reading import Item, MarcFile

#: Starting a process takes longer than reading a file smaller than this.
WORTH_BYTES = 2_000_000
#: How many records travel together; the pipe holds back a reader that is too far ahead.
TOGETHER = 100
#: Where `birge` is imported from, for the reader may be started in any folder.
ROOT = Path(__file__).resolve().parents[3]


class ReaderDied(OSError):
    """The reading process ended before the file did."""


class ReadAhead:
    """A `MarcFile` that a second processor reads; what it gives is the same, in the same order.

    Raises what `MarcFile` raises, and `ReaderDied`. Leaving the loop ends the reader.
    """

    def __init__(self, file: MarcFile, dialect: str = "auto", encoding: str = "auto") -> None:
        self._arguments = [os.fspath(file.path), dialect, encoding]
        self.report = file.report
        self.bytes_read = 0

    def __iter__(self) -> Iterator[Item]:
        command = [sys.executable, "-m", "birge.catalogue.marc.ahead", *self._arguments]
        paths = [os.fspath(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        # In a session of its own: an interrupt is for the import, which then ends the reader.
        with subprocess.Popen(  # noqa: S603  our own module
            command, stdout=subprocess.PIPE, env=environment, start_new_session=True
        ) as reader:
            try:
                yield from self._items(reader.stdout)
            finally:
                reader.kill()

    def _items(self, pipe: BinaryIO) -> Iterator[Item]:
        while True:
            try:
                message = pickle.load(pipe)  # noqa: S301  written by our own process, below
            except (EOFError, pickle.UnpicklingError) as error:
                raise ReaderDied("the process that read the file has ended") from error
            if isinstance(message, Exception):
                raise message
            if message is None:
                return
            for item, bytes_read in message:
                self.bytes_read = bytes_read
                yield item


def read_ahead(
    path: Path, *, dialect: str = "auto", encoding: str = "auto"
) -> MarcFile | ReadAhead:
    """The file, read by a second process where it is large and there is a second processor."""
    file = MarcFile(path, dialect=dialect, encoding=encoding)
    if file.size < WORTH_BYTES or _processors() < 2:
        return file
    return ReadAhead(file, dialect, encoding)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _by_fields(kind: type) -> None:
    """Send the values of a dataclass in order: half the time of naming each."""
    values = attrgetter(*(field.name for field in fields(kind)))
    copyreg.pickle(kind, lambda item: (kind, values(item)))


def send(path: str, dialect: str, encoding: str, pipe: BinaryIO) -> None:
    """Write all items of a file, then None, or the exception that ended the reading."""
    batch: list[tuple[Item, int]] = []
    try:
        file = MarcFile(path, dialect=dialect, encoding=encoding)
        for item in file:
            batch.append((item, file.bytes_read))
            if len(batch) == TOGETHER:
                pickle.dump(batch, pipe, pickle.HIGHEST_PROTOCOL)
                batch = []
    except (OSError, LookupError) as error:
        pickle.dump(error, pipe)
        return
    pickle.dump(batch, pipe, pickle.HIGHEST_PROTOCOL)
    pickle.dump(None, pipe)


if __name__ == "__main__":
    for each in (BibRecord, ContributorData, HoldingData, HoldingsRecord, RejectedRecord):
        _by_fields(each)
    with suppress(BrokenPipeError):  # the import has ended first
        send(*sys.argv[1:4], sys.stdout.buffer)
