"""Puts many rows into a table at once, several times faster than model instances can.

`bulk_create` spends most of an import's time compiling its own SQL value by value; here a
statement is written once for all rows, and values are turned by the kind of their column.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from django.db import connection, models

# SQLite takes 32,766 values in a statement since 3.32, PostgreSQL's driver any number.
MOST_VALUES = 30_000

Row = Sequence[object]


def insert_rows(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Row],
    *,
    unique: Sequence[str] = (),
    update: Sequence[str] = (),
    returning: Sequence[str] = (),
) -> list[tuple]:
    """Insert rows of values given in the order of the field names; defaults are not filled in.

    A row that meets another on `unique` changes its fields named in `update`, or is left out
    when there are none. Returns the columns asked for, in no certain order.
    """
    fields = [model._meta.get_field(name) for name in names]
    ready = list(_ready(fields, rows))
    start, end = _statement(model, fields, unique, update, returning)
    marks = f"({', '.join(['%s'] * len(fields))})"
    found: list[tuple] = []
    with connection.cursor() as cursor:
        for chunk in _chunks(ready, MOST_VALUES // len(fields)):
            values = ", ".join([marks] * len(chunk))
            # Names come from the models, values go as parameters.
            cursor.execute(f"{start} {values} {end}", list(chain.from_iterable(chunk)))
            if returning:
                found += cursor.fetchall()
    return found


def _statement(
    model: type[models.Model],
    fields: Sequence[models.Field],
    unique: Sequence[str],
    update: Sequence[str],
    returning: Sequence[str],
) -> tuple[str, str]:
    """What stands before and behind the values."""

    def columns(names: Iterable[str]) -> list[str]:
        return [_quoted(model._meta.get_field(name).column) for name in names]

    table = _quoted(model._meta.db_table)
    start = f"INSERT INTO {table} ({', '.join(_quoted(field.column) for field in fields)}) VALUES"
    parts = []
    if unique:
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns(update))
        action = f"DO UPDATE SET {changes}" if changes else "DO NOTHING"
        parts.append(f"ON CONFLICT ({', '.join(columns(unique))}) {action}")
    if returning:
        parts.append(f"RETURNING {', '.join(columns(returning))}")
    return start, " ".join(parts)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _ready(fields: Sequence[models.Field], rows: Iterable[Row]) -> Iterator[list[object]]:
    """The rows as the database driver takes them."""
    # Most columns are texts and numbers, which need nothing; asking each value would be slow.
    turns = [(place, turn) for place, field in enumerate(fields) if (turn := _turn(field))]
    for row in rows:
        values = list(row)
        for place, turn in turns:
            values[place] = turn(values[place])
        yield values


def _turn(field: models.Field) -> Callable[[object], object] | None:
    """How a value of this field is written into the database, if not as it is."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return connection.ops.adapt_datefield_value
    if isinstance(field, models.BinaryField):
        return connection.Database.Binary
    return None


def _json(value: object) -> str:
    # Most lists of an import are empty.
    return json.dumps(value) if value or value != [] else "[]"


def _chunks(rows: list, size: int) -> Iterator[list]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
