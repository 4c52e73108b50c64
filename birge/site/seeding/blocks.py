"""A demonstration page's simple blocks as the stored form of a page body."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from birge.site.demo.page_model import Block

# Block ids are made from the page and the place, so both languages share them, as
# wagtail-localize expects of a page and its translation.
NAMESPACE = uuid.UUID("5f0c1c52-3a6e-5b1c-9c57-3a1d6f1f7a11")


def stream_data(slug: str, body: tuple[Block, ...], branch_ids: dict[str, int]) -> list[dict]:
    """The body as raw stream data; branches named by code become their ids."""
    found = []
    for place, (kind, *content) in enumerate(body):
        maker = _Maker(f"{slug}/{place}", branch_ids)
        found.append({"type": kind, "id": maker.block_id(), "value": MAKERS[kind](maker, *content)})
    return found


class _Maker:
    """Makes the value of one block; knows its place and the branches."""

    def __init__(self, place: str, branch_ids: dict[str, int]) -> None:
        self.place = place
        self.branch_ids = branch_ids

    def block_id(self, item: int | str = "") -> str:
        return str(uuid.uuid5(NAMESPACE, f"{self.place}/{item}"))

    def items(self, rows: tuple, names: tuple[str, ...], **more: Any) -> list[dict]:
        """A list block of structs whose fields are named in order."""
        return [
            {
                "type": "item",
                "id": self.block_id(number),
                "value": {**dict(zip(names, row, strict=False)), **more},
            }
            for number, row in enumerate(rows)
        ]


def _plain(maker: _Maker, content: str) -> str:
    return content


def _quote(maker: _Maker, words: str, source: str) -> dict:
    return {"text": words, "source": source}


def _table(maker: _Maker, caption: str, rows: tuple) -> dict:
    return {
        "title": caption,
        "table": {
            "data": [list(row) for row in rows],
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "",
        },
    }


def _list_of(field: str, names: tuple[str, ...], **more: Any) -> Callable[..., dict]:
    def make(maker: _Maker, title: str, rows: tuple) -> dict:
        return {"title": title, field: maker.items(rows, names, **more)}

    return make


def _call_to_action(maker: _Maker, title: str, text: str, words: str, path: str) -> dict:
    return {"title": title, "text": text, "link_text": words, "page": None, "url": path}


def _of_branch(maker: _Maker, title: str, code: str) -> dict:
    return {"title": title, "branch": maker.branch_ids[code] if code else None}


def _records(maker: _Maker, title: str, ids: tuple[int, ...]) -> dict:
    items = [
        {"type": "item", "id": maker.block_id(number), "value": record}
        for number, record in enumerate(ids)
    ]
    return {"title": title, "records": items}


MAKERS: dict[str, Callable[..., Any]] = {
    "heading": _plain,
    "text": _plain,
    "quote": _quote,
    "table": _table,
    "timeline": _list_of("items", ("date", "title", "text")),
    "key_figures": _list_of("figures", ("number", "label")),
    "faq": _list_of("questions", ("question", "answer")),
    "call_to_action": _call_to_action,
    "contacts": _of_branch,
    "hours": _of_branch,
    "records": _records,
    "partners": _list_of("partners", ("name", "text"), url="", logo=None),
}
