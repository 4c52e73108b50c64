"""The embedded engine: FTS5 over lexemes of our own, facets counted from one narrow table."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from collections import defaultdict
from collections.abc import (
    Callable,
    Collection,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import closing, contextmanager
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from time import monotonic

from birge.search.engines.base import Hit, Query, SearchRequest, Sort
from birge.search.engines.database import (
    ORDERS,
    Asked,
    Counted,
    DatabaseEngine,
    Section,
    Sql,
    joined,
)
from birge.search.engines.ranking import gains_for, tiers_for
from birge.search.engines.sqlite_counting import Rows, Tallies, is_ranked
from birge.search.engines.sqlite_queries import gate_behind, source_of, walked, written
from birge.search.engines.sqlite_store import SqliteStore, as_list, unpacked
from birge.search.engines.terms import Expression, must_be_weighed, test_of

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

    def _counted(self, ladder: Sequence[Asked]) -> tuple[int, list[Counted]]:
        steps = [Tallies(asked) for asked in ladder]
        takers: list[Callable[[Rows], None]] = []
        parts: list[Sql] = []
        for place, step in enumerate(steps):
            # What stands after a question that finds something is not even looked for.
            gate = gate_behind([each.sections[0] for each in ladder[:place]])
            for row, take in step.arms(gate):
                parts.append(Sql(f"SELECT {len(takers)}, {row.text}", row.params))
                takers.append(take)
        for rows in self._streamed(joined(" UNION ALL ", parts), CHUNK):
            if rows[0][0] == rows[-1][0]:
                takers[rows[0][0]](rows)
                continue
            for number, group in groupby(rows, itemgetter(0)):
                takers[number](list(group))
        found = next((place for place, step in enumerate(steps) if step.totals[0]), 0)
        return found, steps[found].counted()

    # Ranking

    def _page(
        self, asked: Asked, counted: Sequence[Counted], numbers: Sequence[int]
    ) -> tuple[list[Hit], Mapping[int, str]]:
        request, ranks = asked.request, counted[0].ranks
        if not (request.limit and request.offset < counted[0].total):
            return [], self._keys_and_texts([], numbers)[1] if numbers else {}
        if not is_ranked(request):
            return self._listing(request, asked.sections[0], counted[0], numbers)
        if len(ranks) <= FEW * len(request.query.all_words):
            keys, texts, lexemes = self._everything_of(list(ranks), numbers)
            best = self._best(request, ranks, self._looked_at(request.query, lexemes))
        else:
            best = self._best(request, ranks, self._listed(request.query, ranks))
            keys, texts = self._keys_and_texts([each for _score, _rank, each in best], numbers)
        # Records may have gone since they were counted.
        hits = sorted((score, rank, keys[each], each) for score, rank, each in best if each in keys)
        page = hits[request.offset : request.offset + request.limit]
        return [Hit(each, -score) for score, _, _, each in page], texts

    def _keys_and_texts(
        self, record_ids: Sequence[int], numbers: Sequence[int]
    ) -> tuple[dict[int, str], dict[int, str]]:
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
        return keys, {number: text for kind, number, text in rows if kind}

    def _everything_of(
        self, record_ids: Sequence[int], numbers: Sequence[int]
    ) -> tuple[dict[int, str], dict[int, str], list[tuple[int, set[str]]]]:
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
        texts = {number: text for number, text, packed in rows if packed is None}
        return keys, texts, [(number, unpacked(packed)) for number, _text, packed in rows if packed]

    def _listing(
        self, request: SearchRequest, section: Section, counted: Counted, numbers: Sequence[int]
    ) -> tuple[list[Hit], dict[int, str]]:
        """The hits of one page in another order than by relevance, and values; one statement."""
        sort = Sort.TITLE if request.sort is Sort.RELEVANCE else request.sort
        rows = walked if counted.total > MANY else source_of
        parts = [Sql("SELECT d.record_id"), rows(section, "search_record")]
        if must_be_weighed(request.query):
            among = "AND d.record_id IN (SELECT value FROM json_each(%s))"
            parts.append(Sql(among, (as_list(counted.ranks),)))
        order = Sql(f"ORDER BY {ORDERS[sort]} LIMIT %s OFFSET %s", (request.limit, request.offset))
        page, found = joined(" ", [*parts, order]), self._among("id", numbers)
        rows = self._rows(
            Sql(
                f"SELECT record_id, NULL FROM ({page.text}) UNION ALL"
                f" SELECT id, value FROM search_value WHERE {found.text}",
                (*page.params, *found.params),
            )
        )
        texts = {number: text for number, text in rows if text is not None}
        return [Hit(number, 0) for number, text in rows if text is None], texts

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
