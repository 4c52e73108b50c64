"""The embedded engine: FTS5 over lexemes of our own, facets counted from one narrow table."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from heapq import nsmallest
from itertools import groupby, product
from operator import itemgetter
from time import monotonic

from birge.search.engines import values
from birge.search.engines.base import Hit, Query, SearchRequest, Sort
from birge.search.engines.database import ORDERS, Counted, DatabaseEngine, Section, Sql, joined
from birge.search.engines.ranking import gains_for, tiers_for, weighing
from birge.search.engines.sqlite_store import SqliteStore, as_list
from birge.search.engines.terms import (
    HIDDEN,
    AllOf,
    AnyOf,
    Expression,
    Phrase,
    every,
    fits,
    wanted_part,
)

#: Rows are read from the database so many at a time: of what is counted, and of lists that may
#: be put down in the middle.
CHUNK, SIP = 20_000, 2_000
#: So few records are ranked by looking at the words of each.
FEW = 150
#: The clock is looked at after so many steps of SQLite's machine.
STEPS = 50_000

Ids = list[int]


class SqliteEngine(SqliteStore, DatabaseEngine):
    """Lists of ids come from FTS5; what is counted and ranked is joined to them by id alone.

    SQLite counts groups by sorting all rows; Python counts small numbers several times quicker.
    """

    name = "sqlite"

    # Counting

    def _counted(
        self, request: SearchRequest, sections: Sequence[Section], chosen: Sequence[int]
    ) -> list[Counted]:
        enough = self._enough(request)
        ranked = bool(request.query) and request.sort is Sort.RELEVANCE
        found = []
        for section in sections:
            total, numbers, ranks = 0, Counter[int](), {}
            for ids, their_ranks, packed in self._chunks(section, enough):
                total += len(ids)
                if request.with_facets:
                    numbers.update(array("I", b"".join(packed)))
                if ranked and section is sections[0]:
                    ranks.update(zip(ids, their_ranks, strict=True))
            leading = values.leading(numbers, request.facet_limit, chosen)
            found.append(Counted(total, leading, ranks))
        return found

    def _chunks(self, section: Section, enough: set[int] | None) -> Iterator[tuple[Sequence, ...]]:
        """Ids, ranks and packed values of a section's records, many at a time."""
        source = _source(section, "search_facet")
        sql = joined(" ", [Sql("SELECT d.record_id, d.rank, d.packed"), source])
        for rows in self._streamed(sql, CHUNK):
            kept = rows if enough is None else [row for row in rows if row[0] in enough]
            if kept:
                yield tuple(zip(*kept, strict=True))

    def _enough(self, request: SearchRequest) -> set[int] | None:
        """Where words that weigh enough will do, the records that have such words."""
        query = request.query
        if not (query.enough and query.words):
            return None
        gains, wanted = weighing(query), wanted_part(query)
        weights: dict[int, int] = defaultdict(int)
        for place, ids in self._lists([every([gain.expression, wanted]) for gain in gains]):
            for record_id in ids:
                weights[record_id] += gains[place].points
        return {record_id for record_id, weight in weights.items() if weight >= query.enough}

    # Ranking

    def _hits(self, request: SearchRequest, section: Section, counted: Counted) -> list[Hit]:
        if request.query and request.sort is Sort.RELEVANCE:
            return self._ranked(request, counted.ranks)
        sort = Sort.TITLE if request.sort is Sort.RELEVANCE else request.sort
        enough = self._enough(request)
        parts = [Sql("SELECT d.record_id"), _source(section, "search_record")]
        if enough is not None:
            parts.append(
                Sql("AND d.record_id IN (SELECT value FROM json_each(%s))", (as_list(enough),))
            )
        page = Sql(f"ORDER BY {ORDERS[sort]} LIMIT %s OFFSET %s", (request.limit, request.offset))
        return [Hit(number, 0) for (number,) in self._rows(joined(" ", [*parts, page]))]

    def _ranked(self, request: SearchRequest, ranks: Mapping[int, int]) -> list[Hit]:
        """The best first; a list that can no longer change the page is not read."""
        wanted = request.offset + request.limit
        few = len(ranks) <= FEW
        scored = (
            self._looked_at(request.query, ranks) if few else self._listed(request.query, ranks)
        )
        best: list[tuple[int, int, int]] = []
        with closing(scored):
            for score, ids in scored:
                first = _first(ids, ranks, wanted - len(best))
                best += [(-score, ranks[each], each) for each in first]
                if len(best) >= wanted:
                    break
        among = self._among("record_id", [each for _score, _rank, each in best])
        keys = dict(
            self._rows(
                Sql(
                    f"SELECT record_id, title_key FROM search_record WHERE {among.text}",
                    among.params,
                )
            )
        )
        # Records may have gone since they were counted.
        best = [(*hit[:2], keys[hit[2]], hit[2]) for hit in best if hit[2] in keys]
        return [Hit(each, -score) for score, _, _, each in sorted(best)[request.offset : wanted]]

    def _looked_at(
        self, query: Query, ranks: Mapping[int, int]
    ) -> Iterator[tuple[int, Collection[int]]]:
        """Scores in falling order with the records that have them, by the records' own words."""
        gains = gains_for(query)
        scores: dict[int, list[int]] = defaultdict(list)
        for record_id, lexemes in self._lexemes(ranks):
            points = [points for points, expression in gains if fits(expression, lexemes)]
            scores[sum(points)].append(record_id)
        yield from sorted(scores.items(), reverse=True)

    def _listed(
        self, query: Query, ranks: Mapping[int, int]
    ) -> Iterator[tuple[int, Collection[int]]]:
        """The same by lists of the records that have what gains points, read as far as is asked."""
        tiers = tiers_for(query)
        asked = {
            expression: None
            for tier in tiers
            for expression in (tier.expression, *(gain.expression for gain in tier.gains))
            if expression is not None
        }
        lists = _Lists(self._lists(list(asked)), list(asked))
        left = set(ranks)
        for tier in tiers:
            members = left if tier.expression is None else lists[tier.expression] & left
            gained: dict[int, int] = defaultdict(int)
            for points, expression in tier.gains:
                for each in lists[expression] & members:
                    gained[each] += points
            left = left - members
            yield from _by_score(members, tier.points, gained)

    def _lists(self, expressions: Sequence[Expression | None]) -> Iterator[tuple[int, Ids]]:
        """The place of each expression and ids that match it; in order, a sip at a time."""
        parts = [
            Sql(
                f"SELECT {place}, rowid FROM search_words WHERE search_words MATCH %s",
                (written(expression),),
            )
            for place, expression in enumerate(expressions)
            if expression is not None
        ]
        if not parts:
            return
        for rows in self._streamed(joined(" UNION ALL ", parts), SIP):
            for place, group in groupby(rows, itemgetter(0)):
                yield place, [row[1] for row in group]

    def _streamed(self, sql: Sql, size: int) -> Iterator[list[tuple]]:
        with self.connection.cursor() as cursor:
            cursor.execute(sql.text, sql.params)
            while rows := cursor.fetchmany(size):
                yield rows

    # What SQL does

    def _texts(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        among = self._among("id", numbers)
        return self._rows(
            Sql(f"SELECT id, value FROM search_value WHERE {among.text}", among.params)
        )

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        """SQLite asks now and then whether it should go on."""
        self.connection.ensure_connection()
        database = self.connection.connection
        end = monotonic() + self.deadline
        database.set_progress_handler(lambda: monotonic() > end, STEPS)
        try:
            yield
        finally:
            database.set_progress_handler(None, STEPS)


class _Lists(dict[Expression, set[int]]):
    """Ids of each expression, from a stream that has them in the order of the expressions."""

    def __init__(
        self, stream: Iterator[tuple[int, Ids]], expressions: Sequence[Expression]
    ) -> None:
        self._stream, self._expressions, self._place = stream, expressions, 0
        self._following: tuple[int, Ids] | None = None

    def __missing__(self, expression: Expression) -> set[int]:
        while expression not in self:
            self[self._expressions[self._place]] = self._read()
            self._place += 1
        return self[expression]

    def _read(self) -> set[int]:
        found: set[int] = set()
        while True:
            self._following = self._following or next(self._stream, None)
            if self._following is None or self._following[0] != self._place:
                return found
            found.update(self._following[1])
            self._following = None


def _source(section: Section, table: str) -> Sql:
    """Where a section's rows come from; `d` is the table."""
    years = section.year_condition
    conditions = [years] if years.text else []
    if section.expression is None:
        text = f"FROM {table} d"
        if section.public_only:
            hidden = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
            conditions.append(Sql(f"d.record_id NOT IN ({hidden})", (written(HIDDEN),)))
    else:
        # The order is given: ids come out of the index in order, and rows are found by id.
        text = f"FROM search_words CROSS JOIN {table} d ON d.record_id = search_words.rowid"
        conditions.append(Sql("search_words MATCH %s", (written(section.expression),)))
    where = joined(" AND ", conditions or [Sql("1")])
    return Sql(f"{text} WHERE {where.text}", where.params)


def _by_score(
    members: set[int], points: int, gained: Mapping[int, int]
) -> Iterator[tuple[int, Collection[int]]]:
    scores: dict[int, set[int]] = defaultdict(set)
    for each, more in gained.items():
        scores[points + more].add(each)
    scores[points] |= members - gained.keys()
    yield from sorted(scores.items(), reverse=True)


def _first(ids: Collection[int], ranks: Mapping[int, int], wanted: int) -> Iterable[int]:
    """So many ids by rank; and those whose rank is that of the last, for it is not the whole key."""
    if len(ids) <= wanted:
        return ids
    last = ranks[nsmallest(wanted, ids, key=ranks.__getitem__)[-1]]
    return [each for each in ids if ranks[each] <= last]


def written(expression: Expression) -> str:
    """An expression as FTS5 reads it."""
    match expression:
        case str():
            return _string(expression)
        case AnyOf(parts):
            return "(" + " OR ".join(map(written, parts)) + ")"
        case AllOf(parts):
            return "(" + " AND ".join(map(written, parts)) + ")"
        case Phrase(steps):
            return "(" + " OR ".join(_string(*spelling) for spelling in product(*steps)) + ")"
    return f"({written(expression.wanted)} NOT {written(expression.unwanted)})"


def _string(*words: str) -> str:
    """Words as one FTS5 string: inside quotation marks nothing is an operator."""
    return '"' + " ".join(words).replace("\x00", "").replace('"', '""') + '"'
