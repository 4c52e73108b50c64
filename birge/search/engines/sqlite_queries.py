"""What FTS5 is asked: expressions as it reads them, and where the rows of a section come from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from birge.search.engines.database import Section, Sql, joined
from birge.search.engines.terms import HIDDEN, AllOf, AnyOf, Expression, Forms, Phrase

#: Before the tables of a question that is always asked.
OPEN = Sql("")


def source_of(section: Section, table: str, gate: Sql = OPEN) -> Sql:
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
        text = (
            f"FROM {gate.text}search_words CROSS JOIN {table} d ON d.record_id = search_words.rowid"
        )
        conditions.append(Sql("search_words MATCH %s", (written(section.expression),)))
    where = joined(" AND ", conditions or [Sql("1")])
    return Sql(f"{text} WHERE {where.text}", (*gate.params, *where.params))


def walked(section: Section, table: str) -> Sql:
    """The same rows, met in the order that is asked for: so many match that a page is soon full."""
    years = section.year_condition
    conditions = [years] if years.text else []
    if section.expression is not None:
        found = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
        # The sign keeps SQLite from looking the rows up by id, all of them, and sorting them.
        conditions.append(Sql(f"+d.record_id IN ({found})", (written(section.expression),)))
    elif section.public_only:
        return source_of(section, table)
    where = joined(" AND ", conditions or [Sql("1")])
    return Sql(f"FROM {table} d WHERE {where.text}", where.params)


def gate_behind(sections: Sequence[Section]) -> Sql:
    """What stands before the tables of a question that is asked only if these have no records.

    As a condition it would be looked at for every row that is found.
    """
    if not sections:
        return OPEN
    sources = [source_of(section, "search_facet") for section in sections]
    nothing = [Sql(f"NOT EXISTS (SELECT 1 {each.text})", each.params) for each in sources]
    found = joined(" AND ", nothing)
    return Sql(f"(SELECT 1 WHERE {found.text}) CROSS JOIN ", found.params)


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
