"""Blocks of facts: table, timeline, key figures, partners."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

from birge.home.blocks.choosers import ImageChooserBlock


class TableBlock(blocks.StructBlock):
    """A table with its caption; wagtail-localize passes cells by, so the block hands them over."""

    title = blocks.CharBlock(label=_("Caption"))
    table = WagtailTableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns with a caption")
        template = "blocks/table.html"

    def get_translatable_segments(self, value: blocks.StructValue) -> list[StringSegmentValue]:
        """Return the caption and every cell with a letter in it, each by its place."""
        segments = [StringSegmentValue("title", value["title"])]
        for row, column, text in _cells_with_words(value["table"]):
            segments.append(StringSegmentValue(f"table.{row}.{column}", text))
        return segments

    def restore_translated_segments(
        self, value: blocks.StructValue, segments: list[StringSegmentValue]
    ) -> blocks.StructValue:
        """Return the block with translated words in the places they came from."""
        value["table"] = deepcopy(value["table"])  # the original page holds the same lists
        for segment in segments:
            if segment.path == "title":
                value["title"] = segment.render_text()
                continue
            _table, row, column = segment.path.split(".")
            value["table"]["data"][int(row)][int(column)] = segment.render_text()
        return value


def _cells_with_words(table: dict | None) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text; numbers are the same in every language."""
    for row, cells in enumerate((table or {}).get("data") or []):
        for column, text in enumerate(cells):
            if isinstance(text, str) and any(sign.isalpha() for sign in text):
                yield row, column, text


class TimelineItemBlock(blocks.StructBlock):
    date = blocks.CharBlock(label=_("Date or stage"))
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"), required=False)


class TimelineBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    items = blocks.ListBlock(TimelineItemBlock(), label=_("Stages"))

    class Meta:
        icon = "history"
        label = _("Stages or timeline")
        description = _("What happened or will happen, in order")
        template = "blocks/timeline.html"


class KeyFigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(label=_("Figure"), max_length=20)
    label = blocks.CharBlock(label=_("What it counts"))


class KeyFiguresBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    figures = blocks.ListBlock(KeyFigureBlock(), label=_("Figures"))

    class Meta:
        icon = "decimal"
        label = _("Key figures")
        description = _("A few numbers, large")
        template = "blocks/key_figures.html"


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"))
    url = blocks.URLBlock(label=_("Site"), required=False)
    logo = ImageChooserBlock(label=_("Logo"), required=False)
    text = blocks.TextBlock(label=_("What we do together"), required=False)


class PartnersBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    partners = blocks.ListBlock(PartnerBlock(), label=_("Partners"))

    class Meta:
        icon = "group"
        label = _("Partners")
        description = _("Organizations the library works with")
        template = "blocks/partners.html"
