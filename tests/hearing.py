"""What listeners of the catalogue are told while a test does something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from birge.catalogue import changes


@contextmanager
def hearing(act: Callable[[list[list[int]]], object] = len) -> Iterator[list[list[int]]]:
    """Ids of changed records, a list for each time; `act` is called with all of them so far."""
    heard: list[list[int]] = []

    def listen(ids: list[int], _made: changes.Made) -> None:
        heard.append(ids)
        act(heard)

    changes.on_records_changed(listen)
    try:
        yield heard
    finally:
        changes.forget(listen)
