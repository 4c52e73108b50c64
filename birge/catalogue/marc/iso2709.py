"""ISO 2709: cutting a file into records and a record into fields, also where its numbers lie.

Leader, directory and terminators follow ISO 2709:2008 as MARC 21 and UNIMARC use it. pymarc's own
reader gives up a record whose directory is wrong; here the field terminators settle it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from birge.catalogue.marc.bibliographic import RAW_LIMIT
from birge.catalogue.marc.frames import MAX_RECORD_BYTES, ByteStream, Frame, Window
from birge.catalogue.marc.reasons import UnreadableRecordError
from birge.catalogue.marc.record import MarcRecord

END_OF_RECORD = b"\x1d"
END_OF_FIELD = b"\x1e"
LEADER_LENGTH = 24
ENTRY_LENGTH = 12
BETWEEN_RECORDS = b"\r\n\t \x00\x1a"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Length, status, type, level, two free positions, "22", base address.
LEADER = re.compile(rb"[0-9]{5}[a-z][a-z][a-z ][ -~]{2}22[0-9]{5}")
# A leader whose length was left blank, as converters to other formats leave it.
BLANK_LENGTH = re.compile(rb" {5}[a-z][a-z][a-z ][ -~]{2}22[0-9]{5}")
LENGTH = re.compile(rb"[0-9]{5}")
TAG = re.compile(rb"[0-9A-Za-z]{3}")
NUMBERS = re.compile(rb"[0-9]{9}")


def frames(stream: ByteStream, limit: int = MAX_RECORD_BYTES) -> Iterator[Frame]:
    """Cut a file into records, holding at most one record and a chunk in memory."""
    window = Window(stream)
    window.extend()
    if window.data.startswith(BYTE_ORDER_MARK):
        window.drop(len(BYTE_ORDER_MARK))
    position = 0
    while True:
        position = _skip_blanks(window, position)
        if position >= len(window.data):
            return
        end = _end_of_record(window, position, limit)
        if end - position > limit:
            yield _too_long(window, position)
            position = 0
            continue
        yield from _pieces(window.data[position:end], window.offset + position)
        position = end
        if position > len(window.data) // 2:
            window.drop(position)
            position = 0


def _skip_blanks(window: Window, position: int) -> int:
    while True:
        data = window.data
        while position < len(data) and data[position] in BETWEEN_RECORDS:
            position += 1
        if position < len(data):
            blank = position >= 5 and BLANK_LENGTH.match(data, position - 5)
            return position - 5 if blank else position
        window.drop(len(data))
        position = 0
        if not window.extend():
            return position


def _end_of_record(window: Window, position: int, limit: int) -> int:
    """Where the record that begins at `position` ends: past its terminator, or the end of file."""
    searched = position
    while True:
        found = window.data.find(END_OF_RECORD, searched)
        if found >= 0:
            return _trusted_end(window, position, found + 1)
        searched = len(window.data)
        if searched - position > limit or not window.extend():
            return searched


def _trusted_end(window: Window, position: int, end: int) -> int:
    """`end`, or a later end when the length says so and a terminator inside is mere data."""
    stated = LENGTH.match(window.data, position)
    if stated is None or int(stated[0]) <= end - position:
        return end
    stated_end = position + int(stated[0])
    while len(window.data) < stated_end:
        if not window.extend():
            return end
    if window.data[stated_end - 1 : stated_end] != END_OF_RECORD:
        return end
    following = window.data[end:stated_end].lstrip(BETWEEN_RECORDS)
    return end if LENGTH.match(following) or not following else stated_end


def _too_long(window: Window, position: int) -> Frame:
    """Reject what has no end in sight, and go on behind the next terminator."""
    offset = window.offset + position
    raw = window.data[position : position + RAW_LIMIT]
    found = -1
    window.drop(position)
    while found < 0:
        found = window.data.find(END_OF_RECORD)
        if found < 0:
            window.drop(len(window.data))
            if not window.extend():
                break
    window.drop(found + 1)
    return Frame(raw, offset, "too_long", f"no end within {MAX_RECORD_BYTES} bytes")


def _pieces(raw: bytes, offset: int) -> Iterator[Frame]:
    """One frame, or more where a record without terminator or other matter precedes a whole one."""
    stated = LENGTH.match(raw)
    if stated and int(stated[0]) == len(raw):
        yield Frame(raw, offset)
        return
    for found in LEADER.finditer(raw, 1):
        start = found.start()
        if int(raw[start : start + 5]) == len(raw) - start:
            before = raw[:start].rstrip(BETWEEN_RECORDS)
            reason = "" if LENGTH.match(before) else "not_marc"
            detail = f"{len(before)} bytes before a record" if reason else ""
            yield Frame(before, offset, reason, detail, "no_terminator")
            yield Frame(raw[start:], offset + start)
            return
    ended = raw.endswith(END_OF_RECORD)
    yield Frame(raw, offset, warning="length_repaired" if ended else "no_terminator")


def parse(raw: bytes, decode: Callable[[bytes], str]) -> MarcRecord:
    """The fields of one record; raises UnreadableRecordError."""
    if len(raw) <= LEADER_LENGTH:
        reason = "truncated" if LENGTH.match(raw) else "not_marc"
        raise UnreadableRecordError(reason, f"{len(raw)} bytes")
    leader = raw[:LEADER_LENGTH].decode("latin-1")
    base = leader[12:17]
    end = int(base) - 1 if base.isascii() and base.isdigit() else 0
    honest = end >= LEADER_LENGTH and raw[end : end + 1] == END_OF_FIELD
    if not honest:
        end = raw.find(END_OF_FIELD, LEADER_LENGTH)
        if end < 0:
            raise _without_directory(raw)
    directory = raw[LEADER_LENGTH:end]
    body = raw[end + 1 :]
    fields = _by_directory(directory, body)
    if fields is not None:
        return MarcRecord(leader, raw=fields, decode=decode)
    record = MarcRecord(leader, raw=_by_terminators(raw, directory, body), decode=decode)
    record.warn("directory_repaired")
    return record


def _without_directory(raw: bytes) -> UnreadableRecordError:
    if LEADER.match(raw):
        return UnreadableRecordError("truncated", "no end of the directory")
    if LENGTH.match(raw):
        return UnreadableRecordError("bad_leader", repr(raw[:LEADER_LENGTH]))
    return UnreadableRecordError("not_marc", repr(raw[:LEADER_LENGTH]))


def _by_directory(directory: bytes, body: bytes) -> dict[str, list[bytes]] | None:
    """Fields as the directory says, or None when it contradicts the terminators."""
    fields: dict[str, list[bytes]] = {}
    size = len(body)
    if not directory.isalnum() or not directory.isascii():
        return None
    try:
        for entry in range(0, len(directory), ENTRY_LENGTH):
            start = int(directory[entry + 7 : entry + 12])
            end = start + int(directory[entry + 3 : entry + 7]) - 1
            if not start <= end < size or body[end] != 0x1E:
                return None
            tag = directory[entry : entry + 3].decode("ascii")
            if tag in fields:
                fields[tag].append(body[start:end])
            else:
                fields[tag] = [body[start:end]]
    except ValueError:
        return None
    return fields


def _by_terminators(raw: bytes, directory: bytes, body: bytes) -> dict[str, list[bytes]]:
    """Fields paired with the entries of the directory by their order in the record."""
    parts = body.rstrip(END_OF_RECORD).split(END_OF_FIELD)
    if parts and not parts[-1].strip(BETWEEN_RECORDS):
        parts.pop()
    tags = _tags_of_parts(directory, parts)
    if tags is None:
        entries = _entries(directory, body)
        if not entries:
            reason = "bad_directory" if LENGTH.match(raw) else "not_marc"
            raise UnreadableRecordError(reason, repr(directory[:60]))
        if len(parts) != len(entries):
            return _by_starts(entries, body, len(parts))
        if not raw.endswith(END_OF_RECORD):
            _refuse_cut(entries, body)
        tags = [tag for tag, _, _ in entries]
    fields: dict[str, list[bytes]] = {}
    for tag, part in zip(tags, parts, strict=True):
        if TAG.fullmatch(tag):
            fields.setdefault(tag.decode("ascii"), []).append(part)
    return fields


def _tags_of_parts(directory: bytes, parts: list[bytes]) -> list[bytes] | None:
    """The tags, when the entries tell true lengths and starts in the order of the fields.

    Lengths of more than four figures and starts of more than five shift all that follows; so may a
    leader that grew because a letter in it became two bytes.
    """
    for shift in {0, len(directory) % ENTRY_LENGTH}:
        tags = []
        at, start = shift, 0
        for part in parts:
            numbers = b"%04d%05d" % (len(part) + 1, start)
            if not directory.startswith(numbers, at + 3):
                break
            tags.append(directory[at : at + 3])
            at += 3 + len(numbers)
            start += len(part) + 1
        if at == len(directory) and len(tags) == len(parts):
            return tags
    return None


def _entries(directory: bytes, body: bytes) -> list[tuple[bytes, int, int]]:
    """(tag, length, start) in the order of the fields; -1 where a number cannot be read."""
    # A leader that grew by a few bytes (a letter in it became two) shifts the directory.
    shift = len(directory) % ENTRY_LENGTH
    if shift and not NUMBERS.fullmatch(directory[shift + 3 : shift + ENTRY_LENGTH]):
        shift = 0
    entries = []
    for at in range(shift, len(directory) - ENTRY_LENGTH + 1, ENTRY_LENGTH):
        entry = directory[at : at + ENTRY_LENGTH]
        numbers = NUMBERS.fullmatch(entry, 3) is not None
        length, start = (int(entry[3:7]), int(entry[7:])) if numbers else (-1, -1)
        entries.append((entry[:3], length, start))
    starts = {start for _, _, start in entries}
    # A field of more than 9,999 bytes spoils the numbers behind it; the order is right then.
    if len(starts) == len(entries) and all(_begins_field(body, start) for start in starts):
        entries.sort(key=lambda entry: entry[2])
    return entries if any(TAG.fullmatch(tag) for tag, _, _ in entries) else []


def _begins_field(body: bytes, start: int) -> bool:
    return start == 0 or (start > 0 and body[start - 1 : start] == END_OF_FIELD)


def _by_starts(
    entries: list[tuple[bytes, int, int]], body: bytes, parts: int
) -> dict[str, list[bytes]]:
    """Fields whose start is right, when there are more or fewer fields than entries."""
    fields: dict[str, list[bytes]] = {}
    good = 0
    for tag, length, start in entries:
        if not _begins_field(body, start):
            continue
        end = start + length - 1
        if body[end : end + 1] != END_OF_FIELD:
            end = body.find(END_OF_FIELD, start)
        if end < start:
            continue
        good += 1
        if TAG.fullmatch(tag):
            fields.setdefault(tag.decode("ascii"), []).append(body[start:end])
    if good * 5 < len(entries) * 4:
        reason = "truncated" if parts < len(entries) else "bad_directory"
        raise UnreadableRecordError(reason, f"{len(entries)} entries, {parts} fields")
    return fields


def _refuse_cut(entries: list[tuple[bytes, int, int]], body: bytes) -> None:
    """Raise when the directory promises more than an unterminated record has."""
    promised = max(start + length for _, length, start in entries)
    if promised > len(body) + 1:
        raise UnreadableRecordError("truncated", f"{promised} bytes of fields, {len(body)} found")
