"""A table is drawn as a table, and its words can be translated."""

from __future__ import annotations

import re
from typing import Any

import pytest
from wagtail_localize.segments import StringSegmentValue

from birge.home.blocks.data import TableBlock

CELLS = [["Қызмет", "Бағасы"], ["Басып шығару", "30 ₸"], ["", None]]


@pytest.fixture
def value() -> Any:
    """A table with words, a number and empty cells."""
    return TableBlock().to_python(
        {"title": "Бағалар", "table": {"data": CELLS, "first_row_is_table_header": True}}
    )


def test_it_is_drawn_as_a_table(value: Any) -> None:
    html = value.block.render(value)
    assert "<th" in html
    assert re.search(r"<td[^>]*>\s*30 ₸\s*</td>", html)
    assert "{" not in html


def test_words_are_handed_to_translators_and_numbers_are_not(value: Any) -> None:
    segments = value.block.get_translatable_segments(value)
    assert [(each.path, each.string.data) for each in segments] == [
        ("title", "Бағалар"),
        ("table.0.0", "Қызмет"),
        ("table.0.1", "Бағасы"),
        ("table.1.0", "Басып шығару"),
    ]


def test_translations_return_to_their_cells_and_leave_the_original_alone(value: Any) -> None:
    original = value["table"]
    words = {"title": "Цены", "table.0.0": "Услуга", "table.1.0": "Печать"}
    segments = [StringSegmentValue(path, text) for path, text in words.items()]
    translated = value.block.restore_translated_segments(value, segments)
    assert translated["title"] == "Цены"
    assert translated["table"]["data"] == [["Услуга", "Бағасы"], ["Печать", "30 ₸"], ["", None]]
    assert original["data"][0][0] == "Қызмет"


def test_an_empty_table_has_only_its_caption() -> None:
    block = TableBlock()
    value = block.to_python({"title": "Бағалар", "table": None})
    assert [each.path for each in block.get_translatable_segments(value)] == ["title"]
