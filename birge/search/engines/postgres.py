"""The server engine: lexemes of our own in a tsvector with a GIN index, facets in the row."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from birge.search.engines import values
from birge.search.engines.base import Hit, Query, SearchRequest, Sort
from birge.search.engines.database import ORDERS, YEAR, Asked, Counted, Section, Sql, joined
from birge.search.engines.postgres_store import PostgresStore, literal
from birge.search.engines.ranking import Tier, gains_for, tiers_for, weighing
from birge.search.engines.terms import (
    AllOf,
    AnyOf,
    Expression,
    Forms,
    Phrase,
    Without,
    either,
    every,
    must_be_weighed,
)

#: Counting a hundred thousand records needs more than the four megabytes a server gives.
WORK_MEM = "64MB"
#: So few records are ranked at once; more, by a statement that stops when the page is full.
FEW = 500
NUMBERS = {**values.NUMBERS, YEAR: values.YEAR}


class PostgresEngine(PostgresStore):
    """The index answers alone: no expression makes PostgreSQL look into the terms of a row."""

    name = "postgres"

    # Counting

    def _counted(self, ladder: Sequence[Asked]) -> tuple[int, list[Counted]]:
        parts: list[Sql] = []
        for step, asked in enumerate(ladder):
            # What stands after a question that finds something is not even looked for.
            above = [_nothing(each) for each in ladder[:step]]
            for place, section in enumerate(asked.sections):
                source = _source(section, asked.request.query, above)
                if asked.request.with_facets:
                    counts = _values_of(section, asked, source)
                else:
                    counts = Sql(f"0, COUNT(*), NULL {source.text}", source.params)
                parts.append(Sql(f"SELECT {step}, {place}, {counts.text}", counts.params))
        found = [[({}, {}) for _section in asked.sections] for asked in ladder]
        for step, place, number, count, text in self._rows(joined(" UNION ALL ", parts)):
            numbers, texts = found[step][place]
            numbers[number] = count
            if text is not None:
                texts[number] = text
        counted = [
            [
                Counted(numbers.pop(values.NOWHERE, 0), numbers, texts=texts)
                for numbers, texts in each
            ]
            for each in found
        ]
        best = next((step for step, each in enumerate(counted) if each[0].total), 0)
        return best, counted[best]

    # Ranking

    def _page(
        self, asked: Asked, counted: Sequence[Counted], numbers: Sequence[int]
    ) -> tuple[list[Hit], Mapping[int, str]]:
        request, total = asked.request, counted[0].total
        is_there = request.limit and request.offset < total
        hits = self._hits(request, asked.sections[0], total) if is_there else []
        return hits, {number: text for each in counted for number, text in each.texts.items()}

    def _hits(self, request: SearchRequest, section: Section, total: int) -> list[Hit]:
        page = (request.limit, request.offset)
        if request.query and request.sort is Sort.RELEVANCE:
            few = total <= FEW
            tiers = (
                [Tier(None, 0, tuple(gains_for(request.query)))]
                if few
                else tiers_for(request.query)
            )
            arms = joined(" UNION ALL ", _arms(request, section, tiers))
            # Arms are run one after the other, and none that is not needed.
            sql = Sql(f"SELECT * FROM ({arms.text}) hits LIMIT %s OFFSET %s", (*arms.params, *page))
            return [Hit(number, score) for number, score in self._rows(sql)]
        sort = Sort.TITLE if request.sort is Sort.RELEVANCE else request.sort
        source = _source(section, request.query)
        sql = Sql(
            f"SELECT d.record_id {source.text} ORDER BY {ORDERS[sort]} LIMIT %s OFFSET %s",
            (*source.params, *page),
        )
        return [Hit(number, 0) for (number,) in self._rows(sql)]

    def _rows(self, sql: Sql) -> list[tuple]:
        return super()._rows(Sql(self._settings() + sql.text, sql.params))

    def _settings(self) -> str:
        """What holds for one statement; inside a transaction it would hold for the rest of it."""
        if self.connection.in_atomic_block:
            return ""
        return (
            f"SET LOCAL statement_timeout = {int(self.deadline * 1000)};"
            f"SET LOCAL work_mem = '{WORK_MEM}';"
            # The terms of rows stand apart: to look into them all is never cheaper than the index.
            "SET LOCAL enable_seqscan = off;"
            # A plan is made for one question alone: to compile it takes longer than to run it.
            "SET LOCAL jit = off;"
            # Arms of a union would be run side by side, needed or not.
            "SET LOCAL enable_parallel_append = off;"
        )


def _source(section: Section, query: Query, further: Sequence[Sql] = ()) -> Sql:
    """Where a section's rows come from, under further conditions; `d` is the table."""
    text, params, conditions = "FROM search_record d", (), list(further)
    if must_be_weighed(query):
        heavy = _enough(query, section.expression)
        text = f"FROM ({heavy.text}) heavy JOIN search_record d ON d.record_id = heavy.id"
        params = heavy.params
    elif section.expression is not None:
        conditions.append(_holds(section.expression))
    elif section.public_only:
        conditions.append(Sql("d.public"))
    if section.years != (None, None):
        conditions.append(section.year_condition)
    where = joined(" AND ", conditions or [Sql("TRUE")])
    return Sql(f"{text} WHERE {where.text}", (*params, *where.params))


