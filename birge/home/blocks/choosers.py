"""Choosers whose objects a page about to be shown fetches together."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Model
from wagtail import blocks
from wagtail.documents import blocks as documents
from wagtail.images import blocks as images
from wagtail.snippets import blocks as snippets

from birge.home.together import together


class TogetherMixin:
    """Takes what has been fetched, in the order of the ids; None where one is gone."""

    def bulk_to_python(self, values: Sequence[int | None]) -> list[Model | None]:
        """Wagtail's; but on such a page the same id gives the same object."""
        if (fetched := together()) is None:
            return super().bulk_to_python(values)
        found = fetched.objects(self.model_class)
        return [found.get(each) for each in values]


class DocumentChooserBlock(TogetherMixin, documents.DocumentChooserBlock):
    pass


class ImageChooserBlock(TogetherMixin, images.ImageChooserBlock):
    pass


class PageChooserBlock(TogetherMixin, blocks.PageChooserBlock):
    pass


class SnippetChooserBlock(TogetherMixin, snippets.SnippetChooserBlock):
    pass
