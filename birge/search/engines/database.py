"""What the engines that live in the site's own database share: filters, counts, order."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from django.db import DatabaseError, connections

from birge.search.engines.base import (
    FACETS,
    PHRASE_IN_TITLE,
    WEIGHTS,
    WHOLE_TITLE,
    WORD_WEIGHTS,
    Count,
    Document,
    EngineFailed,
    Hit,
    Level,
    Query,
    SearchRequest,
    SearchResult,
    Sort,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

YEAR, TOTAL, HIT = "year", "total", "hit"
TIES = "d.title_words, d.title_key, d.record_id"
ORDERS = {
    Sort.RELEVANCE: f"score DESC, {TIES}",
    Sort.TITLE: "d.title_key, d.record_id",
    Sort.YEAR: "d.year DESC NULLS LAST, d.title_key, d.record_id",
    Sort.NEW: "d.received_on DESC NULLS LAST, d.title_key, d.record_id",
}


class Sql(NamedTuple):
    """A piece of SQL with the parameters of its placeholders."""

    text: str
    params: tuple = ()


Filters = Sequence[tuple[str, Sql]]


def joined(separator: str, parts: Sequence[Sql]) -> Sql:
    """Pieces put together, their parameters in order."""
    return Sql(
        separator.join(part.text for part in parts),
        tuple(param for part in parts for param in part.params),
    )


class DatabaseEngine:
    """Answers with one statement, whatever the number of records.

    A subclass says how its database finds words and how it stores them.
    """

    name = ""

    def __init__(self, alias: str = "default") -> None:
        self.alias = alias

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """This thread's connection."""
        return connections[self.alias]

    # What a subclass adds

    def matching(self, expression: str) -> Sql:
        """A subquery of the ids of records that match an expression."""
        raise NotImplementedError

    def holds(self, expression: str) -> Sql:
        """A condition on `d`, a row of search_record: it matches an expression."""
        raise NotImplementedError

    def whole_query(self, query: Query) -> str:
        """The expression for everything a reader asks for."""
        raise NotImplementedError

    def words_in(self, words: Sequence[Word], scope: str, level: Level) -> str:
        """The expression for all of these words in a scope at a level."""
        raise NotImplementedError

    def phrase_in_title(self, query: Query) -> str:
        """The expression for the words side by side in the title, as typed."""
        raise NotImplementedError

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents, in the transaction that is open."""
        raise NotImplementedError

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records; ids it does not know are no error."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget everything."""
        raise NotImplementedError

    # What they share

    def count(self) -> int:
        """Number of documents kept, public or not."""
        [(number,)] = self._rows(Sql("SELECT COUNT(*) FROM search_record"))
        return number

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a question; a database that fails is told apart from an empty answer."""
        rows = self._rows(self._statement(request))
        facets: dict[str, list[Count]] = {name: [] for name in FACETS}
        years: list[tuple[int, int]] = []
        hits: list[tuple[int, Hit]] = []
        total = 0
        for kind, value, number, place in rows:
            if kind == TOTAL:
                total = number
            elif kind == HIT:
                hits.append((place, Hit(int(value), int(number))))
            elif kind == YEAR:
                years.append((int(value), number))
            else:
                facets[kind].append(Count(value, number))
        return SearchResult(
            [hit for _place, hit in sorted(hits)],
            total,
            {
                name: _ordered(found, request.filters.get(name, ()))
                for name, found in facets.items()
            },
            sorted(years),
        )

    def _rows(self, sql: Sql) -> list[tuple]:
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute(sql.text, sql.params)
            return cursor.fetchall()

    def _statement(self, request: SearchRequest) -> Sql:
        """Hits, total, facets and years in one statement, so that they are of one moment.

        Each row is marked once with the filters it passes; a facet then counts the rows that
        pass all filters but its own.
        """
        filters = _filters(request)
        marks = [
            joined("", [Sql(", ("), condition, Sql(f") AS pass_{name}")])
            for name, condition in filters
        ]
        parts = [
            Sql("WITH found AS MATERIALIZED (SELECT d.record_id AS id, d.year AS year"),
            *marks,
            *self._source(request),
            *self._where(request),
            Sql(")"),
            Sql(f"SELECT '{TOTAL}', '', COUNT(*), 0 FROM found {_passing(filters)}"),
        ]
        if request.limit:
            parts += [
                Sql("UNION ALL SELECT * FROM ("),
                *self._hits(request, filters),
                Sql(") AS hits"),
            ]
        if request.with_facets:
            parts += [_facet_counts(name, filters, request) for name in FACETS]
            passing = _passing(filters, but=YEAR, also="year IS NOT NULL")
            parts.append(
                Sql(
                    f"UNION ALL SELECT '{YEAR}', CAST(year AS text), COUNT(*), 0"
                    f" FROM found {passing} GROUP BY year"
                )
            )
        return joined(" ", parts)

    def _source(self, request: SearchRequest) -> list[Sql]:
        """Where rows come from: those that match, or all."""
        if not request.query:
            return [Sql("FROM search_record d")]
        matching = self.matching(self.whole_query(request.query))
        return [Sql("FROM ("), matching, Sql(") m JOIN search_record d ON d.record_id = m.id")]

    def _where(self, request: SearchRequest) -> list[Sql]:
        """What rows must be besides; where some words are enough, those found weigh so much."""
        query = request.query
        conditions = [Sql("d.public")] if request.public_only else []
        if query.enough and query.words:
            found = [
                _gain(self.holds(self.words_in([word], "all", Level.FOLDED)), str(word.weight))
                for word in query.words
            ]
            conditions.append(joined("", [joined(" + ", found), Sql(" >= %s", (query.enough,))]))
        return [Sql("WHERE"), joined(" AND ", conditions)] if conditions else []

    def _hits(self, request: SearchRequest, filters: Filters) -> list[Sql]:
        """Ids, scores and places of one page."""
        ranked = request.sort is Sort.RELEVANCE and bool(request.query)
        sort = Sort.TITLE if request.sort is Sort.RELEVANCE and not ranked else request.sort
        if request.query or filters:
            source = (
                f"FROM found JOIN search_record d ON d.record_id = found.id {_passing(filters)}"
            )
        else:  # all records, in the order of an index
            source = "FROM search_record d" + (" WHERE d.public" if request.public_only else "")
        return [
            Sql(f"SELECT '{HIT}', CAST(record_id AS text), score,"),
            Sql(f"ROW_NUMBER() OVER (ORDER BY {ORDERS[sort].replace('d.', 'page.')})"),
            Sql("FROM (SELECT d.record_id, d.title_words, d.title_key, d.year, d.received_on,"),
            self._score(request.query) if ranked else Sql("0"),
            Sql(f"AS score {source} ORDER BY {ORDERS[sort]}"),
            Sql("LIMIT %s OFFSET %s) AS page", (request.limit, request.offset)),
        ]

    def _score(self, query: Query) -> Sql:
        gains = []
        if query.enough:
            gains = [
                _gain(self.holds(self.words_in([word], scope, level)), str(word.weight * weight))
                for word in query.all_words
                for (scope, level), weight in WORD_WEIGHTS.items()
            ]
        elif query.all_words:
            gains = [
                _gain(self.holds(self.words_in(query.all_words, scope, level)), str(weight))
                for (scope, level), weight in WEIGHTS.items()
            ]
        if query.sequence:
            bonus = f"CASE WHEN d.title_words = {len(query.sequence)} THEN {WHOLE_TITLE} ELSE 0 END"
            if len(query.sequence) > 1:
                bonus += f" + {PHRASE_IN_TITLE}"
            gains.append(_gain(self.holds(self.phrase_in_title(query)), bonus))
        return joined(" + ", gains) if gains else Sql("0")


@contextmanager
def failing_as_engine() -> Iterator[None]:
    """A database that cannot answer is the engine's failure."""
    try:
        yield
    except DatabaseError as error:
        raise EngineFailed(str(error)) from error


