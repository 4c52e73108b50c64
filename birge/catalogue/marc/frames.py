"""Stretches of a file that should each hold one record, as the container splitters cut them."""

from __future__ import annotations

from typing import NamedTuple, Protocol

CHUNK = 1 << 18
# ISO 2709 can say 99,999 bytes; real exports exceed it, none by this much.
MAX_RECORD_BYTES = 2_000_000


class Frame(NamedTuple):
    """Bytes, where they begin, and either why they cannot be a record or a doubt about them."""

    raw: bytes
    offset: int
    reason: str = ""
    detail: str = ""
    warning: str = ""


class ByteStream(Protocol):
    """What the splitters need of a file."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, none at the end."""
        ...


class Window:
    """A sliding view of a stream: `data` begins at `offset` of the file."""

    __slots__ = ("_stream", "data", "ended", "offset")

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self.data = b""
        self.offset = 0
        self.ended = False

    def extend(self) -> bool:
        """Read on; False at the end of the file."""
        chunk = self._stream.read(CHUNK)
        if not chunk:
            self.ended = True
            return False
        self.data += chunk
        return True

    def drop(self, count: int) -> None:
        """Forget the first `count` bytes of `data`."""
        self.data = self.data[count:]
        self.offset += count
