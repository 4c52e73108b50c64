"""How links inside texts become addresses."""

from __future__ import annotations

from django.db.models import Model
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from birge.home.links import in_readers_language
from birge.home.together import id_of, objects_named


class ReadersPageLinkHandler(PageLinkHandler):
    """Links inside texts; Wagtail's own asks twice for the pages and once more for each link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Opening tags in the order of the links; a link to a page that is gone leads nowhere."""
        ids = [id_of(attrs.get("id", "")) for attrs in attrs_list]
        wanted = (each for each in ids if each is not None)
        pages = objects_named(Page, wanted, in_readers_language)
        return [
            f'<a href="{escape(pages[each].url or "")}">' if each in pages else "<a>"
            for each in ids
        ]


class SharedDocumentLinkHandler(DocumentLinkHandler):
    """Links to files, which blocks of the same page may name too."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Model | None]:
        """The files in the order of the links; None where one is gone."""
        ids = [id_of(attrs.get("id", "")) for attrs in attrs_list]
        wanted = (each for each in ids if each is not None)
        model = cls.get_model()
        files = objects_named(model, wanted, model._default_manager.in_bulk)
        return [files.get(each) for each in ids]
