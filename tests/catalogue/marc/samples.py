"""Records of our own making: built from fields, in any container and encoding, whole or spoiled."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

from birge.catalogue.marc.bibliographic import BibRecord, RejectedRecord
from birge.catalogue.marc.reading import Item, MarcFile

Fields = list[tuple[str, str]]

MARC21_LEADER = "00000nam a2200000 i 4500"
UNIMARC_LEADER = "00000nam0 2200000   450 "


def iso(fields: Fields, *, leader: str = MARC21_LEADER, encoding: str = "utf-8") -> bytes:
    """One record in ISO 2709; a field is (tag, "10$aTitle") or (tag, "control")."""
    directory = body = b""
    for tag, text in fields:
        data = text.replace("$", "\x1f").encode(encoding) + b"\x1e"
        directory += f"{tag}{len(data):04d}{len(body):05d}".encode()
        body += data
    base = 24 + len(directory) + 1
    length = base + len(body) + 1
    head = f"{min(length, 99999):05d}{leader[5:12]}{base:05d}{leader[17:]}".encode()
    return head + directory + b"\x1e" + body + b"\x1d"


def xml(fields: Fields, *, leader: str = MARC21_LEADER, prefix: str = "") -> str:
    """One record element."""
    parts = [f"<{prefix}record><{prefix}leader>{leader}</{prefix}leader>"]
    for tag, text in fields:
        if tag < "010":
            parts.append(f'<{prefix}controlfield tag="{tag}">{escape(text)}</{prefix}controlfield>')
            continue
        indicators, *subfields = text.split("$")
        parts.append(
            f'<{prefix}datafield tag="{tag}" ind1="{indicators[0]}" ind2="{indicators[1]}">'
        )
        parts += [
            f'<{prefix}subfield code="{subfield[0]}">{escape(subfield[1:])}</{prefix}subfield>'
            for subfield in subfields
        ]
        parts.append(f"</{prefix}datafield>")
    return "".join([*parts, f"</{prefix}record>"])


def collection(*records: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """A MARCXML file."""
    return f'{head}\n<collection xmlns="http://www.loc.gov/MARC21/slim">{"".join(records)}</collection>'


def marc_json(fields: Fields, *, leader: str = MARC21_LEADER) -> str:
    """One record in MARC-in-JSON."""
    items: list[dict[str, object]] = []
    for tag, text in fields:
        if tag < "010":
            items.append({tag: text})
            continue
        indicators, *subfields = text.split("$")
        content = [{subfield[0]: subfield[1:]} for subfield in subfields]
        items.append({tag: {"ind1": indicators[0], "ind2": indicators[1], "subfields": content}})
    return json.dumps({"leader": leader, "fields": items}, ensure_ascii=False)


def marc21(
    *more: tuple[str, str], title: str = "10$aСлова назидания", number: str = "k1"
) -> Fields:
    """A MARC 21 book."""
    coded = "250101s2020    kz a   j      000 0 kaz d"
    return [("001", number), ("008", coded), *more, ("245", title)]


def unimarc(
    *more: tuple[str, str], title: str = "1 $aСлова назидания", number: str = "k1"
) -> Fields:
    """A UNIMARC book."""
    return [
        ("001", number),
        ("100", "  $a20200101d2020    m  y0rusy0102    ca"),
        *more,
        ("200", title),
        ("801", " 0$aKZ$bNLRK"),
    ]


def write(folder: Path, data: bytes | str, name: str = "sample") -> Path:
    """Put a file into the test's folder."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read(folder: Path, data: bytes | str, **options: str) -> list[Item]:
    """Everything found in a file with these bytes."""
    return list(MarcFile(write(folder, data), **options))


def read_one(folder: Path, data: bytes | str, **options: str) -> BibRecord:
    """The only record of the file."""
    (item,) = read(folder, data, **options)
    assert isinstance(item, BibRecord), item
    return item


def reject_one(folder: Path, data: bytes | str) -> RejectedRecord:
    """The only reject of the file, which has nothing else."""
    (item,) = read(folder, data)
    assert isinstance(item, RejectedRecord), item
    return item


def marc21_record(folder: Path, *fields: tuple[str, str], **options: str) -> BibRecord:
    """A MARC 21 book with these fields, read."""
    return read_one(folder, iso(marc21(*fields, **options)))


def unimarc_record(folder: Path, *fields: tuple[str, str], **options: str) -> BibRecord:
    """A UNIMARC book with these fields, read."""
    return read_one(folder, iso(unimarc(*fields, **options), leader=UNIMARC_LEADER))
