"""Many rows of a table changed by one statement."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Many:
    """Rows for a table: the names of their columns with the types PostgreSQL has for them.

    Values are those that the database's driver takes; without rows nothing is asked. SQLite runs
    a statement again for each row, which costs it next to nothing. On PostgreSQL that would be a
    message for each: it gets an array for each column, which it reads many times quicker than rows.
    """

    table: str
    columns: Mapping[str, str]

    def insert(self, rows: Sequence[Row], conflict: str = "") -> None:
        """Add the rows, in their order; `conflict` says what to do where one is there already."""
        if rows and self._on_server:
            statement = f"{self._insert} SELECT * FROM {self._given} {conflict}"
            self._execute(statement, rows)
        elif rows:
            marks = ", ".join(["%s"] * len(self.columns))
            self._execute_each(f"{self._insert} VALUES ({marks}) {conflict}", rows)

    def update(self, rows: Sequence[Row], **changes: str) -> None:
        """Change the rows that have these values in the first column, in any order.

        Other columns take their values; `changes` may say otherwise: `uses="uses + {}"`.
        """
        key, *others = self.columns
        on_server = self._on_server
        sets = ", ".join(
            f"{name} = {changes.get(name, '{}').format(f'new{place}' if on_server else '%s')}"
            for place, name in enumerate(others, 1)
        )
        if rows and on_server:
            self._execute(
                f"UPDATE {self.table} SET {sets} FROM {self._given} WHERE {key} = new0", rows
            )
        elif rows:
            statement = f"UPDATE {self.table} SET {sets} WHERE {key} = %s"
            self._execute_each(statement, [(*values, first) for first, *values in rows])

    def delete(self, rows: Sequence[Row]) -> None:
        """Delete the rows that have all of these values."""
        if rows and self._on_server:
            same = " AND ".join(f"{name} = new{place}" for place, name in enumerate(self.columns))
            self._execute(f"DELETE FROM {self.table} USING {self._given} WHERE {same}", rows)
        elif rows:
            same = " AND ".join(f"{name} = %s" for name in self.columns)
            self._execute_each(f"DELETE FROM {self.table} WHERE {same}", rows)

    @property
    def _on_server(self) -> bool:
        return connection.vendor == "postgresql"

    @property
    def _insert(self) -> str:
        return f"INSERT INTO {self.table} ({', '.join(self.columns)})"

    @property
    def _given(self) -> str:
        """The rows as a table of PostgreSQL with the columns new0, new1 and so on."""
        arrays = ", ".join(f"%s::{kind}[]" for kind in self.columns.values())
        names = ", ".join(f"new{place}" for place in range(len(self.columns)))
        return f"unnest({arrays}) AS given({names})"

    def _execute(self, statement: str, rows: Sequence[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])

    def _execute_each(self, statement: str, rows: Sequence[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
