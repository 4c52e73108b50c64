"""A second process reads what one process would read, and never outlives the import."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from birge.catalogue.marc import ahead
from birge.catalogue.marc.ahead import ReadAhead, ReaderDied, read_ahead
from birge.catalogue.marc.reading import MarcFile
from tests.catalogue.marc.samples import iso, write


def book(number: int) -> bytes:
    return iso([("001", f"b{number}"), ("245", f"10$aКітап {number}$cӘуезов М.")])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Enough records for several messages, one of them spoiled."""
    records = [book(number) for number in range(3 * ahead.TOGETHER)]
    return write(tmp_path, b"".join([*records, b"00030nam  garbage" + b"\x1d", book(999)]))


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH_BYTES", 0)
    monkeypatch.setattr(ahead, "processors", lambda: 2)


@pytest.mark.usefixtures("beside")
def test_gives_the_same_items_in_the_same_order(file: Path) -> None:
    reader = read_ahead(file)
    assert isinstance(reader, ReadAhead)
    assert list(reader) == list(MarcFile(file))


@pytest.mark.usefixtures("beside")
def test_tells_how_far_it_is(file: Path) -> None:
    reader = read_ahead(file)
    places = [reader.bytes_read for _item in reader]
    assert places == sorted(places)
    assert places[-1] == file.stat().st_size


def test_a_small_file_is_read_here(file: Path) -> None:
    assert isinstance(read_ahead(file), MarcFile)


def test_one_processor_reads_here(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH_BYTES", 0)
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    assert isinstance(read_ahead(file), MarcFile)


@pytest.mark.usefixtures("beside")
def test_leaving_the_loop_ends_the_reader(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    popen = ahead.subprocess.Popen
    monkeypatch.setattr(
        ahead.subprocess, "Popen", lambda *a, **k: started.append(popen(*a, **k)) or started[-1]
    )
    items = iter(read_ahead(file))
    next(items)
    items.close()
    assert started[0].returncode == -signal.SIGKILL


@pytest.mark.usefixtures("beside")
def test_a_reader_that_dies_is_no_end_of_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = write(tmp_path, b"".join(book(number) for number in range(20_000)))
    started = []
    popen = ahead.subprocess.Popen
    monkeypatch.setattr(
        ahead.subprocess, "Popen", lambda *a, **k: started.append(popen(*a, **k)) or started[-1]
    )
    items = iter(read_ahead(big))
    next(items)
    os.kill(started[0].pid, signal.SIGKILL)
    with pytest.raises(ReaderDied):
        list(items)


@pytest.mark.usefixtures("beside")
def test_a_file_that_goes_away_is_told(file: Path) -> None:
    reader = read_ahead(file)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        list(reader)
