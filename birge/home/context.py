"""The frame of the page, for every template."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from birge.home.frame import SiteFrame


def site_frame(request: HttpRequest) -> dict[str, object]:
    """Adds `frame`, built when a template first asks for it.

    A view may set `request.frame_page`; Wagtail's own serving leaves the page in the
    resolver's context, where the template tag finds it.
    """
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def frame_of(request: HttpRequest) -> SiteFrame:
    """The one frame of a request."""
    if not hasattr(request, "birge_frame"):
        request.birge_frame = SiteFrame(request, getattr(request, "frame_page", None))
    return request.birge_frame
