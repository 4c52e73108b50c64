"""Trouble with Elasticsearch is told: to readers, to programs, to staff and to operators."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.utils import timezone

from birge.search.engines.base import EngineFailed
from birge.search.engines.elastic_client import EngineDown, IndexLost
from birge.search.engines.elastic_watch import Watch, is_behind, watch_of
from birge.search.feed_checks import check_way
from birge.search.feed_panel import FeedPanel
from birge.search.models import FeedState, PendingRecord
from tests.search.elastic import free_port
from tests.search.library import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody(settings) -> None:
    """A site whose Elasticsearch is not there."""
    settings.BIRGE_SEARCH_URL = f"http://127.0.0.1:{free_port()}/birge"
    watch_of.cache_clear()


@pytest.fixture
def feeding(nobody) -> str:
    """What the command says."""

    def run(*options: str) -> str:
        out = StringIO()
        call_command("feed_search", *options, stdout=out)
        return out.getvalue()

    return run


# Readers and programs


def test_the_page_finds_and_says_that_it_works_in_a_simpler_way(client, nobody):
    make_record("Абай жолы")
    page = client.get("/ru/search/?q=абай")
    assert page.status_code == 200
    assert [found.title for found in page.context["results"]] == ["Абай жолы"]
    assert len(page.context["notices"]) == 1
    assert page.context["notices"][0]["text"] in page.content.decode()


def test_the_api_finds_and_says_so(client, nobody):
    make_record("Абай жолы")
    answer = client.get("/api/v3/search/?q=абай&lang=kk").json()
    assert answer["count"] == 1
    assert len(answer["notices"]) == 1


def test_without_elasticsearch_nothing_is_said(client):
    make_record("Абай жолы")
    assert client.get("/ru/search/?q=абай").context["notices"] == []
    assert not PendingRecord.objects.exists()


def test_readiness_names_it_as_degraded(client, nobody):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True, "search": "degraded"}


# Staff and operators


def test_the_first_page_of_the_admin_tells_what_waits(admin_client, nobody):
    assert "Elasticsearch" not in admin_client.get("/admin/").content.decode()
    FeedState.current().failed("nobody <there>")
    make_record("Абай жолы")
    page = admin_client.get("/admin/").content.decode()
    assert "Elasticsearch" in page
    assert "nobody &lt;there&gt;" in page


def test_the_panel_waits_for_nobody(nobody, monkeypatch):
    def ask(*arguments: object) -> None:
        raise AssertionError("it was asked")

    monkeypatch.setattr("birge.search.engines.elastic_indices.Indices.check", ask)
    assert FeedPanel().get_context_data() == {"status": None}


def test_the_check_of_the_database_tells_what_waits(nobody):
    make_record("Абай жолы")
    [found] = [each for each in run_checks(databases=["default"]) if each.id == "search.W002"]
    assert "1 changes wait" in found.msg
    assert not [each for each in run_checks() if each.id == "search.W002"]


@pytest.mark.parametrize(
    ("url", "warns"),
    [
        ("", False),
        ("http://localhost:9200", False),
        ("https://search.example:9200", False),
        ("http://birge:secret@search.example:9200/birge", True),
    ],
)
def test_passwords_in_the_clear_are_warned_of(settings, url, warns):
    settings.BIRGE_SEARCH_URL = url
    assert [each.id for each in check_way(None)] == ["search.W001"] * warns


def test_the_command_fails_aloud_and_rests_after_a_failure(feeding):
    make_record("Абай жолы")
    with pytest.raises(CommandError):
        feeding()
    assert feeding() == "", "it is not time yet"
    with pytest.raises(CommandError):
        feeding("--now")
    assert FeedState.current().failures == 2
    told = feeding("--status")
    assert "1" in told
    assert FeedState.current().error in told


def test_the_command_has_nothing_to_do_without_elasticsearch():
    with pytest.raises(CommandError, match="SEARCH_URL"):
        call_command("feed_search")


def test_pauses_grow_and_a_success_ends_them():
    state = FeedState.current()
    pauses = []
    for _ in range(9):
        state.failed("gone")
        pauses.append((state.retry_at - state.failed_at).total_seconds())
    assert pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300]
    state.sent()
    assert (state.failures, state.retry_at, state.error) == (0, None, "gone")


def test_only_a_change_that_waits_long_makes_the_index_old():
    assert not is_behind()
    refused = PendingRecord.objects.create(record_id=1, refusals=1)
    recent = PendingRecord.objects.create(record_id=2)
    PendingRecord.objects.filter(pk=refused.pk).update(queued_at=timezone.now() - timedelta(days=1))
    assert not is_behind()
    PendingRecord.objects.filter(pk=recent.pk).update(
        queued_at=timezone.now() - timedelta(minutes=3)
    )
    assert is_behind()


# The circuit breaker


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(clock) -> Watch:
    return Watch(clock)


def nothing_wrong() -> None:
    """An index that is the site's own."""


def test_after_a_failure_nobody_asks_for_a_while_then_one_tries(watch, clock):
    assert watch.usable(nothing_wrong)
    watch.failed(EngineDown("gone"))
    assert watch.trouble == "gone"
    assert not watch.usable(nothing_wrong)
    clock.now += 6
    assert watch.usable(nothing_wrong), "one tries"
    assert not watch.usable(nothing_wrong), "the others do not wait for what becomes of it"
    watch.answered()
    assert watch.usable(nothing_wrong)
    assert watch.trouble == ""


def test_pauses_of_readers_grow_to_a_minute(watch, clock):
    rests = []
    for _ in range(6):
        watch.failed(EngineDown("gone"))
        begun = clock.now
        while not watch.usable(nothing_wrong):
            clock.now += 1
        rests.append(clock.now - begun)
    assert rests == [5, 10, 20, 40, 60, 60]


def test_an_index_is_looked_at_now_and_then(watch, clock):
    looks = []
    for _ in range(70):
        watch.usable(lambda: looks.append(clock.now))
        clock.now += 1
    assert len(looks) == 3


def test_an_index_that_is_lost_is_not_asked(watch):
    def check() -> None:
        raise IndexLost("no such index")

    assert not watch.usable(check)
    assert watch.trouble == "no such index"


def test_a_question_that_is_refused_stops_nobody_else(watch):
    watch.failed(EngineFailed("400 too many words"))
    assert watch.usable(nothing_wrong)
