"""How the server engine keeps documents: put, taken out, tidied."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from birge.search.engines import postgres_rows, storage, values
from birge.search.engines.base import Document
from birge.search.engines.database import DatabaseEngine, Sql, failing_as_engine

TOKEN_BITS = 40
#: Marks of earlier changes that one change takes away; those another transaction holds are left.
OLD_MARKS = 5


class PostgresStore(DatabaseEngine):
    """One row for each record; its terms stand apart from it, and only their index is read."""

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents, in the transaction that is open."""
        if not documents:
            return
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, [document.record_id for document in documents])
            known = self._numbered(cursor, documents)
            rows = postgres_rows.rows((each, values.numbers_of(each, known)) for each in documents)
            statement = f"COPY search_record ({postgres_rows.COLUMNS}) FROM STDIN BINARY"
            with self.connection.wrap_database_errors:
                cursor.copy_expert(statement, BytesIO(rows))
            _changed(cursor)

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records; ids it does not know are no error."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, record_ids)

    def clear(self) -> None:
        """Forget everything; not by TRUNCATE, which would keep readers out until the end."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_record")
            cursor.execute("DELETE FROM search_value")

    def tidy(self) -> None:
        """Let the planner know the tables as they are now, and the index be read without a list."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('search_record_terms')")
            cursor.execute("ANALYZE search_record")
            cursor.execute("ANALYZE search_value")

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Indexes are made many times quicker of all records than of one after another.

        Inside a transaction everything stays as it is.
        """
        if self.connection.in_atomic_block:
            yield
            return
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute(storage.POSTGRES_NO_INDEXES)
        try:
            yield
        finally:
            with failing_as_engine(), self.connection.cursor() as cursor:
                cursor.execute(f"SET maintenance_work_mem = '{storage.BUILDING_MEM}'")
                for statement in storage.POSTGRES_INDEXES:
                    cursor.execute(statement)
                cursor.execute("RESET maintenance_work_mem")

    def _delete(self, cursor, record_ids: Iterable[int]) -> None:
        cursor.execute("DELETE FROM search_record WHERE record_id = ANY(%s)", (list(record_ids),))

    def _among(self, column: str, found: Sequence[object]) -> Sql:
        return Sql(f"{column} = ANY(%s)", (list(found),))

    def _add_values(self, cursor, new: Sequence[tuple[str, str, str]]) -> dict[values.Pair, int]:
        names, texts, labels = (list(column) for column in zip(*new, strict=True))
        numbers = [values.NUMBERS[name] for name in names]
        # Another transaction may be adding the same ones: whoever comes second waits for it.
        cursor.execute(
            "INSERT INTO search_value (id, name, value, label)"
            f" SELECT (nextval('search_value_serial') << {values.FACET_BITS})::int | a, b, c, d"
            " FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) AS t(a, b, c, d)"
            " ON CONFLICT (name, value) DO NOTHING RETURNING id, name, value",
            (numbers, names, texts, labels),
        )
        added = {(name, text): number for number, name, text in cursor.fetchall()}
        if len(added) < len(new):
            added |= self._known((name, text) for name, text, _label in new)
        return added


def _changed(cursor) -> None:
    """Leave another mark than before: what is remembered of the index is no longer true.

    Nobody waits for anybody here: each transaction adds a row of its own.
    """
    cursor.execute(
        "WITH old AS (SELECT ctid AS place FROM search_change LIMIT %s FOR UPDATE SKIP LOCKED),"
        " gone AS (DELETE FROM search_change WHERE ctid IN (SELECT place FROM old))"
        " INSERT INTO search_change (token) VALUES (%s)",
        (OLD_MARKS, secrets.randbits(TOKEN_BITS)),
    )


def literal(lexeme: str) -> str:
    """A lexeme as a tsquery has it."""
    escaped = lexeme.replace("\x00", "").replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
