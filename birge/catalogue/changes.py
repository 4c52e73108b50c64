"""Tells upper rooms which records have changed, inside the transaction that changed them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from birge.catalogue.models import Record

#: Records that have just been made, as they are in the database now: nobody need read them again.
Made = Mapping[int, "Record"]
Listener = Callable[[list[int], Made], object]

NOTHING: Made = {}

_listeners: list[Listener] = []
_gathering: ContextVar[list[int] | None] = ContextVar("gathering", default=None)


def on_records_changed(listener: Listener) -> Listener:
    """Call the listener with record ids after every change; registering twice counts once.

    It is given, too, those of the records that are at hand because they were made just now.
    It runs inside the writing transaction: what it writes is kept or undone together with the
    records, and what it raises undoes the change.
    """
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def forget(listener: Listener) -> None:
    """Stop calling the listener."""
    if listener in _listeners:
        _listeners.remove(listener)


def records_changed(ids: Iterable[int], made: Made = NOTHING) -> None:
    """Tell every listener; ids of records that were created, changed, withdrawn or deleted."""
    found = list(dict.fromkeys(ids))
    gathered = _gathering.get()
    if gathered is not None:
        gathered.extend(found)
        return
    if not found:
        return
    for listener in _listeners:
        listener(found, made)


@contextmanager
def told_together() -> Iterator[None]:
    """One transaction for many changes, of which the listeners are told once, at its end."""
    with transaction.atomic():
        gathered: list[int] = []
        token = _gathering.set(gathered)
        try:
            yield
        finally:
            _gathering.reset(token)
        records_changed(gathered)
