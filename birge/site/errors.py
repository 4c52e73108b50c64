"""Error pages in both languages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _

API_PREFIX = "/api/"


def problem(status: int, title: str) -> HttpResponse:
    """An RFC 9457 problem document."""
    return JsonResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": ""},
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _page(request: HttpRequest, status: int, title: str) -> HttpResponse:
    if request.path_info.startswith(API_PREFIX):
        return problem(status, title)
    return HttpResponse(loader.render_to_string(f"{status}.html", {}, request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: stands alone, since the request may be too broken to draw the frame for."""
    if request.path_info.startswith(API_PREFIX):
        return problem(400, "Bad Request")
    return HttpResponse(loader.render_to_string("400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 in the reader's language."""
    return _page(request, 403, _("You may not see this page"))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 in the reader's language, with the search box."""
    return _page(request, 404, "Not Found")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: one page in both languages, drawn without the database."""
    if request.path_info.startswith(API_PREFIX):
        return problem(500, "Internal Server Error")
    return HttpResponse(loader.render_to_string("500.html"), status=500)
