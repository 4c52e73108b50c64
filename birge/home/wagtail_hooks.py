"""What the home room adds to Wagtail."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from birge.home.rich_text import ReadersPageLinkHandler, SharedDocumentLinkHandler
from birge.home.translating import TranslateOwnPageView, UpdateOwnTranslationsView


@hooks.register("register_rich_text_features", order=100)
def register_links(features: FeatureRegistry) -> None:
    """Take the place of Wagtail's own handlers of links to pages and files."""
    features.register_link_type(ReadersPageLinkHandler)
    features.register_link_type(SharedDocumentLinkHandler)


@hooks.register("register_admin_urls", order=-100)
def register_translating() -> list[URLPattern]:
    """Answer before wagtail-localize, at the same addresses."""
    return [
        path("localize/submit/page/<int:page_id>/", TranslateOwnPageView.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnTranslationsView.as_view()),
    ]
