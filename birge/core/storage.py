"""Where private files lie: never under the public media address."""

from __future__ import annotations

from django.core.files.storage import FileSystemStorage, Storage, storages


class PrivateFiles(FileSystemStorage):
    """Files on disk that have no address of their own."""

    def url(self, name: str | None) -> str:
        """Raise `NotImplementedError`, as storages without addresses do: a view serves the file."""
        raise NotImplementedError(f"A private file has no address: {name}")


def private_storage() -> Storage:
    """The storage named `private`; a callable, so migrations do not hold its place on disk."""
    return storages["private"]
