"""A file of MARC records, read one at a time whatever its container, format, encoding and state."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from birge.catalogue.marc import iso2709, marcjson, marcxml
from birge.catalogue.marc.bibliographic import RAW_LIMIT, BibRecord, HoldingsRecord, RejectedRecord
from birge.catalogue.marc.dialects import MARC21, UNIMARC, dialect_of
from birge.catalogue.marc.encodings import Decoder, EncodingChooser
from birge.catalogue.marc.frames import ByteStream, Frame
from birge.catalogue.marc.mapping import bibliographic, holdings_record, is_holdings_record
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import MarcRecord

ISO2709 = "iso2709"
MARCXML = "marcxml"
MARC_JSON = "marc-json"
UNKNOWN = "unknown"

SAMPLE_BYTES = 1 << 18
WIDE_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
XML_START = re.compile(rb"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])")
JSON_START = re.compile(rb"\s*[\[{]")
ISO_START = re.compile(rb"[\s\x00\x1a]*[0-9 ]{5}[a-zA-Z ]{3}")
ISO_LEADER = re.compile(rb"22[0-9]{5}[ -~]{3}45")
XML_CONTAINER = re.compile(rb"<(?:[\w.-]{1,40}:)?collection[\s>/]")
CONTROL_NUMBER = re.compile(rb"tag=[\"']001[\"']\s*>\s*([^<]{1,100})<")
Item = BibRecord | HoldingsRecord | RejectedRecord


@dataclass(slots=True)
class FileReport:
    """What was found in a file; filled while the file is read."""

    container: str = UNKNOWN
    dialects: Counter[str] = field(default_factory=Counter)
    encodings: Counter[str] = field(default_factory=Counter)
    read: int = 0
    rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)


class MarcFile:
    """Iterates over the records of a file; every iteration begins anew.

    `dialect` and `encoding` are found by looking at each record unless they are given. Memory does
    not grow with the file. Nothing in a file makes an iteration raise, except that the file cannot
    be read at all (OSError) or `encoding` names none (LookupError).
    """

    def __init__(
        self, path: str | os.PathLike[str], *, dialect: str = "auto", encoding: str = "auto"
    ) -> None:
        if dialect not in ("auto", MARC21, UNIMARC):
            raise ValueError(f"dialect is {dialect!r}, not auto, marc21 or unimarc")
        self.path = Path(path)
        self.size = self.path.stat().st_size
        self.bytes_read = 0
        self.dialect = "" if dialect == "auto" else dialect
        sample = self._sample()
        self._wide = next((name for mark, name in WIDE_ENCODINGS if sample.startswith(mark)), "")
        if self._wide:
            sample = sample.decode(self._wide, "replace").encode()
        self._chooser = EncodingChooser(sample, encoding)
        if self._chooser.forced not in ("", "marc-8"):
            codecs.lookup(self._chooser.forced)
        self.report = FileReport(container=_container(sample))
        self._no_container = not XML_CONTAINER.search(sample)

    def __iter__(self) -> Iterator[Item]:
        self.bytes_read = 0
        self.report = FileReport(container=self.report.container)
        position = 0
        with self.path.open("rb") as file:
            for frame in self._frames(file):
                position += 1
                item = self._item(frame, position)
                self._count(item)
                self.bytes_read = self._progress(file, frame)
                yield item
        self.bytes_read = self.size
        if not position and (self.size == 0 or self._must_hold_records()):
            item = self._nothing()
            self._count(item)
            yield item

    def _sample(self) -> bytes:
        """The beginning and a stretch from the middle, for a file may begin in plain ASCII."""
        with self.path.open("rb") as file:
            sample = file.read(SAMPLE_BYTES)
            if self.size > 4 * SAMPLE_BYTES:
                file.seek(self.size // 2)
                # From the first whole record on, lest a character be cut in two.
                sample += file.read(SAMPLE_BYTES).partition(b"\x1d")[2]
        return sample

    def _frames(self, file: BinaryIO) -> Iterator[Frame]:
        if self.report.container == MARCXML:
            return marcxml.frames(self._stream(file))
        if self.report.container == MARC_JSON:
            return marcjson.frames(self._stream(file))
        return iso2709.frames(file) if self.report.container == ISO2709 else iter(())

    def _stream(self, file: BinaryIO) -> ByteStream:
        return _Narrowed(file, self._wide) if self._wide else file

    def _progress(self, file: BinaryIO, frame: Frame) -> int:
        # Offsets in a transcoded stream are not those of the file.
        return file.tell() if self._wide else min(frame.offset + len(frame.raw), self.size)

    def _item(self, frame: Frame, position: int) -> Item:
        if frame.reason:
            return self._reject(frame, position, frame.reason, frame.detail)
        record = None
        try:
            encoding = self._chooser.choose(frame.raw)
            decode = Decoder(encoding)
            record = self._parse(frame, decode)
            return self._mapped(frame, record, decode)
        except UnreadableRecordError as error:
            return self._reject(frame, position, error.reason, error.detail, record)
        except Exception as error:  # noqa: BLE001  # whatever a record does, it stops no import
            detail = f"{type(error).__name__}: {error}"
            return self._reject(frame, position, "unreadable", detail, record)

    def _parse(self, frame: Frame, decode: Decoder) -> MarcRecord:
        if self.report.container == ISO2709:
            record = iso2709.parse(frame.raw, decode)
        elif self.report.container == MARCXML:
            record = marcxml.parse(decode(frame.raw))
        else:
            record = marcjson.parse(decode(frame.raw))
        if frame.warning:
            record.warn(frame.warning)
        return record

    def _mapped(self, frame: Frame, record: MarcRecord, decode: Decoder) -> Item:
        usual = self.report.dialects.most_common(1)
        dialect = self.dialect or dialect_of(record, usual[0][0] if usual else "")
        item: BibRecord | HoldingsRecord
        if is_holdings_record(record, dialect):
            item = holdings_record(record)
        else:
            item = bibliographic(record, dialect)
        item.warnings.extend(code for code in decode.warnings if code not in item.warnings)
        item.encoding = decode.encoding
        item.raw = frame.raw
        item.digest = hashlib.sha256(frame.raw).hexdigest()
        self.report.dialects[dialect] += 1
        return item

    def _reject(
        self,
        frame: Frame,
        position: int,
        reason: str,
        detail: str,
        record: MarcRecord | None = None,
    ) -> RejectedRecord:
        return RejectedRecord(
            position=position,
            offset=None if self._wide else frame.offset,
            control_number=_control_number(frame.raw, record),
            reason=reason,
            detail=detail[:500],
            raw=frame.raw[:RAW_LIMIT],
        )

    def _must_hold_records(self) -> bool:
        """Whether finding none is worth a word: an empty collection is no fault, other files are."""
        return self.report.container != MARCXML or self._no_container

    def _nothing(self) -> RejectedRecord:
        with self.path.open("rb") as file:
            raw = file.read(RAW_LIMIT)
        if raw.strip(iso2709.BETWEEN_RECORDS):
            return RejectedRecord(1, 0, "", "not_marc", "no record in the file", raw)
        return RejectedRecord(1, 0, "", "empty", f"{self.size} bytes, none of a record", raw)

    def _count(self, item: Item) -> None:
        if isinstance(item, RejectedRecord):
            self.report.rejected += 1
            self.report.reasons[item.reason] += 1
            return
        self.report.read += 1
        self.report.encodings[item.encoding] += 1
        self.report.warnings.update(item.warnings)


class _Narrowed:
    """A UTF-16 or UTF-32 file as a stream of UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decode: Callable[..., str] = codecs.getincrementaldecoder(encoding)("replace").decode

    def read(self, size: int, /) -> bytes:
        while chunk := self._file.read(size):
            if text := self._decode(chunk):
                return text.encode("utf-8", "replace")
        return b""


def _container(sample: bytes) -> str:
    start = sample.removeprefix(codecs.BOM_UTF8)
    if XML_START.match(start):
        return MARCXML
    if ISO_START.match(start):
        return ISO2709
    if JSON_START.match(start):
        return MARC_JSON
    return ISO2709 if ISO_LEADER.search(sample) else UNKNOWN


def _control_number(raw: bytes, record: MarcRecord | None) -> str:
    """The number of a rejected record, if it can be found at all."""
    if record is not None and record.control("001").strip():
        return record.control("001").strip()[:150]
    found = CONTROL_NUMBER.search(raw)
    return found[1].decode("utf-8", "replace").strip() if found else ""
