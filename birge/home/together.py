"""Objects that the blocks of a page name, fetched for all of them together.

Wagtail asks for them kind of block by kind of block, and for each text with a link anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail import blocks
from wagtail.rich_text import extract_references_from_rich_text

#: Fetches the objects of a model that have these ids; ids that are gone are left out.
Loader = Callable[[set[int]], Mapping[int, Model]]

#: Ids of objects by their model.
Ids = Mapping[type[Model], set[int]]

_open: ContextVar[Together | None] = ContextVar("together", default=None)


class Together:
    """The objects that are named; each model is asked once, when it is needed."""

    def __init__(self, ids: Ids, loaders: Mapping[type[Model], Loader]) -> None:
        self._ids = ids
        self._loaders = loaders
        self._found: dict[type[Model], Mapping[int, Model]] = {}

    def ids(self, model: type[Model]) -> set[int]:
        """Ids that are named."""
        return self._ids.get(model, set())

    def objects(self, model: type[Model]) -> Mapping[int, Model]:
        """Those of this model, by id; no query where none is named."""
        if model not in self._found:
            load = self._loaders.get(model, model._default_manager.in_bulk)
            ids = self.ids(model)
            self._found[model] = load(ids) if ids else {}
        return self._found[model]

    @contextmanager
    def used(self) -> Iterator[None]:
        """Within, choosers and links take their objects from here."""
        token = _open.set(self)
        try:
            yield
        finally:
            _open.reset(token)


def together() -> Together | None:
    """What is fetched together here, if anything is."""
    return _open.get()


def objects_named(model: type[Model], ids: Iterable[int], otherwise: Loader) -> Mapping[int, Model]:
    """Objects by id: those that have been fetched together, or else what `otherwise` fetches."""
    fetched = together()
    return fetched.objects(model) if fetched else otherwise(set(ids))


def ids_named(block: blocks.Block, raw: Any) -> Ids:
    """What the stored value of a block names, at any depth."""
    found: dict[type[Model], set[int]] = {}
    for model, number in _named(block, raw):
        found.setdefault(model, set()).add(number)
    return found


def _named(block: blocks.Block, raw: Any) -> Iterator[tuple[type[Model], int]]:
    if isinstance(block, blocks.BaseStreamBlock):
        for each in raw:
            if each["type"] in block.child_blocks:
                yield from _named(block.child_blocks[each["type"]], each["value"])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _named(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for each in raw or ():
            yield from _named(block.child_block, _value_of_item(each))
    elif isinstance(block, blocks.ChooserBlock) and raw is not None:
        yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from _linked(raw or "")


def _linked(text: str) -> Iterator[tuple[type[Model], int]]:
    for model, number, *_places in extract_references_from_rich_text(text):
        if (found := id_of(number)) is not None:
            yield model, found


def _value_of_item(item: Any) -> Any:
    """An item of a list as Wagtail stores it; before Wagtail 2.16 it was the value itself."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def id_of(text: str) -> int | None:
    """An id as links in texts have it; none for what cannot be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
