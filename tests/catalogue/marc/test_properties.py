"""Whatever bytes come, nothing is raised and everything is accounted for."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from birge.catalogue.marc.bibliographic import BibRecord, HoldingsRecord, RejectedRecord
from birge.catalogue.marc.reading import MarcFile
from birge.catalogue.marc.reasons import REASONS, WARNINGS
from tests.catalogue.marc.samples import (
    UNIMARC_LEADER,
    collection,
    iso,
    marc21,
    marc_json,
    unimarc,
    xml,
)

WHOLE = [
    iso(marc21(("100", "1 $aАбай$d1845-1904"), ("852", "  $bA$hШ$p1"), ("880", "10$6245-01$aСөз"))),
    iso(unimarc(("461", " 0$12001 $aЖинақ$vТ. 1"), ("700", " 1$aАбай$bҚ.")), leader=UNIMARC_LEADER),
    iso(marc21(title="10$aСлова назидания"), encoding="cp1251"),
    collection(xml(marc21()), xml(unimarc(), leader=UNIMARC_LEADER)).encode(),
    f"[{marc_json(marc21())}]".encode(),
]


def account(data: bytes) -> None:
    """Read the bytes and see that every item is sound and counted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(data)
        file = MarcFile(path)
        items = list(file)
    rejects = [item for item in items if isinstance(item, RejectedRecord)]
    assert file.report.rejected == len(rejects)
    assert file.report.read == len(items) - len(rejects)
    assert all(reject.reason in REASONS and reject.reason != "unreadable" for reject in rejects)
    for item in items:
        if isinstance(item, BibRecord):
            assert item.title.strip()
            assert set(item.warnings) <= set(WARNINGS)
        assert isinstance(item, RejectedRecord | HoldingsRecord | BibRecord)


@given(st.binary(max_size=2000))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    account(data)


@given(st.binary(max_size=300))
def test_arbitrary_bytes_behind_a_leader_never_raise(data: bytes) -> None:
    account(b"00200nam a2200061   4500" + data)


@settings(max_examples=400)
@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=4), st.integers(0, 4)), max_size=6),
)
def test_records_spoiled_anywhere_never_raise(
    data: bytes, changes: list[tuple[int, bytes, int]]
) -> None:
    for position, new, dropped in changes:
        data = data[:position] + new + data[position + dropped :]
    account(data)


@given(st.sampled_from(WHOLE), st.integers(0, 800))
def test_records_cut_anywhere_never_raise_and_never_vanish(data: bytes, length: int) -> None:
    account(data[:length])


@given(
    st.text(min_size=1, max_size=200).filter(lambda text: "\x1d" not in text and "\x1e" not in text)
)
def test_any_title_is_read_or_rejected(title: str) -> None:
    account(iso(marc21(title="10$a" + title.encode("utf-8", "replace").decode())))
