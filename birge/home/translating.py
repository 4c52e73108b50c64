"""Starting and refreshing translations of pages: for those who may edit the page, and no others."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


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
