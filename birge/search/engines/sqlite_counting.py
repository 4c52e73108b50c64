"""Counts of the embedded engine: its rows come in one stream, and Python counts them."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from birge.search.engines import values
from birge.search.engines.base import SearchRequest, Sort
from birge.search.engines.database import Asked, Counted, Sql
from birge.search.engines.ranking import weighing
from birge.search.engines.sqlite_queries import source_of, written
from birge.search.engines.terms import Expression, every, must_be_weighed, wanted_part

Rows = list[tuple]


def is_ranked(request: SearchRequest) -> bool:
    """Whether records are put in order by how well they match."""
    return bool(request.query) and request.sort is Sort.RELEVANCE


class Tallies:
    """What is counted of a question's sections, as their rows come by."""

    def __init__(self, asked: Asked) -> None:
        self.request, self.sections, self.chosen = asked
        self.totals = [0 for _section in self.sections]
        self.numbers: list[Counter[int]] = [Counter() for _section in self.sections]
        self.ranks: dict[int, int] = {}
        self.weights: dict[int, int] = defaultdict(int)
        self._is_weighed = must_be_weighed(self.request.query)
        self._keeps_ids = self._is_weighed or is_ranked(self.request)

    def arms(self, gate: Sql) -> Iterator[tuple[Sql, Callable[[Rows], None]]]:
        """What to select behind the gate, in this order, and who takes the rows of it."""
        for points, expression in self._weighed_words() if self._is_weighed else ():
            text = f"search_words.rowid, 0, NULL FROM {gate.text}search_words WHERE search_words MATCH %s"
            row = Sql(text, (*gate.params, written(expression)))
            yield row, partial(self._weigh, points)
        for place, section in enumerate(self.sections):
            source = source_of(section, "search_facet", gate)
            row = Sql(f"d.record_id, d.rank, d.packed {source.text}", source.params)
            yield row, partial(self._count, place)

    def _weighed_words(self) -> Iterator[tuple[int, Expression]]:
        """What gains a record weight where words that weigh enough will do, and how much."""
        wanted = wanted_part(self.request.query)
        for gain in weighing(self.request.query):
            yield gain.points, every([gain.expression, wanted])

    def _weigh(self, points: int, rows: Rows) -> None:
        for _arm, record_id, *_rest in rows:
            self.weights[record_id] += points

    def _count(self, place: int, rows: Rows) -> None:
        """Ids, ranks and packed values of records of a section, many at a time."""
        if self._is_weighed:
            enough = self.request.query.enough
            rows = [row for row in rows if self.weights.get(row[1], 0) >= enough]
        if not rows:
            return
        _arms, ids, their_ranks, packed = zip(*rows, strict=True)
        self.totals[place] += len(ids)
        if self.request.with_facets:
            self.numbers[place].update(array("I", b"".join(packed)))
        if self._keeps_ids and not place:
            self.ranks.update(zip(ids, their_ranks, strict=True))

    def counted(self) -> list[Counted]:
        """The counts of each section."""
        found = zip(self.totals, self.numbers, strict=True)
        return [
            Counted(
                total,
                values.leading(numbers, self.request.facet_limit, self.chosen),
                {} if place else self.ranks,
            )
            for place, (total, numbers) in enumerate(found)
        ]
