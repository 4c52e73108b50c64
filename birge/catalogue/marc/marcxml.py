"""MARCXML: cutting a file into record elements and reading each on its own.

Each element is parsed apart from the rest of the file, so one that is malformed costs only itself, and
nothing that stands before the first record (a document type, entities) ever reaches the parser.
Element names count without their namespace, for files have it, lack it or undo it halfway.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator
from xml.parsers import expat

from birge.catalogue.marc.bibliographic import RAW_LIMIT
from birge.catalogue.marc.frames import MAX_RECORD_BYTES, ByteStream, Frame, Window
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import Field, MarcRecord, Subfields

TOKEN = re.compile(
    rb"(?P<skip><!--|<!\[CDATA\[|<!DOCTYPE)|<(?P<end>/?)(?:[\w.-]{1,40}:)?record(?=[\s/>])"
)
# What a token may still lack at the end of what has been read.
TOKEN_MARGIN = 64
MARC_ELEMENT = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:leader|controlfield|datafield)[\s>]")
DOCTYPE_END = re.compile(rb"\[(?:\"[^\"]*+\"|'[^']*+'|[^\]\"'])*+\]\s*>")
SKIPPED = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REFERENCE = re.compile(r"&(?:#(?:(\d+)|[xX]([0-9A-Fa-f]+));|([A-Za-z_][\w.-]*);)?")
PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))


def frames(stream: ByteStream, limit: int = MAX_RECORD_BYTES) -> Iterator[Frame]:
    """Cut a file into record elements, holding at most one and a chunk in memory."""
    return _Splitter(stream, limit).frames()


class _Splitter:
    """The state between tokens: where the current record began, if one has, and the last ended."""

    def __init__(self, stream: ByteStream, limit: int) -> None:
        self.window = Window(stream)
        self.limit = limit
        self.position = 0
        self.start: int | None = None
        self.behind = 0

    def frames(self) -> Iterator[Frame]:
        self.window.extend()
        while True:
            token = TOKEN.search(self.window.data, self.position)
            if token and (token.end() + TOKEN_MARGIN <= len(self.window.data) or self.window.ended):
                yield from self._token(token)
                continue
            if self.window.ended:
                break
            if token is None:
                self.position = max(self.position, len(self.window.data) - TOKEN_MARGIN)
            yield from self._forget()
            self.window.extend()
        yield from self._tail()

    def _token(self, token: re.Match[bytes]) -> Iterator[Frame]:
        if token["skip"]:
            self._skip(token)
            if self.start is None:
                yield from self._stray(self.behind, token.start())
                self.behind = self.position
        elif token["end"]:
            close = self._tag_end(token.end())
            if self.start is not None:
                yield self._cut(self.start, close)
                self.start = None
                self.behind = close
            self.position = close
            if self.start is None and close > len(self.window.data) // 2:
                yield from self._forget()
        else:
            # A record inside a record: a wrapper around it, or one whose end was lost.
            begin = self.behind if self.start is None else self.start
            yield from self._stray(begin, token.start())
            self.start = token.start()
            self.position = token.end()

    def _skip(self, token: re.Match[bytes]) -> None:
        """Pass over a comment, literal text or document type; one without end is passed over itself."""
        while True:
            end = self._skipped_end(token)
            if end is not None:
                self.position = end
                return
            too_far = len(self.window.data) - token.start() > self.limit
            if too_far or not self.window.extend():
                self.position = token.end()
                return

    def _skipped_end(self, token: re.Match[bytes]) -> int | None:
        data = self.window.data
        closing = SKIPPED.get(token["skip"])
        if closing:
            found = data.find(closing, token.end())
            return None if found < 0 else found + len(closing)
        bracket, close = data.find(b"[", token.end()), data.find(b">", token.end())
        if close >= 0 and not 0 <= bracket < close:
            return close + 1
        subset = DOCTYPE_END.match(data, bracket) if bracket >= 0 else None
        return subset.end() if subset else None

    def _tag_end(self, position: int) -> int:
        found = self.window.data.find(b">", position, position + TOKEN_MARGIN)
        return position if found < 0 else found + 1

    def _cut(self, start: int, end: int) -> Frame:
        return Frame(self.window.data[start:end], self.window.offset + start)

    def _forget(self) -> Iterator[Frame]:
        """Let go of what is behind; refuse a record that has become too long."""
        data = self.window.data
        keep = self.position
        if self.start is None:
            yield from self._stray(self.behind, self.position)
        elif len(data) - self.start > self.limit:
            raw = data[self.start : self.start + RAW_LIMIT]
            offset = self.window.offset + self.start
            yield Frame(raw, offset, "too_long", f"no end within {self.limit} bytes")
            self.start = None
        else:
            keep = self.start
            self.start = 0
        self.window.drop(keep)
        self.position -= keep
        self.behind = 0

    def _stray(self, begin: int, end: int) -> Iterator[Frame]:
        """Reject fields that stand in no record of their own."""
        data = self.window.data[begin:end]
        if MARC_ELEMENT.search(data):
            offset = self.window.offset + begin
            yield Frame(
                data[:RAW_LIMIT], offset, "malformed_xml", "a record without end or beginning"
            )

    def _tail(self) -> Iterator[Frame]:
        if self.start is None:
            yield from self._stray(self.behind, len(self.window.data))
        else:
            offset = self.window.offset + self.start
            raw = self.window.data[self.start :][:RAW_LIMIT]
            yield Frame(raw, offset, "truncated", "the file ends inside a record")


def parse(text: str) -> MarcRecord:
    """The fields of one record element; raises UnreadableRecordError."""
    try:
        return _Element().parse(text)
    except expat.ExpatError:
        pass
    try:
        record = _Element().parse(_without_faults(text))
    except expat.ExpatError as error:
        raise UnreadableRecordError("malformed_xml", str(error)) from error
    record.warn("xml_repaired")
    return record


class _Element:
    """Collects the fields of a record while expat reads it."""

    def __init__(self) -> None:
        self.leader = ""
        self.fields: list[Field] = []
        self.tag = ""
        self.code: str | None = None
        self.text: list[str] = []
        self.subfields: Subfields = []

    def parse(self, text: str) -> MarcRecord:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text.append
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.Parse(text, True)
        return MarcRecord(self.leader, fields=self.fields)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.text.clear()
        if name == "subfield":
            self.code = attributes.get("code", "")
        elif name == "datafield":
            self.tag = attributes.get("tag", "").strip().zfill(3)
            indicators = (attributes.get("ind1") or " ")[:1] + (attributes.get("ind2") or " ")[:1]
            self.subfields = []
            self.fields.append(Field(self.tag, indicators, self.subfields))
        elif name == "controlfield":
            self.tag = attributes.get("tag", "").strip().zfill(3)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "subfield":
            self.subfields.append(((self.code or "")[:1], "".join(self.text)))
        elif name == "controlfield":
            self.fields.append(Field(self.tag, text="".join(self.text).strip("\n\r\t")))
        elif name == "leader":
            self.leader = "".join(self.text).strip("\n\r\t")
        self.text.clear()

    def _refuse_doctype(self, *_: object) -> None:
        raise UnreadableRecordError("entity_refused", "a document type inside a record")


def _without_faults(text: str) -> str:
    """The text without characters and references that XML forbids, HTML's entities resolved."""
    return REFERENCE.sub(_reference, FORBIDDEN.sub("", text))


def _reference(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if decimal or hexadecimal:
        digits = decimal or hexadecimal
        number = int(digits, 10 if decimal else 16) if len(digits) <= 7 else 0
        allowed = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
        return found[0] if allowed and number not in (0xFFFE, 0xFFFF) else "\ufffd"
    if name is None:
        return "&amp;"
    if name in PREDEFINED:
        return found[0]
    if name in html.entities.name2codepoint:
        return chr(html.entities.name2codepoint[name])
    raise UnreadableRecordError("entity_refused", f"&{name};"[:80])
