"""Python's search for garbage, held back while much is made and nothing refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before the next search, and searches of the young before one of the older.
CALM = (100_000, 50, 50)


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Look for cycles seldom, and not among what is there already.

    An import or a rebuild makes hundreds of objects for each record and drops them with its batch;
    looking through the whole of Django again and again took a fifth of its time.
    """
    before = gc.get_threshold()
    seldom_collect()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def seldom_collect() -> None:
    """`fewer_collections` for the rest of this process's life."""
    gc.freeze()
    gc.set_threshold(*CALM)
