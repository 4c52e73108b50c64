"""What the tests of every engine stand on: documents whose records exist, and questions."""

from __future__ import annotations

import pytest

from birge.catalogue.models import Record, Source
from birge.search.engines.base import Document, Engine, Role, SearchRequest, SearchResult
from birge.search.interpretation import interpret
from birge.search.runs import text_run


@pytest.mark.django_db
class EngineTests:
    """A class of tests; one that inherits it has a fixture `engine`."""

    @pytest.fixture(autouse=True)
    def _source(self, db) -> None:
        self.source = Source.objects.create(name="engines")

    def document(self, title: str, *, language: str = "kk", **values: object) -> Document:
        """A document whose record exists."""
        number = str(Record.objects.count())
        record = Record.objects.create(source=self.source, control_number=number, title=title)
        runs = {Role.TITLE: [text_run(title, language)]}
        for role in (Role.NAMES, Role.SUBJECTS, Role.IMPRINT, Role.TEXT):
            texts = values.pop(role.value, ())
            runs[role] = [text_run(text, language) for text in texts]
        defaults: dict = {
            "public": True,
            "identifiers": (),
            "facets": {},
            "year": None,
            "received_on": None,
            "title_key": f"{record.pk:05}",
            "title_words": len(title.split()),
        }
        return Document(record_id=record.pk, runs=runs, **{**defaults, **values})

    def put(self, engine: Engine, *documents: Document) -> None:
        engine.put(documents)

    def search(self, engine: Engine, text: str = "", **values: object) -> SearchResult:
        return engine.search(SearchRequest(query=interpret(text).query, **values))

    def ids(self, engine: Engine, text: str = "", **values: object) -> list[int]:
        return [hit.record_id for hit in self.search(engine, text, **values).hits]
