"""The body of a page: all shared blocks, and those that upper rooms bring."""

from __future__ import annotations

from wagtail import blocks

from birge.home.blocks.data import KeyFiguresBlock, PartnersBlock, TableBlock, TimelineBlock
from birge.home.blocks.library import ContactsBlock, HoursBlock, RecordsBlock
from birge.home.blocks.media import AudioBlock, FilesBlock, GalleryBlock, PictureBlock
from birge.home.blocks.text import (
    CallToActionBlock,
    FaqBlock,
    HeadingBlock,
    QuoteBlock,
    TextBlock,
)


class BodyBlock(blocks.StreamBlock):
    """Everything an editor may put on a page."""

    heading = HeadingBlock()
    text = TextBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = TableBlock()
    timeline = TimelineBlock()
    key_figures = KeyFiguresBlock()
    records = RecordsBlock()
    hours = HoursBlock()
    contacts = ContactsBlock()
    partners = PartnersBlock()
    files = FilesBlock()
    audio = AudioBlock()
    faq = FaqBlock()
    call_to_action = CallToActionBlock()
