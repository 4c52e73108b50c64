"""Texts analyzed by a process of their own while records are indexed."""

from __future__ import annotations

from collections import ChainMap
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from birge.search import analyst as module
from birge.search import runs, services
from birge.search.analyst import Analyst, analyst
from tests.search.library import make_record


class DyingProcess:
    """Takes work, and is gone before it is done."""

    def submit(self, function, reads) -> Future:
        future: Future = Future()
        future.set_exception(BrokenProcessPool())
        return future


class IdleProcess:
    """Takes work and never begins it."""

    def submit(self, function, reads) -> Future:
        return Future()


def reads_of(batch: list[str]) -> list[runs.Read]:
    return [(text, "kk") for text in batch]


def test_batches_come_in_order_with_their_texts_analyzed(monkeypatch):
    monkeypatch.setattr(module, "WORTH_RECORDS", 1)
    monkeypatch.setattr(module, "processors", lambda: 2)
    made = []
    monkeypatch.setattr(module, "take_runs", made.append)
    batches = [["Абай жолы"], ["Көшпенділер", ""], ["Қан мен тер"], ["Ұлпан"]]
    with analyst(4) as texts:
        assert list(texts.ahead(batches, reads_of)) == batches
    reads = [read for batch in batches for read in reads_of(batch) if read[0]]
    assert dict(ChainMap(*made)) == {read: runs.made_run(*read) for read in reads}


def test_whoever_waits_analyzes_what_has_not_been_begun(monkeypatch):
    made = []
    monkeypatch.setattr(module, "take_runs", made.append)
    monkeypatch.setattr(module, "SHARE", 1)
    batches = [["Абай жолы", "Ұлпан"], ["Көшпенділер"]]
    texts = Analyst(IdleProcess())
    assert list(texts.ahead(batches, reads_of)) == batches
    assert [list(each) for each in made] == [
        [("Көшпенділер", "kk")],
        [("Ұлпан", "kk")],
        [("Абай жолы", "kk")],
    ]


def test_few_records_need_no_process(monkeypatch):
    monkeypatch.setattr(module, "ProcessPoolExecutor", None)
    with analyst(10) as texts:
        assert list(texts.ahead([[1], [2]], reads_of)) == [[1], [2]]


def test_a_process_that_dies_is_done_without(caplog):
    texts = Analyst(DyingProcess())
    assert list(texts.ahead([["а"], ["б"]], reads_of)) == [["а"], ["б"]]
    assert "going on without" in caplog.text


@pytest.mark.django_db
@pytest.mark.database
def test_an_index_made_by_two_processes_is_the_same(monkeypatch):
    record = make_record("Қазақ ертегілері", annotation="Балаларға арналған кітап.", index=False)
    services.rebuild()
    alone = services.documents_for([record.pk])
    monkeypatch.setattr(module, "WORTH_RECORDS", 1)
    monkeypatch.setattr(module, "processors", lambda: 2)
    summary = services.rebuild()
    assert (summary.indexed, services.documents_for([record.pk])) == (1, alone)
