"""Many values in a condition, sent to the database as one parameter."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL


def among(values: Iterable[int | str]) -> RawSQL | list:
    """What to compare with by `__in`: a list of the values that the database unpacks itself.

    Django turns each value of a plain list into a parameter of its own, which is slow by the
    thousand and not allowed beyond some number.
    """
    found = list(values)
    if not found:
        return []
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(found)])
    kind = "bigint" if isinstance(found[0], int) else "text"
    return RawSQL(f"SELECT unnest(%s::{kind}[])", [found])  # noqa: S611  the kind is one of two words
