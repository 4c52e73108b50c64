"""Where private files lie: never under the public media address."""

from __future__ import annotations

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """The storage named `private`; a callable, so migrations do not hold its place on disk."""
    return storages["private"]
