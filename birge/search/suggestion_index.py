"""Keeps suggestions in step with the catalogue, and builds them anew beside those that answer.

Each public record is counted for its titles, authors, subjects and series, and remembered with
them, so that a change takes away exactly what it no longer has. What nothing is counted for any
more is gone. A rebuild fills a generation of its own; until it is complete the old one answers,
and changes reach both.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import connection, transaction

from birge.core.among import among
from birge.core.many import Many
from birge.search.engines.base import Document
from birge.search.models import SuggestedRecord, Suggestion, SuggestionState
from birge.search.suggestible import Kind, Suggestible, of_record, starts

#: How many records a suggestion must have for each next level; within one all count alike.
LEVELS = (2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384)
MOST_USED = len(LEVELS)
BATCH = 5000

RECORDS = Many(
    "search_suggestion_record",
    {"generation": "integer", "record": "bigint", "suggestions": "jsonb"},
)
SUGGESTIONS = Many(
    "search_suggestion",
    {
        "id": "bigint",
        "generation": "integer",
        "kind": "smallint",
        "text": "text",
        "uses": "integer",
        "target": "bigint",
    },
)
COUNTS = Many("search_suggestion", {"id": "bigint", "uses": "integer", "target": "bigint"})
STARTS = Many("search_suggestion_start", {"shelf": "bigint", "key": "text", "suggestion": "bigint"})

_rebuilding: ContextVar[int | None] = ContextVar("rebuilding", default=None)


class Known(NamedTuple):
    """What is in the table of a suggestion."""

    kind: int
    text: str
    uses: int
    target: int | None


def shelf(generation: int, kind: int, place: int, level: int) -> int:
    """The number of a shelf; those of one kind follow each other in the order of interest."""
    return generation * 1000 + kind * 100 + place * 50 + MOST_USED - level


def level_of(uses: int) -> int:
    """The level of so many uses, the least frequent being 0."""
    return bisect(LEVELS, uses)


def keep(record_ids: Sequence[int], documents: Iterable[Document]) -> None:
    """Bring suggestions in step with these records, in the caller's transaction.

    `documents` are those of the records that exist. A run over everything fills its own
    generation; any other change reaches all there are.
    """
    own = _rebuilding.get()
    public = [document for document in documents if document.public]
    for generation in [own] if own is not None else _generations():
        _Changes(generation, record_ids, public).write()


def _generations() -> list[int]:
    state = SuggestionState.objects.first() or _first_state()
    return [each for each in (state.active, state.building) if each is not None]


def _first_state() -> SuggestionState:
    """The one row, which `flush` takes away with all others."""
    return SuggestionState.objects.get_or_create(pk=1, defaults={"active": 1})[0]


@contextmanager
def rebuilt() -> Iterator[None]:
    """Records kept inside make a new generation, which answers when all are through."""
    _first_state()
    with transaction.atomic():
        state = SuggestionState.objects.select_for_update().get()
        left, state.building = state.building, max(state.active, state.building or 0) + 1
        state.save()
    if left is not None:
        _forget(left)
    token = _rebuilding.set(state.building)
    try:
        yield
    finally:
        _rebuilding.reset(token)
    # Another run may have begun meanwhile: then that one is to answer.
    done = SuggestionState.objects.filter(building=state.building)
    if done.update(active=state.building, building=None):
        _forget(state.active)


def _forget(generation: int) -> None:
    """Delete a generation, a part at a time: nobody who writes has to wait for long."""
    first, last = generation * 1000, generation * 1000 + 999
    within = "shelf BETWEEN %s AND %s"
    _delete("search_suggestion_start", "(shelf, key, suggestion)", within, (first, last))
    _delete("search_suggestion", "id", "generation = %s", (generation,))
    _delete("search_suggestion_record", "record", "generation = %s", (generation,))


def _delete(table: str, key: str, where: str, params: tuple) -> None:
    columns = key.strip("()")
    statement = (
        f"DELETE FROM {table} WHERE {where} AND {key} IN"  # noqa: S608  names of our own tables
        f" (SELECT {columns} FROM {table} WHERE {where} LIMIT {BATCH})"
    )
    with connection.cursor() as cursor:
        while True:
            cursor.execute(statement, params * 2)
            if cursor.rowcount < BATCH:
                return


class _Changes:
    """What some records change in one generation."""

    def __init__(
        self, generation: int, record_ids: Sequence[int], documents: Iterable[Document]
    ) -> None:
        self.generation = generation
        self.delta: dict[int, int] = defaultdict(int)
        self.made: dict[int, Suggestible] = {}
        #: Records that are no longer counted, by what they were counted for.
        self.left: dict[int, set[int]] = defaultdict(set)
        self.rows: list[tuple[int, int, str]] = []
        self.gone: list[int] = []
        self._compare(record_ids, documents)

    def _compare(self, record_ids: Sequence[int], documents: Iterable[Document]) -> None:
        rows = SuggestedRecord.objects.filter(
            generation=self.generation, record__in=among(record_ids)
        )
        before = dict(rows.values_list("record", "suggestions"))
        for document in documents:
            number = document.record_id
            found = of_record(self.generation, number, document.named)
            old = before.pop(number, ())
            self.made.update(found)
            for each in found:
                if each not in old:
                    self.delta[each] += 1
            for each in old:
                if each not in found:
                    self._leave(each, number)
            if list(found) != list(old):
                ids = ",".join(map(str, found))
                self.rows.append((self.generation, number, f"[{ids}]"))
        for number, old in before.items():
            self.gone.append(number)
            for each in old:
                self._leave(each, number)

    def _leave(self, suggestion: int, record_id: int) -> None:
        self.delta[suggestion] -= 1
        self.left[suggestion].add(record_id)

    def write(self) -> None:
        """Count up and down, and put on their shelves those that are more or less frequent now."""
        if self.gone:
            SuggestedRecord.objects.filter(
                generation=self.generation, record__in=among(self.gone)
            ).delete()
        if not self.rows and not self.delta:
            return
        known = _known(self.delta)
        self._add({each for each in self.delta if each not in known and self.delta[each] > 0})
        self._count(known)
        RECORDS.insert(
            self.rows,
            "ON CONFLICT (generation, record) DO UPDATE SET suggestions = excluded.suggestions",
        )

    def _add(self, ids: set[int]) -> None:
        found = [self.made[each] for each in sorted(ids)]
        # Two imports at once may both bring it.
        SUGGESTIONS.insert(
            [
                (each.id, self.generation, each.kind, each.text, self.delta[each.id], each.target)
                for each in found
            ],
            "ON CONFLICT (id) DO UPDATE SET uses = search_suggestion.uses + excluded.uses",
        )
        self._shelve(
            (each.id, each.kind, each.text, level_of(self.delta[each.id])) for each in found
        )

    def _count(self, known: dict[int, Known]) -> None:
        counted, gone, moved, taken = [], [], [], []
        for number, old in sorted(known.items()):
            uses = old.uses + self.delta[number]
            before, level = level_of(old.uses), level_of(uses)
            if uses <= 0:
                gone.append(number)
            else:
                counted.append((number, uses, self._target(number, old)))
            if uses <= 0 or level != before:
                taken.append((number, old.kind, old.text, before))
            if uses > 0 and level != before:
                moved.append((number, old.kind, old.text, level))
        # In any order: the rows are locked since they were read.
        COUNTS.update(counted)
        if gone:
            Suggestion.objects.filter(pk__in=among(gone)).delete()
        self._unshelve(taken)
        self._shelve(moved)

    def _target(self, number: int, old: Known) -> int | None:
        """The record that a title leads to must be one that it is counted for."""
        if old.kind != Kind.TITLE or (old.target and old.target not in self.left[number]):
            return old.target
        return self.made[number].target if number in self.made else None

    def _shelve(self, found: Iterable[tuple[int, int, str, int]]) -> None:
        STARTS.insert(self._starts(found), "ON CONFLICT DO NOTHING")

    def _unshelve(self, found: Iterable[tuple[int, int, str, int]]) -> None:
        STARTS.delete(self._starts(found))

    def _starts(self, found: Iterable[tuple[int, int, str, int]]) -> list[tuple[int, str, int]]:
        # In the order of the index: neighbors lie on one page of it.
        return sorted(
            (shelf(self.generation, kind, place, level), key, number)
            for number, kind, text, level in found
            for place, key in starts(kind, text)
        )


def _known(ids: Iterable[int]) -> dict[int, Known]:
    # In one order: two imports at once must not wait for each other in a circle.
    rows = Suggestion.objects.filter(pk__in=among(ids)).order_by("pk").select_for_update()
    return {
        pk: Known(*row) for pk, *row in rows.values_list("pk", "kind", "text", "uses", "target")
    }
