"""What the home room adds to Wagtail."""

from __future__ import annotations

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from birge.home.rich_text import ReadersPageLinkHandler


@hooks.register("register_rich_text_features", order=100)
def register_links(features: FeatureRegistry) -> None:
    """Take the place of Wagtail's own handler of links to pages."""
    features.register_link_type(ReadersPageLinkHandler)
