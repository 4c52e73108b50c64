"""Tells upper rooms which records have changed, inside the transaction that changed them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Listener = Callable[[list[int]], None]

_listeners: list[Listener] = []


def on_records_changed(listener: Listener) -> Listener:
    """Call the listener with record ids after every change; registering twice counts once.

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


def records_changed(ids: Iterable[int]) -> None:
    """Tell every listener; ids of records that were created, changed, withdrawn or deleted."""
    found = list(dict.fromkeys(ids))
    if not found:
        return
    for listener in _listeners:
        listener(found)