def _gain(condition: Sql, weight: str) -> Sql:
    return joined("", [Sql("CASE WHEN "), condition, Sql(f" THEN {weight} ELSE 0 END")])


def _filters(request: SearchRequest) -> list[tuple[str, Sql]]:
    """A condition on `d` for each facet that is filtered."""
    found: list[tuple[str, Sql]] = []
    for name in FACETS:
        values = tuple(request.filters.get(name, ()))
        if values:
            places = ", ".join(["%s"] * len(values))
            found.append(
                (
                    name,
                    Sql(
                        "EXISTS (SELECT 1 FROM search_facet f WHERE f.record_id = d.record_id"
                        f" AND f.name = '{name}' AND f.value IN ({places}))",
                        values,
                    ),
                )
            )
    bounds = []
    if request.year_from is not None:
        bounds.append(Sql("d.year >= %s", (request.year_from,)))
    if request.year_to is not None:
        bounds.append(Sql("d.year <= %s", (request.year_to,)))
    if bounds:
        years = joined(" AND ", bounds)
        # A record without a year passes no range; NULL would be neither.
        found.append((YEAR, Sql(f"COALESCE({years.text}, 1 = 0)", years.params)))
    return found


def _passing(filters: Filters, but: str = "", also: str = "") -> str:
    conditions = [f"found.pass_{name}" for name, _condition in filters if name != but]
    conditions += [also] if also else []
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _facet_counts(name: str, filters: Filters, request: SearchRequest) -> Sql:
    """The most frequent values, and the chosen ones however rare."""
    chosen = tuple(request.filters.get(name, ()))
    places = ", ".join(["%s"] * len(chosen))
    first = f"CASE WHEN f.value IN ({places}) THEN 0 ELSE 1 END, " if chosen else ""
    return Sql(
        f"UNION ALL SELECT * FROM (SELECT '{name}', f.value, COUNT(*) AS number, 0 AS place FROM found"
        f" JOIN search_facet f ON f.record_id = found.id AND f.name = '{name}'"
        f" {_passing(filters, but=name)} GROUP BY f.value"
        f" ORDER BY {first}number DESC, f.value LIMIT %s) AS of_{name}",
        (*chosen, request.facet_limit + len(chosen)),
    )


def _ordered(counts: Sequence[Count], chosen: Sequence[str]) -> list[Count]:
    return sorted(counts, key=lambda each: (each.value not in chosen, -each.count, each.value))
