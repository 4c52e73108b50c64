"""A file read by a process of its own, a little ahead of whoever writes what it holds.

An upper room may have that process do a part of its own work on what has been read.
"""

from __future__ import annotations

import copyreg
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import BinaryIO

from birge.catalogue.marc.bibliographic import (
    BibRecord,
    ContributorData,
    HoldingData,
    HoldingsRecord,
    RejectedRecord,
)
from birge.catalogue.marc.reading import Item, MarcFile
from birge.core.memory import fewer_collections
from birge.core.processors import processors

#: Starting a process takes longer than reading a file smaller than this.
WORTH_BYTES = 2_000_000
#: How many records travel together, and how many such messages may wait to be taken: enough for
#: the reader to go on while a batch is written, and a bound on its memory.
TOGETHER = 100
AHEAD = 20
#: A message at a time goes through the pipe, where the system lets it be as large.
PIPE = 1 << 20
#: The folder to start the reader in, so that it finds `birge`.
ROOT = Path(__file__).resolve().parents[3]


#: Makes something of a few items, in the reading process.
Preparation = Callable[[Sequence[Item]], object]
#: Is given what has been made, before the items are.
Receiver = Callable[[object], None]

_preparations: dict[str, Receiver] = {}


def prepare_ahead(preparation: str, receiver: Receiver) -> None:
    """Let the reading process call `module:function`; this one calls the receiver.

    Nobody may rely on it: a small file is not read ahead. The module must do without Django.
    """
    _preparations[preparation] = receiver


class ReaderDied(OSError):
    """The reading process ended before the file did."""


class ReadAhead:
    """A `MarcFile` that a second processor reads; what it gives is the same, in the same order.

    Raises what `MarcFile` raises, and `ReaderDied`. Leaving the loop ends the reader.
    """

    def __init__(
        self,
        file: MarcFile,
        dialect: str = "auto",
        encoding: str = "auto",
        *,
        prepare: bool = False,
    ) -> None:
        preparations = dict(_preparations) if prepare else {}
        self._receivers = list(preparations.values())
        self._arguments = [os.path.abspath(file.path), dialect, encoding, *preparations]
        self.report = file.report
        self.bytes_read = 0

    def __iter__(self) -> Iterator[Item]:
        command = [sys.executable, "-m", "birge.catalogue.marc.ahead", *self._arguments]
        # In a session of its own: an interrupt is for the import, which then ends the reader.
        with subprocess.Popen(  # noqa: S603  our own module
            command, stdout=subprocess.PIPE, pipesize=PIPE, cwd=ROOT, start_new_session=True
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
            items, prepared = message
            for receiver, made in zip(self._receivers, prepared, strict=True):
                receiver(made)
            for item, bytes_read in items:
                self.bytes_read = bytes_read
                yield item


def read_ahead(
    path: Path, *, dialect: str = "auto", encoding: str = "auto", prepare: bool = False
) -> MarcFile | ReadAhead:
    """The file, read by a second process where it is large and there is a second processor.

    With `prepare` that process does besides what upper rooms have asked it for.
    """
    file = MarcFile(path, dialect=dialect, encoding=encoding)
    if file.size < WORTH_BYTES or processors() < 2:
        return file
    return ReadAhead(file, dialect, encoding, prepare=prepare)


def _by_fields(kind: type) -> None:
    """Send the values of a dataclass in order: half the time of naming each."""
    values = attrgetter(*(field.name for field in fields(kind)))
    copyreg.pickle(kind, lambda item: (kind, values(item)))


def messages(
    path: str, dialect: str, encoding: str, preparations: Sequence[Preparation] = ()
) -> Iterator[bytes]:
    """All items of a file, some at a time; then None, or the exception that ended the reading."""

    def message() -> bytes:
        items = [item for item, _bytes_read in batch]
        prepared = [prepare(items) for prepare in preparations]
        return pickle.dumps((batch, prepared), pickle.HIGHEST_PROTOCOL)

    batch: list[tuple[Item, int]] = []
    try:
        file = MarcFile(path, dialect=dialect, encoding=encoding)
        for item in file:
            batch.append((item, file.bytes_read))
            if len(batch) == TOGETHER:
                yield message()
                batch = []
    except (OSError, LookupError) as error:
        yield pickle.dumps(error)
        return
    yield message()
    yield pickle.dumps(None)


def send(waiting: Queue[bytes], pipe: BinaryIO) -> None:
    """Write messages as fast as they are taken; end the process when nobody takes them."""
    try:
        while message := waiting.get():
            pipe.write(message)
            pipe.flush()
    except BrokenPipeError:
        os._exit(0)  # the import has ended first


def main(path: str, dialect: str, encoding: str, *preparations: str) -> None:
    """Read the file in this thread and send it from another, which the pipe may hold back."""
    for each in (BibRecord, ContributorData, HoldingData, HoldingsRecord, RejectedRecord):
        _by_fields(each)
    waiting: Queue[bytes] = Queue(AHEAD)
    sender = Thread(target=send, args=(waiting, sys.stdout.buffer))
    sender.start()
    with fewer_collections():
        functions = [_function(name) for name in preparations]
        for message in messages(path, dialect, encoding, functions):
            waiting.put(message)
    waiting.put(b"")
    sender.join()


def _function(name: str) -> Preparation:
    module, _colon, function = name.partition(":")
    return getattr(import_module(module), function)


if __name__ == "__main__":
    main(*sys.argv[1:])
