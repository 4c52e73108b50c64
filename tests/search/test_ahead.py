"""Texts analyzed by the process that reads a file ahead: the same index, and nothing done twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from birge.catalogue.marc import ahead
from birge.catalogue.models import Record
from birge.catalogue.services import ImportJob, imports
from birge.search import runs
from birge.search.documents import documents_for
from tests.catalogue.marc.samples import iso, write

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def book(number: int, title: str = "Абай жолы") -> bytes:
    return iso(
        [
            ("001", f"b{number}"),
            ("008", "260101s1942    kz                      kaz d"),
            ("041", "1 $akaz$hrus"),
            ("100", "1 $aӘуезов, Мұхтар Омарханұлы$d1897-1961"),
            ("240", "10$aПуть Абая"),
            ("245", f"10$a{title}$nТ. {number}$pБірінші кітап$bроман-эпопея$cМ. О. Әуезов"),
            ("250", "  $a2-басылым"),
            ("260", "  $aАлматы :$bЖазушы,$c1942"),
            ("490", "0 $aҚазақ романдары$v7"),
            ("520", "  $aАқынның балалық шағы туралы кітап."),
            ("650", " 4$aҚазақ әдебиеті -- Романдар"),
            ("700", "1 $aАнов, Н. И.$4trl"),
            ("700", "1 $aӘуезов, Мұхтар Омарханұлы$4edt"),
        ]
    )


@pytest.fixture
def _beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH_BYTES", 0)
    monkeypatch.setattr(ahead, "processors", lambda: 2)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Each test begins and ends as a process does that has imported nothing."""

    def forget() -> None:
        runs._made_ahead.clear()
        runs._made_before.clear()
        runs.frequent_run.cache_clear()

    forget()
    yield
    forget()


def load(path: Path, source: str) -> None:
    with ImportJob([path], source) as job:
        job.run()


def indexed(source: str) -> list[tuple]:
    found = documents_for(Record.objects.filter(source__name=source).values_list("pk", flat=True))
    return [(each.runs, each.title_words, each.facets["subject"]) for each in found]


def write_books(folder: Path, *titles: str) -> Path:
    return write(folder, b"".join(book(number, title) for number, title in enumerate(titles)))


@pytest.mark.usefixtures("_beside")
def test_a_first_import_leaves_no_text_to_analyze(tmp_path, monkeypatch):
    asked = []
    made_run = runs.made_run
    monkeypatch.setattr(runs, "made_run", lambda *text: asked.append(text) or made_run(*text))
    path = write_books(tmp_path, *["Абай жолы"] * ahead.TOGETHER, "Қараш-Қараш")
    load(path, "read ahead")
    assert Record.objects.count() == ahead.TOGETHER + 1
    assert asked == []


def test_the_documents_are_those_of_texts_analyzed_here(tmp_path, monkeypatch):
    path = write_books(tmp_path, "Абай жолы", "Ақан сері — Ақтоқты", "Shoqan Ýalıhanov", "1941")
    load(path, "read here")
    here = indexed("read here")
    monkeypatch.setattr(ahead, "WORTH_BYTES", 0)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    load(path, "read ahead")
    assert runs._made_ahead
    assert indexed("read ahead") == here


@pytest.mark.usefixtures("_beside")
def test_nothing_is_made_ahead_of_records_that_are_known(tmp_path, monkeypatch):
    path = write_books(tmp_path, "Абай жолы")
    load(path, "a library")
    wanted = []
    read_ahead = imports.read_ahead
    monkeypatch.setattr(
        imports,
        "read_ahead",
        lambda *args, **options: wanted.append(options["prepare"]) or read_ahead(*args, **options),
    )
    load(path, "a library")
    assert wanted == [False]


def test_what_is_made_ahead_is_not_kept_for_ever(monkeypatch):
    monkeypatch.setattr(runs, "KEPT_AHEAD", 3)
    for number in range(20):
        runs.take_runs({(f"{number}", ""): runs.Run(f"{number}", "", "", "")})
    assert len(runs._made_ahead) + len(runs._made_before) <= 8
    assert runs.text_run("19").stem == ""
    assert runs.text_run("1").stem == "1"
