"""Puts many rows into a table at once, several times faster than model instances can.

`bulk_create` spends most of an import's time compiling its own SQL value by value; here values
are turned by the kind of their column, and all rows go into one statement.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import connection, models

from birge.core.many import Many

Row = Sequence[object]


def insert_rows(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[Row],
    *,
    unique: Sequence[str] = (),
    update: Sequence[str] = (),
) -> None:
    """Insert rows of values given in the order of the field names; defaults are not filled in.

    A row that meets another on `unique` changes its fields named in `update`, or is left out
    when there are none.
    """
    fields = [model._meta.get_field(name) for name in names]
    table = Many(
        _quoted(model._meta.db_table), {_quoted(field.column): _kind(field) for field in fields}
    )
    table.insert(list(_ready(fields, rows)), _conflict(model, unique, update) if unique else "")


def _conflict(model: type[models.Model], unique: Sequence[str], update: Sequence[str]) -> str:
    """What to do with a row that is there already."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in _columns(model, update))
    action = f"DO UPDATE SET {changes}" if changes else "DO NOTHING"
    return f"ON CONFLICT ({', '.join(_columns(model, unique))}) {action}"


def _columns(model: type[models.Model], names: Iterable[str]) -> list[str]:
    return [_quoted(model._meta.get_field(name).column) for name in names]


def _kind(field: models.Field) -> str:
    """The type of the values of a column, as PostgreSQL calls it."""
    # Cast to the column's own type a text too long would be cut; so the column refuses it.
    return "text" if isinstance(field, models.CharField) else field.db_type(connection)


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
