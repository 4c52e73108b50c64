"""A site with Elasticsearch: the queue, the rebuild, what the database answers meanwhile."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from birge.catalogue.changes import records_changed
from birge.catalogue.choices import RecordStatus
from birge.catalogue.models import Record
from birge.search import feed, services
from birge.search.documents import documents_for
from birge.search.engines import get_engine
from birge.search.engines.base import EngineFailed, SearchRequest, SearchResult
from birge.search.engines.elastic_watch import watch_of
from birge.search.engines.elasticsearch import index_at
from birge.search.interpretation import interpret
from birge.search.models import FeedState, PendingRecord
from tests.search.elastic import node_url, own_site
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.database]


@pytest.fixture(autouse=True)
def site(settings):
    with own_site(settings, node_url()) as name:
        yield name


@pytest.fixture
def index(site, settings):
    services.rebuild()
    return index_at(settings.BIRGE_SEARCH_URL)


def ask(text: str = "", **values: object) -> SearchResult:
    return get_engine().search(SearchRequest(query=interpret(text).query, **values))


def ids(text: str = "", *, fallback: bool = False) -> list[int]:
    result = ask(text)
    assert result.fallback == fallback
    return [hit.record_id for hit in result.hits]


def fed(index) -> feed.Report:
    """Send what waits and let it be found."""
    report = feed.send_pending(patient=False)
    index.tidy()
    return report


# The queue


def test_a_change_is_queued_with_it_and_undone_with_it(index):
    record = make_record("Абай жолы")
    assert [row.record_id for row in PendingRecord.objects.all()] == [record.pk]
    try:
        with transaction.atomic():
            records_changed([record.pk])
            raise RuntimeError
    except RuntimeError:
        pass
    assert PendingRecord.objects.count() == 1


def test_what_was_sent_leaves_the_queue_and_is_found(index):
    record = make_record("Абай жолы")
    records_changed([record.pk])
    assert ids("абай") == [], "Elasticsearch answers, and does not know it yet"
    report = fed(index)
    assert (report.sent, report.failed) == (1, False)
    assert not PendingRecord.objects.exists()
    assert ids("абайдың") == [record.pk]


def test_a_commit_sends(index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        record = make_record("Абай жолы")
    assert not PendingRecord.objects.exists()
    index.tidy()
    assert ids("абай") == [record.pk]


def test_hidden_and_deleted_records_are_sent_too(index):
    hidden, deleted = make_record("Абай жолы"), make_record("Абай")
    fed(index)
    assert len(ids("абай")) == 2
    Record.objects.filter(pk=hidden.pk).update(status=RecordStatus.HIDDEN)
    number = deleted.pk
    deleted.delete()
    records_changed([hidden.pk, number])
    fed(index)
    assert ids("абай") == []
    assert index.count() == 1


def test_sending_twice_changes_nothing(index):
    record = make_record("Абай жолы")
    row = PendingRecord.objects.get()
    fed(index)
    PendingRecord(id=row.pk, record_id=record.pk).save(force_insert=True)
    assert fed(index).sent == 1
    assert ids("абай") == [record.pk]
    assert index.count() == 1


def test_an_older_document_never_takes_the_place_of_a_newer_one(index):
    record = make_record("Абай жолы")
    [old] = documents_for([record.pk])
    first = PendingRecord.objects.get().pk
    Record.objects.filter(pk=record.pk).update(title="Шоқан")
    records_changed([record.pk])
    fed(index)
    late = [index.putting(old, first)]
    assert index.send(index.indices.live, late, refresh=True) == []
    assert ids("шоқан") == [record.pk]
    assert ids("абай") == []
    Record.objects.filter(pk=record.pk).delete()
    records_changed([record.pk])
    fed(index)
    index.send(index.indices.live, late, refresh=True)
    assert ids("абай") == [], "a deletion is not undone either"


def test_a_refused_document_is_kept_told_of_and_keeps_nobody_waiting(index, monkeypatch):
    bad, good = make_record("Абай жолы"), make_record("Абай")
    real = index.putting

    def spoilt(document, version=None):
        action = real(document, version)
        if document.record_id == bad.pk:
            action["_source"]["year"] = "MCMXLII"
        return action

    monkeypatch.setattr(type(index), "putting", staticmethod(spoilt))
    report = fed(index)
    assert (report.sent, report.refused, report.failed) == (1, 1, False)
    row = PendingRecord.objects.get()
    assert row.record_id == bad.pk
    assert "year" in row.error
    assert row.retry_at > timezone.now()
    assert fed(index).refused == 0, "not before its time"
    assert feed.status().refused == 1
    assert ids("абай") == [good.pk], "the others are answered by Elasticsearch as before"
    monkeypatch.undo()
    PendingRecord.objects.update(retry_at=None)
    fed(index)
    assert not PendingRecord.objects.exists()
    assert len(ids("абай")) == 2


def test_a_queue_that_grows_old_sends_readers_to_the_database(index):
    record = make_record("Абай жолы")
    PendingRecord.objects.update(queued_at=timezone.now() - timedelta(minutes=3))
    assert ids("абай", fallback=True) == [record.pk]
    assert feed.status().behind


def test_staff_are_answered_by_the_database(index):
    record = make_record("Абай жолы", status=RecordStatus.HIDDEN)
    result = ask("абай", public_only=False)
    assert [hit.record_id for hit in result.hits] == [record.pk]
    assert not result.fallback


# Rebuilding


def test_before_the_first_index_the_database_answers():
    record = make_record("Абай жолы")
    assert ids("абай", fallback=True) == [record.pk]
    assert feed.send_pending().failed
    assert PendingRecord.objects.count() == 1, "nothing is lost"
    assert "404" in FeedState.current().error


def test_a_rebuild_takes_the_old_index_away(index):
    make_record("Абай жолы")
    before = set(index.client.indices.get(index=f"{index.indices.live}*"))
    services.rebuild()
    after = set(index.client.indices.get(index=f"{index.indices.live}*"))
    assert len(after) == 1
    assert not before & after
    assert len(ids("абай")) == 1


def test_search_goes_on_and_changes_are_kept_while_an_index_is_filled(index):
    read, unread = make_record("Абай жолы"), make_record("Абай")
    fed(index)
    with feed.filling() as new:
        new.add(documents_for([read.pk]))
        Record.objects.filter(pk=read.pk).update(title="Шоқан")
        gone = make_record("Ыбырай")
        records_changed([read.pk])
        fed(index)
        number = gone.pk
        gone.delete()
        records_changed([number])
        assert len(ids("абай")) == 1, "the old one answers, with what has changed"
        fed(index)
        new.add(documents_for([unread.pk]))
    assert ids("шоқан") == [read.pk]
    assert ids("абай") == [unread.pk]
    assert ids("ыбырай") == []
    assert index.count() == 2


def test_a_rebuild_that_fails_leaves_the_old_index(index):
    record = make_record("Абай жолы")
    fed(index)
    with pytest.raises(RuntimeError), feed.filling():
        raise RuntimeError
    assert index.indices.writable() == [index.indices.live]
    assert ids("абай") == [record.pk]


def test_of_two_rebuilds_the_later_one_counts(index):
    make_record("Абай жолы")
    first = feed.Filling(index)
    second = feed.Filling(index)
    with pytest.raises(EngineFailed, match="another rebuild"):
        first.finish()
    second.add(documents_for(Record.objects.values_list("pk", flat=True)))
    second.finish()
    assert len(ids("абай")) == 1


def test_nothing_is_written_where_an_index_is_gone(index):
    make_record("Абай жолы")
    index.indices.drop(",".join(index.client.indices.get(index=f"{index.indices.live}*")))
    index.client.cluster.put_settings(persistent={"action.auto_create_index": "true"})
    try:
        assert fed_failing(index)
        assert not index.client.indices.exists(index=index.indices.live)
    finally:
        index.client.cluster.put_settings(persistent={"action.auto_create_index": None})


def fed_failing(index) -> bool:
    """Whether sending to an alias that is gone fails instead of making an index."""
    try:
        index.put(documents_for(Record.objects.values_list("pk", flat=True)))
    except EngineFailed:
        return feed.send_pending(patient=False).failed
    return False


def test_after_a_restored_backup_the_index_is_not_believed(index):
    record = make_record("Абай жолы")
    fed(index)
    backup = FeedState.objects.values("sent_id").get()
    Record.objects.filter(pk=record.pk).update(title="Шоқан")
    records_changed([record.pk])
    fed(index)
    assert feed.status().is_well
    FeedState.objects.update(**backup)
    watch_of.cache_clear()
    assert ask("шоқан").fallback
    assert "backup" in feed.status().trouble
    call_command("index_catalogue", stdout=StringIO(), stderr=StringIO())
    watch_of.cache_clear()
    assert not ask("шоқан").fallback


def test_what_changed_while_elasticsearch_was_not_used_is_not_forgotten(
    index, settings, django_capture_on_commit_callbacks
):
    record = make_record("Абай жолы")
    fed(index)
    url, settings.BIRGE_SEARCH_URL = settings.BIRGE_SEARCH_URL, ""
    with django_capture_on_commit_callbacks(execute=True):
        Record.objects.filter(pk=record.pk).update(title="Шоқан")
        records_changed([record.pk])
    settings.BIRGE_SEARCH_URL = url
    watch_of.cache_clear()
    assert ids("шоқан", fallback=True) == [record.pk]
    services.rebuild()
    watch_of.cache_clear()
    assert ids("шоқан") == [record.pk]


@pytest.mark.parametrize("spoil", ["site", "layout"])
def test_an_index_of_another_database_or_version_is_not_asked(index, spoil):
    record = make_record("Абай жолы")
    fed(index)
    meta = {"site": index.indices.owner().site, "layout": "0"}
    if spoil == "site":
        FeedState.objects.update(site="another")
    else:
        index.client.indices.put_mapping(index=index.indices.live, meta=meta)
    watch_of.cache_clear()
    assert ids("абай", fallback=True) == [record.pk]
    assert not feed.status().is_well
    call_command("index_catalogue", stdout=StringIO(), stderr=StringIO())
    watch_of.cache_clear()
    assert ids("абай") == [record.pk]


def test_the_command_finds_what_went_astray(index):
    kept, lost, deleted = (make_record(f"Абай {number}") for number in "абв")
    fed(index)
    index.remove([lost.pk])
    Record.objects.filter(pk=deleted.pk).delete()  # by anyone: nobody was told
    assert {hit.record_id for hit in ask("абай").hits} == {kept.pk, deleted.pk}
    call_command("index_catalogue", stdout=StringIO(), stderr=StringIO())
    index.tidy()
    assert set(ids("абай")) == {kept.pk, lost.pk}
