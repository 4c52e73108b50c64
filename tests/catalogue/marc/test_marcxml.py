"""MARCXML as found: namespaces done anyhow, broken elements, and what wants to hurt."""

from __future__ import annotations

from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import BibRecord, RejectedRecord
from birge.catalogue.marc.reading import MarcFile
from tests.catalogue.marc.samples import collection, marc21, read, read_one, write, xml

ONE = xml(marc21(number="k1"))
TWO = xml(marc21(number="k2"))
THREE = xml(marc21(number="k3"))


def outcome(items: list) -> list[str]:
    return [item.control_number if isinstance(item, BibRecord) else item.reason for item in items]


@pytest.mark.parametrize("prefix", ["", "marc:", "ns0:"])
def test_prefixes_do_not_matter(tmp_path: Path, prefix: str) -> None:
    assert read_one(tmp_path, xml(marc21(), prefix=prefix)).title == "Слова назидания"


def test_a_lone_record_without_declaration_is_read(tmp_path: Path) -> None:
    assert read_one(tmp_path, ONE).control_number == "k1"


def test_records_wrapped_for_harvesting_are_read(tmp_path: Path) -> None:
    wrapped = (
        "<OAI-PMH><ListRecords><record><header><identifier>x</identifier></header><metadata>"
        f"{xml(marc21(), prefix='marc:')}</metadata></record></ListRecords></OAI-PMH>"
    )
    assert read_one(tmp_path, wrapped).title == "Слова назидания"


def test_a_malformed_record_costs_only_itself(tmp_path: Path) -> None:
    items = read(tmp_path, collection(ONE, TWO.replace("</subfield>", "</oops>", 1), THREE))
    assert outcome(items) == ["k1", "malformed_xml", "k3"]
    assert items[1].control_number == "k2"


def test_a_record_that_lost_its_end_costs_only_itself(tmp_path: Path) -> None:
    items = read(tmp_path, collection(ONE, TWO.removesuffix("</record>"), THREE))
    assert outcome(items) == ["k1", "malformed_xml", "k3"]


def test_a_record_that_lost_its_beginning_is_not_silently_lost(tmp_path: Path) -> None:
    items = read(tmp_path, collection(ONE, TWO.removeprefix("<record>"), THREE))
    assert outcome(items) == ["k1", "malformed_xml", "k3"]


def test_a_file_that_ends_inside_a_record_says_so(tmp_path: Path) -> None:
    items = read(tmp_path, collection(ONE, TWO)[:-60])
    assert outcome(items) == ["k1", "truncated"]


def test_what_is_commented_out_is_no_record(tmp_path: Path) -> None:
    items = read(tmp_path, collection(ONE, f"<!-- {TWO} -->", "<![CDATA[<record>]]>", THREE))
    assert outcome(items) == ["k1", "k3"]


def test_a_comment_without_end_hides_no_record(tmp_path: Path) -> None:
    assert outcome(read(tmp_path, collection(ONE, "<!-- oops ", TWO))) == ["k1", "k2"]


def test_an_empty_collection_is_no_fault(tmp_path: Path) -> None:
    file = MarcFile(write(tmp_path, collection()))
    assert list(file) == []
    assert file.report.container == "marcxml"


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("&#xFFFFFFF;", "\ufffd"),
        ("&#27;", "\ufffd"),
        ("&nbsp;и", " и"),
        (" & ", " & "),
        ("\x0b\x1b", ""),
        ("&mdash;", "—"),
    ],
)
def test_what_xml_forbids_is_mended_with_a_warning(tmp_path: Path, fault: str, seen: str) -> None:
    record = read_one(tmp_path, collection(ONE.replace("Слова", f"Слова{fault}")))
    assert record.title == f"Слова{seen} назидания".replace("  ", " ")
    assert "xml_repaired" in record.warnings


def test_a_tag_that_lost_its_zero_is_padded(tmp_path: Path) -> None:
    element = xml(marc21(("020", "  $a9789965353123")))
    assert read_one(tmp_path, element.replace('tag="020"', 'tag="20"')).isbns == ["9789965353123"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE collection [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY r "<record>no</record>">]>'
)


@pytest.mark.parametrize("entity", ["&i;", "&x;"])
def test_entities_of_the_file_are_never_expanded(tmp_path: Path, entity: str) -> None:
    bomb = ONE.replace("назидания", entity)
    items = read(tmp_path, collection(bomb, TWO, head=BOMB))
    assert outcome(items) == ["entity_refused", "k2"]
    assert isinstance(items[0], RejectedRecord)
    assert "root:" not in items[0].detail


def test_a_document_type_alone_does_no_harm(tmp_path: Path) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE collection SYSTEM "C:\\marc.dtd">'
    assert outcome(read(tmp_path, collection(ONE, head=head))) == ["k1"]


def test_a_document_type_inside_a_record_is_refused(tmp_path: Path) -> None:
    inner = '<record><!DOCTYPE x [<!ENTITY a "b">]><leader>&a;</leader></record>'
    items = read(tmp_path, collection(inner, TWO))
    assert outcome(items)[-1] == "k2"
    assert isinstance(items[0], RejectedRecord)


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    deep = f"<record>{'<a>' * 50_000}{'</a>' * 50_000}</record>"
    assert outcome(read(tmp_path, collection(deep, TWO))) == ["no_title", "k2"]
