"""Objects and the rows that belong to them, fetched by one query."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import F, Field, Model, QuerySet

Object = TypeVar("Object", bound=Model)


def with_rows(objects: QuerySet[Object], relation: str, *of_each: str) -> list[Object]:
    """The objects, in their order, with all rows of a relation as `prefetch_related` has them.

    That would ask twice; this joins, and so repeats an object for each of its rows: for few. Each
    row has what its foreign keys `of_each` lead to, as with `select_related`.
    """
    rows = objects.model._meta.get_field(relation).related_model
    paths = [relation, *(f"{relation}__{name}" for name in of_each)]
    parts = [rows, *(rows._meta.get_field(name).related_model for name in of_each)]
    columns = {
        f"joined_{place}_{field.attname}": F(f"{path}__{field.attname}")
        for place, (path, part) in enumerate(zip(paths, parts, strict=True))
        for field in _columns(part)
    }
    order = [f"{relation}__{name}" for name in rows._meta.ordering]
    found: dict[object, Object] = {}
    belonging: dict[object, list[Model]] = {}
    joined = objects.order_by(*objects.query.order_by or objects.model._meta.ordering, *order)
    for each in joined.annotate(**columns):
        found.setdefault(each.pk, each)
        row, *others = (_taken(each, place, part) for place, part in enumerate(parts))
        if row is None:
            belonging[each.pk] = []
            continue
        belonging.setdefault(each.pk, []).append(row)
        for name, other in zip(of_each, others, strict=True):
            row._state.fields_cache[name] = other
    for key, each in found.items():
        _remember(each, relation, belonging[key])
    return list(found.values())


def _columns(model: type[Model]) -> list[Field]:
    return list(model._meta.concrete_fields)


def _taken(joined: Model, place: int, model: type[Model]) -> Model | None:
    """The object whose columns stand beside another's; none where nothing was joined."""
    names = [field.attname for field in _columns(model)]
    values = [vars(joined).pop(f"joined_{place}_{name}") for name in names]
    if values[names.index(model._meta.pk.attname)] is None:
        return None
    return model.from_db(joined._state.db, names, values)


def _remember(each: Model, relation: str, rows: list[Model]) -> None:
    """Put the rows where Django keeps what it has prefetched."""
    owner = each._meta.get_field(relation).field.name
    for row in rows:
        row._state.fields_cache[owner] = each
    known = getattr(each, relation).get_queryset()
    known._result_cache, known._prefetch_done = rows, True
    vars(each).setdefault("_prefetched_objects_cache", {})[relation] = known
