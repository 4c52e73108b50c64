"""The root of the API: Wagtail's own, with the routers of our rooms in the same document."""

from wagtail.api.v3.urls import api

__all__ = ["api"]
