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

TOKEN = re.compile(rb'\\.|["{}\n]', re.DOTALL)


def frames(stream: ByteStream, limit: int = MAX_RECORD_BYTES) -> Iterator[Frame]:
    """Cut a file into its outermost objects, holding at most one and a chunk in memory."""
    window = Window(stream)
    position = depth = 0
    in_string = False
    while window.extend():
        # A backslash at the end of what is read waits for the letter behind it.
        while token := TOKEN.search(window.data, position):
            position = token.end()
            sign = token[0]
            if in_string and sign == b"\n":
                # No JSON string holds a line break: this one lost its end. Start afresh.
                raw, offset = window.data[:position], window.offset
                yield Frame(raw[:RAW_LIMIT], offset, "malformed_json", "a text without end")
                in_string, depth = False, 0
                window.drop(position)
                position = 0
            elif sign == b'"' and depth:
                in_string = not in_string
            elif sign == b"{" and not in_string:
                if not depth:
                    window.drop(token.start())
                    position = 1
                depth += 1
            elif sign == b"}" and not in_string and depth:
                depth -= 1
                if not depth:
                    yield Frame(window.data[:position], window.offset)
                    window.drop(position)
                    position = 0
        position = max(position, len(window.data) - 1)
        if not depth:
            window.drop(position)
            position = 0
        elif len(window.data) > limit:
            raw, offset = window.data[:RAW_LIMIT], window.offset
            yield Frame(raw, offset, "too_long", f"no end within {limit} bytes")
            window.drop(len(window.data))
            position = depth = 0
            in_string = False
    if depth:
        yield Frame(
            window.data[:RAW_LIMIT], window.offset, "malformed_json", "the file ends too early"
        )


def parse(text: str) -> MarcRecord:
    """The fields of one object; raises UnreadableRecordError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableRecordError("malformed_json", str(error)) from error
    if not isinstance(data.get("fields"), list):
        raise UnreadableRecordError("not_marc", "no list of fields")
    fields = [
        _field(str(tag), content)
        for item in data["fields"]
        if isinstance(item, dict)
        for tag, content in item.items()
    ]
    return MarcRecord(str(data.get("leader", "")), fields=fields)


def _field(tag: str, content: Any) -> Field:
    if not isinstance(content, dict):
        return Field(tag, text=str(content))
    indicators = str(content.get("ind1", " "))[:1] + str(content.get("ind2", " "))[:1]
    subfields = [
        (str(code), str(value))
        for item in content.get("subfields") or ()
        if isinstance(item, dict)
        for code, value in item.items()
    ]
    return Field(tag, indicators.ljust(2), subfields)
