"""Wagtail's own search over the same records, to stand beside ours in benchmarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection, models

from benchmarks.plain_search import SINGLE, terms_of

if TYPE_CHECKING:
    from benchmarks.questions import Question
    from birge.search.engines.base import Document

#: It keeps an object and a row of its index for each record: more would take hours.
MOST = 20_000
PAGE = 20


class WagtailSearch:
    """A model as a Wagtail site would have it, in the index of Wagtail's database backend.

    Its facets are columns of one value; those of several values it does not count.
    """

    title = "Wagtail's own search"

    def __init__(self) -> None:
        from wagtail.search import index
        from wagtail.search.backends import get_search_backend

        columns = {name: models.CharField(max_length=40, default="") for name in SINGLE}

        class Meta:
            app_label = "search"
            db_table = "wagtail_book"

        self._model = type(
            "WagtailBook",
            (index.Indexed, models.Model),
            {
                "__module__": __name__,
                "Meta": Meta,
                "terms": models.TextField(),
                **columns,
                "search_fields": [
                    index.SearchField("terms"),
                    *(index.FilterField(name) for name in SINGLE),
                ],
            },
        )
        self._backend = get_search_backend()

    def prepare(self) -> None:
        """Make the table."""
        from django.contrib.contenttypes.models import ContentType
        from wagtail.search.models import IndexEntry

        IndexEntry.add_generic_relations()  # once more: the model has come late
        with connection.cursor() as cursor:
            columns = ", ".join(f"{name} varchar(40)" for name in SINGLE)
            cursor.execute(
                f"CREATE TABLE wagtail_book (id bigint PRIMARY KEY, terms text, {columns})"
            )
        ContentType.objects.get_for_model(self._model)

    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents and index them."""
        books = [
            self._model(
                pk=each.record_id,
                terms=terms_of(each),
                **{name: next(iter(each.facets.get(name, ())), "") for name in SINGLE},
            )
            for each in documents
        ]
        self._model.objects.bulk_create(books)
        self._backend.add_bulk(self._model, books)

    def search(self, question: Question) -> int:
        """Twenty hits, the total, and its facets; returns the total."""
        text = " ".join(keys[0] for keys in question.words)
        found = self._backend.search(text, self._model.objects.all(), operator="and")
        list(found[:PAGE])
        for name in SINGLE:
            found.facet(name)
        return found.count()

    def finish(self) -> None:
        """Take the table away."""
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE wagtail_book")
