"""Blocks of facts: table, timeline, key figures, partners."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail.images.blocks import ImageChooserBlock


class TableBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Caption"))
    table = WagtailTableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns with a caption")
        template = "blocks/table.html"


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
