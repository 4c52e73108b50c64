"""Translations of pages: who may start and refresh them, and what their drafts are called."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models.signals import post_save
from django.http import HttpRequest
from wagtail.models import Page
from wagtail_localize.models import (
    StringTranslation,
    TranslationSource,
    post_save_string_translation,
)
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


def name_drafts() -> None:
    """Take the place of wagtail-localize where it calls a draft by the title just typed.

    It writes the whole of it, and PostgreSQL refuses what is too long before publishing can say so.
    """
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(_name_draft, sender=StringTranslation)


def _name_draft(instance: StringTranslation, **kwargs: object) -> None:
    if instance.context.path == "title":
        pages = Page.objects.filter(
            translation_key=instance.context.object_id, locale_id=instance.locale_id
        )
        longest = Page._meta.get_field("draft_title").max_length
        pages.update(draft_title=instance.data[:longest])


def _require_edit(request: HttpRequest, page: Page) -> None:
    # wagtail-localize asks only whether somebody may translate at all; a branch's staff may
    # translate their own pages.
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied


class TranslateOwnPageView(SubmitPageTranslationView):
    """Starts the translation of a page."""

    def get_object(self) -> Page:
        page = super().get_object()
        _require_edit(self.request, page)
        return page


class UpdateOwnTranslationsView(UpdateTranslationsView):
    """Takes a page's changes over into its translations."""

    def get_object(self) -> TranslationSource:
        source = super().get_object()
        for page in Page.objects.filter(translation_key=source.object_id):
            _require_edit(self.request, page)
        return source
