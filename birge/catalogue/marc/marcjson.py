"""MARC-in-JSON: a list of records or one on each line, read one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from birge.catalogue.marc.bibliographic import RAW_LIMIT
from birge.catalogue.marc.frames import MAX_RECORD_BYTES, ByteStream, Frame, Window
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import Field, MarcRecord
from birge.core.storable import storable

TOKEN = re.compile(rb'\\.|["{}\n]', re.DOTALL)


def frames(stream: ByteStream, limit: int = MAX_RECORD_BYTES) -> Iterator[Frame]:
    """Cut a file into its outermost objects, holding at most one and a chunk in memory."""
    return _Splitter(stream, limit).frames()


class _Splitter:
    """The state between tokens: how deep in objects, and whether inside a text."""

    def __init__(self, stream: ByteStream, limit: int) -> None:
        self.window = Window(stream)
        self.limit = limit
        self.position = 0
        self.depth = 0
        self.in_string = False

    def frames(self) -> Iterator[Frame]:
        while self.window.extend():
            while token := TOKEN.search(self.window.data, self.position):
                self.position = token.end()
                yield from self._token(token[0], token.start())
            # A backslash at the end of what is read waits for the letter behind it.
            self.position = max(self.position, len(self.window.data) - 1)
            if not self.depth:
                self._start_at(self.position)
            elif len(self.window.data) > self.limit:
                yield self._broken("too_long", f"no end within {self.limit} bytes")
        if self.depth:
            yield self._broken("malformed_json", "the file ends inside a record")

    def _token(self, sign: bytes, start: int) -> Iterator[Frame]:
        if not self.depth:
            if sign == b"{":
                self._start_at(start)
                self.position = self.depth = 1
        elif self.in_string:
            if sign == b"\n":
                # No JSON text holds a line break: this one lost its end. The next line starts afresh.
                yield self._broken("malformed_json", "a text without end")
            elif sign == b'"':
                self.in_string = False
        elif sign == b'"':
            self.in_string = True
        elif sign == b"{":
            self.depth += 1
        elif sign == b"}":
            self.depth -= 1
            if not self.depth:
                yield Frame(self.window.data[: self.position], self.window.offset)
                self._start_at(self.position)

    def _start_at(self, position: int) -> None:
        self.window.drop(position)
        self.position = 0

    def _broken(self, reason: str, detail: str) -> Frame:
        at = self.position if reason == "malformed_json" else len(self.window.data)
        frame = Frame(self.window.data[:at][:RAW_LIMIT], self.window.offset, reason, detail)
        self._start_at(at)
        self.depth, self.in_string = 0, False
        return frame


def parse(text: str) -> MarcRecord:
    """The fields of one object; raises UnreadableRecordError.

    An escape may stand for half of a character, which no text in UTF-8 can hold: it is replaced.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableRecordError("malformed_json", str(error)) from error
    if not isinstance(data.get("fields"), list):
        raise UnreadableRecordError("not_marc", "no list of fields")
    fields = [
        _field(storable(str(tag)), content)
        for item in data["fields"]
        if isinstance(item, dict)
        for tag, content in item.items()
    ]
    return MarcRecord(storable(str(data.get("leader", ""))), fields=fields)


def _field(tag: str, content: Any) -> Field:
    if not isinstance(content, dict):
        return Field(tag, text=storable(str(content)))
    indicators = str(content.get("ind1", " "))[:1] + str(content.get("ind2", " "))[:1]
    subfields = [
        (storable(str(code)), storable(str(value)))
        for item in content.get("subfields") or ()
        if isinstance(item, dict)
        for code, value in item.items()
    ]
    return Field(tag, indicators.ljust(2), subfields)
