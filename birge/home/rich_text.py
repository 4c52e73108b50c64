"""How links inside texts become addresses."""

from __future__ import annotations

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from birge.home.links import in_readers_language


class ReadersPageLinkHandler(PageLinkHandler):
    """Links inside texts; Wagtail's own asks twice for the pages and once more for each link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Opening tags in the order of the links; a link to a page that is gone leads nowhere."""
        ids = [_number(attrs.get("id", "")) for attrs in attrs_list]
        pages = in_readers_language(each for each in ids if each is not None)
        return [
            f'<a href="{escape(pages[each].url or "")}">' if each in pages else "<a>"
            for each in ids
        ]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
