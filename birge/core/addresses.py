"""Whole addresses by the site's own name, whatever host a request came by."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site


def absolute(request: HttpRequest, path: str) -> str:
    """The address of a path on this site; an address that is whole already stays as it is."""
    if path.startswith(("http://", "https://")):
        return path
    site = Site.find_for_request(request)
    return f"{site.root_url if site else settings.WAGTAILADMIN_BASE_URL}{path}"
