"""What becomes of searches and changes when Elasticsearch stops, hangs, comes back or loses its index."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from birge.catalogue.changes import records_changed
from birge.search import feed, services
from birge.search.documents import documents_for
from birge.search.engines import get_engine
from birge.search.engines.base import EngineFailed, SearchRequest, SearchResult
from birge.search.engines.elastic_watch import watch_of
from birge.search.engines.elasticsearch import index_at
from birge.search.interpretation import interpret
from birge.search.models import FeedState, PendingRecord
from tests.search.elastic import OwnNode, Way, own_site
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[OwnNode]:
    folder = tmp_path_factory.mktemp("node") / "data"
    node = OwnNode(folder)
    node.start()
    yield node
    node.kill()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def way(node) -> Iterator[Way]:
    way = Way(node.url)
    yield way
    way.close()


@pytest.fixture
def site(settings, node, way):
    with own_site(settings, way.url, timeout=10):
        yield
        way.delay, way.cut_after = 0.0, None


@pytest.fixture
def index(site, settings):
    services.rebuild()
    return index_at(settings.BIRGE_SEARCH_URL)


def ask(text: str = "абай") -> SearchResult:
    return get_engine().search(SearchRequest(query=interpret(text).query))


def found(text: str = "абай") -> int:
    return ask(text).total


def impatient(settings) -> None:
    """A site that waits for an answer no longer than half a second."""
    settings.BIRGE_SEARCH_URL = settings.BIRGE_SEARCH_URL.replace("timeout=10", "timeout=0.5")
    watch_of.cache_clear()


def rested() -> None:
    """As if the pause after a failure were over."""
    watch_of.cache_clear()
    FeedState.objects.update(retry_at=None)


def test_a_node_that_stops_is_replaced_by_the_database_and_comes_back(index, node):
    kept = make_record("Абай жолы")
    assert not feed.send_pending().failed  # acknowledged: it must be there after the restart
    node.kill()
    try:
        changed = make_record("Абай")
        result = ask()
        assert result.fallback
        assert {hit.record_id for hit in result.hits} == {kept.pk, changed.pk}
        report = feed.send_pending(patient=False)
        assert report.failed
        assert PendingRecord.objects.count() == 1
        state = FeedState.current()
        assert state.failures == 1
        assert state.error == report.error
        assert state.retry_at > timezone.now()
        assert feed.send_pending().sent == 0, "not before its time"
        assert feed.status().trouble
    finally:
        node.start()
    rested()
    assert feed.send_pending().sent == 1
    index.tidy()
    result = ask()
    assert not result.fallback
    assert result.total == 2
    assert feed.status().is_well


def test_while_it_is_down_no_reader_waits_twice(index, way, settings):
    make_record("Абай жолы")
    feed.send_pending()
    way.delay = 5
    impatient(settings)
    started = time.monotonic()
    assert ask().fallback
    assert 0.4 < time.monotonic() - started < 2
    started = time.monotonic()
    for _ in range(20):
        assert ask().fallback
    assert time.monotonic() - started < 1


def test_a_node_that_hangs_holds_nobody(index, node, settings):
    make_record("Абай жолы")
    feed.send_pending()
    index.tidy()
    impatient(settings)
    assert not ask().fallback
    node.freeze()
    try:
        started = time.monotonic()
        result = ask()
        assert (result.fallback, result.total) == (True, 1)
        assert time.monotonic() - started < 2
    finally:
        node.thaw()
    rested()
    assert not ask().fallback


def test_an_answer_that_breaks_off_is_not_an_answer(index, way):
    make_record("Абай жолы")
    feed.send_pending()
    index.tidy()
    assert not ask().fallback
    way.cut_after = 40
    result = ask()
    assert (result.fallback, result.total) == (True, 1)


def test_a_slow_node_still_answers(index, way):
    make_record("Абай жолы")
    feed.send_pending()
    index.tidy()
    way.delay = 0.3
    result = ask()
    assert (result.fallback, result.total) == (False, 1)


def test_an_acknowledgement_that_is_lost_sends_again(index, way):
    record = make_record("Абай жолы")
    index.client.indices.get_alias(name=index.indices.live)
    way.cut_after = 20
    assert feed.send_pending().failed
    assert PendingRecord.objects.filter(record_id=record.pk).exists()
    way.cut_after = None
    rested()
    assert feed.send_pending().sent == 1
    index.tidy()
    assert index.count() == 1
    assert found() == 1


@pytest.mark.django_db(transaction=True)
def test_a_node_that_restarts_while_an_index_is_filled_is_waited_for(index, node, monkeypatch):
    for number in range(6):
        make_record(f"Абай {number}")
    assert not feed.send_pending(patient=False).failed
    monkeypatch.setattr(services, "BATCH", 2)
    monkeypatch.setattr(feed, "PAUSES", (1,) * 30)
    steps: list[int] = []

    def stop_in_the_middle(number: int) -> None:
        steps.append(number)
        if len(steps) == 2:
            node.kill()
            assert ask().total == 6, "the database answers meanwhile"
            threading.Thread(target=node.start).start()

    services.rebuild(stop_in_the_middle)
    rested()
    index.tidy()
    result = ask()
    assert (result.fallback, result.total) == (False, 6)
    connection.close()


def test_a_node_that_stays_away_fails_the_rebuild_and_loses_nothing(index, way, monkeypatch):
    record = make_record("Абай жолы")
    assert not feed.send_pending().failed
    index.tidy()
    monkeypatch.setattr(feed, "PAUSES", ())
    with pytest.raises(EngineFailed), feed.filling() as new:
        way.broken = True
        new.add(documents_for([record.pk]))
    way.broken = False
    rested()
    assert index.indices.writable()[0] == index.indices.live
    result = ask()
    assert (result.fallback, result.total) == (False, 1)
    services.rebuild()
    assert index.indices.writable() == [index.indices.live]


def test_an_index_deleted_by_hand_is_noticed_and_built_again(index):
    record = make_record("Абай жолы")
    feed.send_pending()
    index.tidy()
    assert not ask().fallback
    index.indices.drop(",".join(index.client.indices.get(index=f"{index.indices.live}*")))
    result = ask()
    assert (result.fallback, result.total) == (True, 1), "noticed by the very first reader"
    records_changed([record.pk])
    assert feed.send_pending().failed
    assert PendingRecord.objects.exists()
    assert "no such index" in feed.status().trouble
    assert not index.client.indices.exists(index=index.indices.live)
    services.index_missing()
    rested()
    result = ask()
    assert (result.fallback, result.total) == (False, 1)
    assert not PendingRecord.objects.exists()


def test_a_foreign_index_under_our_name_is_not_believed(index):
    make_record("Абай жолы")
    feed.send_pending()
    index.indices.drop(",".join(index.client.indices.get(index=f"{index.indices.live}*")))
    index.client.indices.create(index=index.indices.live)
    watch_of.cache_clear()
    result = ask()
    assert (result.fallback, result.total) == (True, 1)
    assert "no index of ours" in feed.status().trouble
    with pytest.raises(EngineFailed):
        services.rebuild()
    index.client.indices.delete(index=index.indices.live)
    services.rebuild()
    rested()
    assert not ask().fallback
