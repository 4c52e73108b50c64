"""The frame of the page, for every template."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from birge.home.frame import SiteFrame
from birge.home.materials import PageMaterials


def site_frame(request: HttpRequest) -> dict[str, object]:
    """Adds `frame` and `materials`, built when a template first asks for them.

    A page about to be shown leaves itself in `request.frame_page`.
    """
    return {
        "frame": SimpleLazyObject(lambda: frame_of(request)),
        "materials": SimpleLazyObject(lambda: materials_of_page(frame_of(request))),
    }


def frame_of(request: HttpRequest) -> SiteFrame:
    """The one frame of a request."""
    if not hasattr(request, "birge_frame"):
        request.birge_frame = SiteFrame(request, getattr(request, "frame_page", None))
    return request.birge_frame


def materials_of_page(frame: SiteFrame) -> PageMaterials:
    """What the body of the page shows, links to pages fetched with those of the frame."""
    body = getattr(frame.page, "body", None)
    return PageMaterials.of_body(body, frame.named, frame.linked) if body else PageMaterials(())
