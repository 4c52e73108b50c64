"""Every encoding in every format and container gives the same book."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import RAW_LIMIT, BibRecord, HoldingsRecord, RejectedRecord
from birge.catalogue.marc.frames import MAX_RECORD_BYTES
from birge.catalogue.marc.reading import MarcFile
from birge.catalogue.marc.reasons import REASONS, WARNINGS
from tests.catalogue.marc.samples import (
    UNIMARC_LEADER,
    collection,
    iso,
    marc21,
    marc_json,
    read,
    read_one,
    reject_one,
    unimarc,
    write,
    xml,
)

TITLE = "Путешествие из Петербурга в Москву, или Дорога без конца"
NAME = "Иванов, Пётр Сергеевич"
ENCODINGS = ["utf-8", "cp1251", "cp866", "koi8-r", "iso8859-5"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("dialect", ["marc21", "unimarc"])
def test_an_encoding_is_found_by_looking(tmp_path: Path, encoding: str, dialect: str) -> None:
    if dialect == "marc21":
        data = iso(marc21(("100", f"1 $a{NAME}"), title=f"10$a{TITLE}"), encoding=encoding)
    else:
        fields = unimarc(("700", " 1$aИванов$bП. С.$gПётр Сергеевич"), title=f"1 $a{TITLE}")
        data = iso(fields, leader=UNIMARC_LEADER, encoding=encoding)
    record = read_one(tmp_path, data)
    assert record.title == TITLE
    assert record.contributors[0].name == NAME
    assert (record.encoding, record.dialect) == (encoding, dialect)


@pytest.mark.parametrize("dialect", ["marc21", "unimarc"])
@pytest.mark.parametrize("container", ["iso2709", "marcxml", "marc-json"])
def test_a_container_is_found_by_looking(tmp_path: Path, container: str, dialect: str) -> None:
    fields, leader = marc21(), "00000nam a2200000 i 4500"
    if dialect == "unimarc":
        fields, leader = unimarc(), UNIMARC_LEADER
    data: bytes | str = {
        "iso2709": iso(fields, leader=leader),
        "marcxml": collection(xml(fields, leader=leader)),
        "marc-json": marc_json(fields, leader=leader),
    }[container]
    file = MarcFile(write(tmp_path, data))
    (record,) = list(file)
    assert isinstance(record, BibRecord)
    assert (record.title, record.dialect) == ("Слова назидания", dialect)
    assert file.report.container == container
    assert (file.report.read, file.report.rejected) == (1, 0)
    assert file.report.dialects == {dialect: 1}


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_xml_that_declares_utf8_falsely_is_read(tmp_path: Path, encoding: str) -> None:
    data = collection(xml(marc21(title=f"10$a{TITLE}"))).encode(encoding)
    assert read_one(tmp_path, data).title == TITLE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_xml_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    data = collection(xml(marc21()), xml(marc21(number="k2"))).encode(encoding)
    assert [item.title for item in read(tmp_path, data)] == ["Слова назидания"] * 2


def test_kazakh_text_in_its_own_code_page_is_told_from_russian(tmp_path: Path) -> None:
    title = "Қазақ халқының қара сөздері мен әңгімелері: үш томдық өлеңдер жинағы"
    record = read_one(tmp_path, iso(marc21(title=f"10$a{title}"), encoding="kz1048"))
    assert (record.title, record.encoding) == (title, "kz1048")


@pytest.mark.parametrize(
    "title", ["Српске народне приповетке, књига трећа", "Українські народні казки"]
)
def test_other_languages_of_the_windows_code_page_are_not_taken_for_kazakh(
    tmp_path: Path, title: str
) -> None:
    assert read_one(tmp_path, iso(marc21(title=f"10$a{title}"), encoding="cp1251")).title == title


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_text_in_capitals_is_told_by_its_letter_pairs(tmp_path: Path, encoding: str) -> None:
    title = "ИСТОРИЯ РОССИИ И СОПРЕДЕЛЬНЫХ СТРАН В ДОКУМЕНТАХ"
    assert read_one(tmp_path, iso(marc21(title=f"10$a{title}"), encoding=encoding)).title == title


def test_marc8_with_cyrillic_by_escapes_is_read(tmp_path: Path) -> None:
    data = iso(marc21(title="10$aMARK")).replace(b"MARK", b"\x1b(NaBC\x1b(B")
    record = read_one(tmp_path, _with_true_numbers(data))
    assert (record.title, record.encoding) == ("Абц", "marc-8")


def test_marc8_with_extended_cyrillic_is_read(tmp_path: Path) -> None:
    data = iso(marc21(title="10$aMARK")).replace(b"MARK", b"\x1b(NRE[E\x1b(QJ\x1b(NA\x1b(B")
    assert read_one(tmp_path, _with_true_numbers(data)).title == "решења"


def test_chinese_that_lost_its_escapes_is_read(tmp_path: Path) -> None:
    usual = iso(marc21(title="10$aMARK")).replace(b"MARK", b"\x1b(NaBC\x1b(B")
    data = _with_true_numbers(usual) + iso(marc21(title="10$a$1!KH!>4(B".replace("$1", "\x01")))
    data = data.replace(b"\x01!KH", b"$1!KH")
    title = read(tmp_path, _with_true_numbers(usual) + _lengthened(data, usual))[-1].title
    assert "(B" not in title
    assert not title.isascii()


def test_marc8_with_marks_before_letters_is_read(tmp_path: Path) -> None:
    fields = marc21(title="10$a" + "Caf\u00e2e de la libert\u00e2e et du po\u00e1eme")
    record = read_one(tmp_path, iso(fields, encoding="latin-1"))
    assert (record.title, record.encoding) == ("Café de la liberté et du poème", "marc-8")


def test_latin1_is_read(tmp_path: Path) -> None:
    fields = marc21(title="10$aGrüße aus Österreich: Märchen für große Mädchen")
    assert read_one(tmp_path, iso(fields, encoding="latin-1")).title.startswith(
        "Grüße aus Österreich"
    )


def test_a_record_in_another_encoding_than_its_file_is_decided_on_its_own(tmp_path: Path) -> None:
    usual = [iso(marc21(title=f"10$a{TITLE} {n}"), encoding="cp1251") for n in range(20)]
    data = b"".join([*usual, iso(marc21(title=f"10$a{TITLE}"), encoding="cp866")])
    assert [item.encoding for item in read(tmp_path, data)] == ["cp1251"] * 20 + ["cp866"]
    assert read(tmp_path, data)[-1].title == TITLE


def test_a_field_in_another_encoding_than_its_record_is_read_with_a_warning(tmp_path: Path) -> None:
    plain = marc21(("500", "  $a" + TITLE * 9), ("650", " 0$aMARK"), title=f"10$a{TITLE}")
    data = _with_true_numbers(iso(plain).replace(b"MARK", "русская литература".encode("cp1251")))
    record = read_one(tmp_path, data)
    assert record.subjects == ["русская литература"]
    assert (record.title, record.encoding) == (TITLE, "utf-8")
    assert "mixed_encodings" in record.warnings


def test_a_spoiled_byte_is_replaced_with_a_warning(tmp_path: Path) -> None:
    data = iso(marc21(title=f"10$a{TITLE}MARK")).replace(b"MARK", b"\xffMAR")
    record = read_one(tmp_path, data)
    assert record.title.startswith(TITLE)
    assert "bytes_replaced" in record.warnings


def test_the_librarian_overrides_the_encoding(tmp_path: Path) -> None:
    data = iso(marc21(title="10$aДа"), encoding="koi8-r")
    assert read_one(tmp_path, data, encoding="koi8-r").title == "Да"


def test_an_unknown_encoding_or_dialect_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, iso(marc21()))
    with pytest.raises(LookupError):
        MarcFile(path, encoding="klingon")
    with pytest.raises(ValueError, match="dialect"):
        MarcFile(path, dialect="klingon")


def test_text_is_composed(tmp_path: Path) -> None:
    record = read_one(tmp_path, iso(marc21(title="10$aИ\u0306од")))
    assert record.title == "Йод"


def test_the_bytes_are_kept_and_hashed(tmp_path: Path) -> None:
    first, second = iso(marc21()), iso(marc21(number="k2"))
    items = read(tmp_path, first + b"\r\n" + second)
    assert [item.raw for item in items] == [first, second]
    assert [item.digest for item in items] == [
        hashlib.sha256(raw).hexdigest() for raw in (first, second)
    ]


def test_an_xml_record_is_kept_as_it_stands(tmp_path: Path) -> None:
    element = xml(marc21())
    assert read_one(tmp_path, collection(element)).raw == element.encode()


def test_progress_reaches_the_size_and_a_second_reading_begins_anew(tmp_path: Path) -> None:
    file = MarcFile(write(tmp_path, b"".join(iso(marc21(number=f"k{n}")) for n in range(5))))
    for _ in range(2):
        seen = [file.bytes_read for _ in file]
        assert seen == sorted(seen)
        assert file.bytes_read == file.size
        assert file.report.read == 5


def test_a_holdings_record_gives_copies_and_its_parent(tmp_path: Path) -> None:
    fields = [("001", "h1"), ("004", "k1"), ("852", "  $bCITY$cЧитальный зал$h84Қ$iА93$p000123")]
    (item,) = read(tmp_path, iso(fields, leader="00000nx  a2200000un 4500"))
    assert isinstance(item, HoldingsRecord)
    assert (item.control_number, item.parent_control_number) == ("h1", "k1")
    (copy,) = item.holdings
    assert (copy.branch_code, copy.shelf_mark, copy.barcode) == ("CITY", "84Қ А93", "000123")
    assert copy.location == "Читальный зал"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\x1a", "empty"),
        (b"Dear librarian, here is my list of books.\r\n" * 9, "not_marc"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not_marc"),
        (b"<html><body>404</body></html>", "not_marc"),
        (b'{"books": []}', "not_marc"),
        (iso(marc21(title="10$h[text]")), "no_title"),
        (iso(marc21(title="10$a" + "\ufffd" * 20)), "undecodable"),
        (iso(marc21())[:90], "truncated"),
        (iso(marc21())[:20], "truncated"),
        (iso([("001", "a1"), ("100", "1 $aАбай")], leader="00000nz  a2200000n  4500"), "not_bibliographic"),
        (b"00100nam a2200037   4500" + b"A" * 75 + b"\x1d", "truncated"),
        (b"00100nam" + b"?" * 91 + b"\x1d", "bad_leader"),
        (b"00045nam a2200037   4500@@@00000@@@@\x1e  \x1fa\x1e\x1d", "bad_directory"),
        (collection("<record><leader>x</wrong></record>"), "malformed_xml"),
        (collection("<record><leader>x"), "truncated"),
        (collection(xml(marc21()).replace("назидания", "&lol;")), "entity_refused"),
        ('[{"leader": "x", "fields": [{"245": {"ind1', "malformed_json"),
        ('{"leader": 1, "fields": [}]}', "malformed_json"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_rejected_with_its_reason(
    tmp_path: Path, data: bytes | str, reason: str
) -> None:
    reject = reject_one(tmp_path, data)
    assert reject.reason == reason
    assert reject.position == 1
    assert reason in REASONS


def test_a_surprise_in_our_own_code_rejects_one_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("birge.catalogue.marc.reading.bibliographic", fail)
    reject = reject_one(tmp_path, iso(marc21()))
    assert (reject.reason, reject.control_number) == ("unreadable", "k1")
    assert reject.detail == "ZeroDivisionError: by zero"


@pytest.mark.parametrize("container", ["iso2709", "marcxml", "marc-json"])
def test_an_endless_record_is_refused_and_the_next_is_read(tmp_path: Path, container: str) -> None:
    filler = b"A" * (MAX_RECORD_BYTES + 1_000_000)
    if container == "iso2709":
        data = iso(marc21())[:100] + filler + b"\x1d" + iso(marc21(number="k2"))
    elif container == "marcxml":
        long = xml(marc21()).replace("назидания", filler.decode())
        data = collection(long, xml(marc21(number="k2"))).encode()
    else:
        long = marc_json(marc21()).replace("назидания", filler.decode())
        data = f"{long}\n{marc_json(marc21(number='k2'))}".encode()
    items = read(tmp_path, data)
    rejects = [item for item in items if isinstance(item, RejectedRecord)]
    assert [reject.reason for reject in rejects] == ["too_long"]
    assert len(rejects[0].raw) <= RAW_LIMIT
    assert [item.control_number for item in items if isinstance(item, BibRecord)] == ["k2"]


@pytest.mark.parametrize("container", ["iso2709", "marcxml", "marc-json"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, container: str) -> None:
    fields = marc21(("520", "  $a" + "Аннотация. " * 200))
    record = {
        "iso2709": iso(fields),
        "marcxml": (xml(fields) + "\n").encode(),
        "marc-json": (marc_json(fields) + "\n").encode(),
    }[container]
    path = tmp_path / "large"
    with path.open("wb") as file:
        if container == "marcxml":
            file.write(b"<collection>\n")
        for _ in range(8_000_000 // len(record)):
            file.write(record)
    file = MarcFile(path)
    tracemalloc.start()
    try:
        for _ in file:
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert file.report.read == 8_000_000 // len(record)
    assert peak < 4_000_000


def test_every_reason_and_warning_is_a_sentence() -> None:
    for sentence in (*REASONS.values(), *WARNINGS.values()):
        assert sentence[0].isupper()
        assert sentence.endswith(".")


def _lengthened(data: bytes, usual: bytes) -> bytes:
    """The second record of the data, its directory left to the terminators."""
    return data[len(_with_true_numbers(usual)) :]


def _with_true_numbers(data: bytes) -> bytes:
    """The record with lengths and starts set right again, after bytes in it were exchanged."""
    base = int(data[12:17])
    tags = [data[at : at + 3].decode() for at in range(24, base - 1, 12)]
    parts = data[base:-1].split(b"\x1e")[:-1]
    fields = [
        (tag, part.decode("latin-1").replace("\x1f", "$"))
        for tag, part in zip(tags, parts, strict=True)
    ]
    return iso(fields, leader=data[:24].decode(), encoding="latin-1")