def _nothing(asked: Asked) -> Sql:
    """A condition: nothing is found by the question, whose words are all asked for."""
    source = _source(asked.sections[0], asked.request.query)
    return Sql(f"NOT EXISTS (SELECT 1 {source.text})", source.params)


def _holds(expression: Expression, table: str = "d") -> Sql:
    return Sql(f"{table}.terms @@ CAST(%s AS tsquery)", (written(expression),))


def _enough(query: Query, among: Expression | None) -> Sql:
    """Ids of the records that have words which weigh enough, among those that match."""
    lists = joined(
        " UNION ALL ",
        [_list(each.points, every([each.expression, among])) for each in weighing(query)],
    )
    return Sql(
        f"SELECT id FROM ({lists.text}) w GROUP BY id HAVING SUM(points) >= %s",
        (*lists.params, query.enough),
    )


def _values_of(section: Section, asked: Asked, source: Sql) -> Sql:
    """How often each value worth showing was found; the value 0 stands for the record itself."""
    wanted = [NUMBERS[name] for name in section.facets]
    mask = values.FACET_MASK
    return Sql(
        "number, found, (SELECT value FROM search_value WHERE id = number)"
        " FROM (SELECT number, found,"
        f" RANK() OVER (PARTITION BY number & {mask} ORDER BY found DESC) AS standing"
        " FROM (SELECT number, COUNT(*) AS found FROM"
        f" (SELECT unnest(d.facets) AS number {source.text}) each"
        f" WHERE number & {mask} = ANY(%s) GROUP BY number) counted) ranked"
        f" WHERE standing <= %s OR number & {mask} IN (0, {values.YEAR}) OR number = ANY(%s)",
        (*source.params, [0, *wanted], asked.request.facet_limit, list(asked.chosen)),
    )


def _arms(request: SearchRequest, section: Section, tiers: Sequence[Tier]) -> Iterator[Sql]:
    """The hits of each tier, the best first, each in its own order.

    What a record gains is summed, never joined: of how many records have what, PostgreSQL knows
    too little to join well.
    """
    most = request.offset + request.limit
    earlier: list[Expression] = []
    for tier in tiers:
        expression = every([tier.expression, section.expression])
        if earlier and expression is not None:
            expression = Without(expression, either(earlier))
        if tier.expression is not None:
            earlier.append(tier.expression)
        source = _source(section._replace(expression=expression), request.query)
        columns = "d.record_id AS id, 0 AS points, d.title_words AS words, d.title_key AS title"
        lists = joined(
            " UNION ALL ",
            [
                Sql(f"SELECT {columns} {source.text}", source.params),
                *(_list(*gain, columns=", NULL, NULL") for gain in tier.gains),
            ],
        )
        yield Sql(
            f"(SELECT id, {tier.points} + SUM(points) AS score FROM ({lists.text}) lists GROUP BY id"
            " HAVING COUNT(words) > 0 ORDER BY score DESC, MAX(words), MAX(title), id LIMIT %s)",
            (*lists.params, most),
        )


def _list(points: int, expression: Expression | None, columns: str = "") -> Sql:
    """Ids of the records that have what is asked for, with the points it gives."""
    assert expression is not None  # noqa: S101  something is asked for
    holds = _holds(expression, "g")
    return Sql(
        f"SELECT g.record_id AS id, {points} AS points{columns} FROM search_record g"
        f" WHERE {holds.text}",
        holds.params,
    )


def written(expression: Expression) -> str:
    """An expression as PostgreSQL reads a tsquery."""
    match expression:
        case str():
            return literal(expression)
        case Forms():
            return written(expression.lexemes)
        case AnyOf(parts):
            return "(" + " | ".join(map(written, parts)) + ")"
        case AllOf(parts):
            return "(" + " & ".join(map(written, parts)) + ")"
        case Phrase(steps):
            spelled = ("(" + " | ".join(map(literal, step)) + ")" for step in steps)
            return "(" + " <-> ".join(spelled) + ")"
    return f"({written(expression.wanted)} & !{written(expression.unwanted)})"
