"""The embedded engine: FTS5 over lexemes of our own, facets counted from one narrow table."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from heapq import nsmallest
from itertools import groupby, product
from operator import itemgetter
from time import monotonic

from birge.search.engines import values
from birge.search.engines.base import Hit, Query, SearchRequest, Sort
from birge.search.engines.database import ORDERS, Counted, DatabaseEngine, Section, Sql, joined
from birge.search.engines.ranking import gains_for, tiers_for, weighing
from birge.search.engines.sqlite_store import SqliteStore, as_list, unpacked
from birge.search.engines.terms import (
    HIDDEN,
    AllOf,
    AnyOf,
    Expression,
    Forms,
    Phrase,
    every,
    must_be_weighed,
    test_of,
    wanted_part,
)

#: Rows are read from the database so many at a time: of what is counted, and of lists that may
#: be put down in the middle.
CHUNK, SIP = 20_000, 2_000
#: So few records for each word of the query are ranked by looking at the words of each: the lists
#: of one word are hardly longer than what it finds, those of several are.
FEW = 30
#: A page in the order of titles or years is read from their index if more records match; fewer are
#: read, and sorted.
MANY = 2_000
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
        totals = [0] * len(sections)
        numbers: list[Counter[int]] = [Counter() for _section in sections]
        ranks: list[dict[int, int]] = [{} for _section in sections]
        for place, rows in self._grouped(sections):
            kept = rows if enough is None else [row for row in rows if row[1] in enough]
            if not kept:
                continue
            _places, ids, their_ranks, packed = zip(*kept, strict=True)
            totals[place] += len(ids)
            if request.with_facets:
                numbers[place].update(array("I", b"".join(packed)))
            if ranked and not place:
                ranks[place].update(zip(ids, their_ranks, strict=True))
        return [
            Counted(total, values.leading(found, request.facet_limit, chosen), their_ranks)
            for total, found, their_ranks in zip(totals, numbers, ranks, strict=True)
        ]

    def _grouped(self, sections: Sequence[Section]) -> Iterator[tuple[int, list[tuple]]]:
        """Ids, ranks and packed values of the records of each section, many at a time."""
        parts = [
            joined(
                " ",
                [
                    Sql(f"SELECT {place}, d.record_id, d.rank, d.packed"),
                    _source(section, "search_facet"),
                ],
            )
            for place, section in enumerate(sections)
        ]
        for rows in self._streamed(joined(" UNION ALL ", parts), CHUNK):
            if rows[0][0] == rows[-1][0]:
                yield rows[0][0], rows
                continue
            for place, group in groupby(rows, itemgetter(0)):
                yield place, list(group)

    def _enough(self, request: SearchRequest) -> set[int] | None:
        """Where words that weigh enough will do, the records that have such words."""
        query = request.query
        if not must_be_weighed(query):
            return None
        gains, wanted = weighing(query), wanted_part(query)
        weights: dict[int, int] = defaultdict(int)
        for place, ids in self._lists([every([gain.expression, wanted]) for gain in gains]):
            for record_id in ids:
                weights[record_id] += gains[place].points
        return {record_id for record_id, weight in weights.items() if weight >= query.enough}

    # Ranking

    def _page(
        self, request: SearchRequest, section: Section, counted: Counted, numbers: Sequence[int]
    ) -> tuple[list[Hit], list[tuple[int, str]]]:
        if not (request.limit and counted.ranks):
            return super()._page(request, section, counted, numbers)
        if len(counted.ranks) <= FEW * len(request.query.all_words):
            keys, texts, lexemes = self._everything_of(list(counted.ranks), numbers)
            best = self._best(request, counted.ranks, self._looked_at(request.query, lexemes))
        else:
            best = self._best(request, counted.ranks, self._listed(request.query, counted.ranks))
            keys, texts = self._keys_and_texts([each for _score, _rank, each in best], numbers)
        # Records may have gone since they were counted.
        hits = sorted((score, rank, keys[each], each) for score, rank, each in best if each in keys)
        page = hits[request.offset : request.offset + request.limit]
        return [Hit(each, -score) for score, _, _, each in page], texts

    def _keys_and_texts(
        self, record_ids: Sequence[int], numbers: Sequence[int]
    ) -> tuple[dict[int, str], list[tuple[int, str]]]:
        """Sort keys of records and values of facets, in one statement."""
        records, found = self._among("record_id", record_ids), self._among("id", numbers)
        rows = self._rows(
            Sql(
                f"SELECT 0, record_id, title_key FROM search_record WHERE {records.text} UNION ALL"
                f" SELECT 1, id, value FROM search_value WHERE {found.text}",
                (*records.params, *found.params),
            )
        )
        keys = {number: text for kind, number, text in rows if not kind}
        return keys, [(number, text) for kind, number, text in rows if kind]

    def _everything_of(
        self, record_ids: Sequence[int], numbers: Sequence[int]
    ) -> tuple[dict[int, str], list[tuple[int, str]], list[tuple[int, set[str]]]]:
        """The same for a few records with the lexemes of each, in one statement."""
        records, found = self._among("d.record_id", record_ids), self._among("id", numbers)
        rows = self._rows(
            Sql(
                "SELECT d.record_id, d.title_key, t.packed FROM search_record d"
                f" JOIN search_terms t ON t.record_id = d.record_id WHERE {records.text}"
                f" UNION ALL SELECT id, value, NULL FROM search_value WHERE {found.text}",
                (*records.params, *found.params),
            )
        )
        keys = {number: text for number, text, packed in rows if packed is not None}
        texts = [(number, text) for number, text, packed in rows if packed is None]
        return keys, texts, [(number, unpacked(packed)) for number, _text, packed in rows if packed]

    def _hits(self, request: SearchRequest, section: Section, counted: Counted) -> list[Hit]:
        sort = Sort.TITLE if request.sort is Sort.RELEVANCE else request.sort
        enough = self._enough(request)
        source = _walked if counted.total > MANY else _source
        parts = [Sql("SELECT d.record_id"), source(section, "search_record")]
        if enough is not None:
            parts.append(
                Sql("AND d.record_id IN (SELECT value FROM json_each(%s))", (as_list(enough),))
            )
        page = Sql(f"ORDER BY {ORDERS[sort]} LIMIT %s OFFSET %s", (request.limit, request.offset))
        return [Hit(number, 0) for (number,) in self._rows(joined(" ", [*parts, page]))]

    def _best(
        self,
        request: SearchRequest,
        ranks: Mapping[int, int],
        scored: Generator[tuple[int, Collection[int]]],
    ) -> list[tuple[int, int, int]]:
        """Scores, ranks and ids of all that may stand on the page or before it.

        A list that can no longer change the page is not read.
        """
        wanted = request.offset + request.limit
        best: list[tuple[int, int, int]] = []
        with closing(scored):
            for score, ids in scored:
                first = _first(ids, ranks, wanted - len(best))
                best += [(-score, ranks[each], each) for each in first]
                if len(best) >= wanted:
                    break
        return best

    @staticmethod
    def _looked_at(
        query: Query, found: Iterable[tuple[int, Collection[str]]]
    ) -> Generator[tuple[int, Collection[int]]]:
        """Scores in falling order with the records that have them, by the records' own words."""
        gains = [(points, test_of(expression)) for points, expression in gains_for(query)]
        scores: dict[int, list[int]] = defaultdict(list)
        for record_id, lexemes in found:
            score = sum([points for points, has in gains if has(lexemes)])
            scores[score].append(record_id)
        yield from sorted(scores.items(), reverse=True)

    def _listed(
        self, query: Query, ranks: Mapping[int, int]
    ) -> Generator[tuple[int, Collection[int]]]:
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


def _walked(section: Section, table: str) -> Sql:
    """The same rows, met in the order that is asked for: so many match that a page is soon full."""
    years = section.year_condition
    conditions = [years] if years.text else []
    if section.expression is not None:
        found = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
        # The sign keeps SQLite from looking the rows up by id, all of them, and sorting them.
        conditions.append(Sql(f"+d.record_id IN ({found})", (written(section.expression),)))
    elif section.public_only:
        return _source(section, table)
    where = joined(" AND ", conditions or [Sql("1")])
    return Sql(f"FROM {table} d WHERE {where.text}", where.params)


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
        case Forms():
            return written(expression.lexemes)
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
