"""The engine for large libraries, against a real Elasticsearch."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator

import pytest
from elasticsearch import NotFoundError, __versionstr__

from birge.catalogue.models import Record
from birge.search.engines import elasticsearch as module
from birge.search.engines.base import EngineFailed, Level, SearchRequest, Sort
from birge.search.engines.elastic_client import EngineDown, IndexLost, place_of
from birge.search.engines.elastic_index import mapping
from birge.search.engines.elasticsearch import ElasticsearchEngine
from birge.search.models import Owner
from tests import needs
from tests.search.conformance import EngineConformance
from tests.search.elastic import free_port, node_url


@pytest.fixture(scope="module")
def shared() -> Iterator[ElasticsearchEngine]:
    """An engine with indices of its own, which go with it."""
    name = f"test-{secrets.token_hex(4)}"
    engine = ElasticsearchEngine(f"{node_url()}/{name}?timeout=20", lambda: Owner("tests", 0))
    engine.clear()
    yield engine
    for index in engine.client.indices.get(index=f"{name}-*"):
        engine.client.indices.delete(index=index)


@pytest.fixture
def empty(shared) -> ElasticsearchEngine:
    shared.tidy()
    shared.remove(list(shared.record_ids()))  # quicker than a new index for each test
    return shared


def requests_of(engine: ElasticsearchEngine, monkeypatch) -> list[str]:
    """The requests that an engine sends from now on."""
    sent: list[str] = []
    transport = engine.client.transport
    send = transport.perform_request

    def note(method: str, target: str, **options: object) -> object:
        sent.append(f"{method} {target.partition('?')[0]}")
        return send(method, target, **options)

    monkeypatch.setattr(transport, "perform_request", note)
    return sent


@pytest.mark.elasticsearch
class TestElasticsearchEngine(EngineConformance):
    @pytest.fixture
    def engine(self, empty) -> ElasticsearchEngine:
        return empty

    # What the engines of the database promise in their own way

    def test_a_record_deleted_by_anyone_leaves_the_index(self, engine):
        """Elasticsearch cannot know; `index_catalogue` compares the ids that it yields."""
        document, other = self.document("Абай"), self.document("Абай")
        self.put(engine, other, document)
        Record.objects.filter(pk=document.record_id).delete()
        strays = set(engine.record_ids()).difference(Record.objects.values_list("pk", flat=True))
        engine.remove(strays)
        assert self.ids(engine, "абай") == [other.record_id]

    statements = 0

    def test_one_search_is_one_request(self, engine, shelf, django_assert_num_queries, monkeypatch):
        sent = requests_of(engine, monkeypatch)
        with django_assert_num_queries(0):
            self.search(engine, "абай", filters={"language": ["kaz"]}, year_from=1900)
        assert sent == [f"POST /{engine.indices.live}/_search"]

    def test_a_database_that_fails_is_not_an_empty_answer(self, engine):
        away = ElasticsearchEngine(f"http://127.0.0.1:{free_port()}", lambda: Owner("tests", 0))
        with pytest.raises(EngineDown):
            self.search(away, "абай")
        lost = ElasticsearchEngine(f"{node_url()}/no-such-index", lambda: Owner("tests", 0))
        with pytest.raises(IndexLost):
            self.search(lost, "абай")

    # What is Elasticsearch's alone

    @pytest.mark.parametrize("sort", list(Sort))
    def test_a_far_page_is_walked_to(self, engine, monkeypatch, sort):
        documents = [
            self.document("Абай", year=1900 + number % 3 if number % 5 else None)
            for number in range(23)
        ]
        self.put(engine, *documents)
        expected = self.ids(engine, "абай", sort=sort, limit=23)
        assert len(set(expected)) == 23
        monkeypatch.setattr(module, "WINDOW", 4)
        monkeypatch.setattr(module, "STEP", 6)
        pages = [
            self.search(engine, "абай", sort=sort, offset=at, limit=5) for at in range(0, 25, 5)
        ]
        assert [hit.record_id for page in pages for hit in page.hits] == expected
        assert {page.total for page in pages} == {23}
        beyond = self.search(engine, "абай", sort=sort, offset=40, limit=5)
        assert (list(beyond.hits), beyond.total) == ([], 23)
        assert list(engine.record_ids()) == sorted(expected)

    def test_a_field_that_nobody_knows_is_refused(self, engine):
        action = engine.putting(self.document("Абай"))
        action["_source"]["colour"] = "red"
        [refused] = engine.send(engine.indices.live, [action])
        assert "colour" in refused.reason

    def test_no_index_is_made_by_accident(self, engine):
        with pytest.raises(IndexLost):
            engine.send("no-such-alias", [engine.putting(self.document("Абай"))])
        with pytest.raises(NotFoundError):
            engine.client.indices.get(index="no-such-alias")

    def test_part_of_an_answer_is_a_failure(self, engine, monkeypatch):
        class Part:
            timed_out = True

        monkeypatch.setattr(module.Search, "execute", lambda self: Part)
        with pytest.raises(EngineFailed):
            engine.search(SearchRequest())


def test_phrases_have_places_and_everything_else_has_none() -> None:
    fields = mapping()["properties"]
    assert fields["words"]["index_options"] == "positions"
    assert {fields[name]["index_options"] for name in (*Level, "marks")} == {"docs"}
    assert mapping()["dynamic"] == "strict"


def test_operators_are_offered_the_version_that_is_tested() -> None:
    project = (needs.ROOT / "tests/services/pom.xml").read_text(encoding="utf-8")
    [tested] = re.findall("<elasticsearch.version>(.+)</elasticsearch.version>", project)
    compose = (needs.ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert f"/elasticsearch:{tested}\n" in compose
    assert __versionstr__.rpartition(".")[0] == tested.rpartition(".")[0]


def test_an_address_is_taken_apart() -> None:
    place = place_of("https://birge:p%40ss@search.example/кітап?ca_certs=/etc/ca.crt&timeout=1")
    assert place.node == "https://search.example:9200"
    assert (place.user, place.password) == ("birge", "p@ss")
    assert place.options == {"ca_certs": "/etc/ca.crt", "timeout": "1"}
    assert place_of("http://[::1]:9201").node == "http://[::1]:9201"
    assert place_of("http://localhost").name == "birge"
