"""What happens to a request before any view sees it, and to an answer after."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import get_language_from_path

from birge.site.errors import API_PREFIX, bad_request, problem

LONGEST_OFFSET = 10
PREFIXES_WITHOUT_LANGUAGE = ("/api/", "/admin/", "/documents/", "/static/", "/media/")


class SiteLocaleMiddleware(LocaleMiddleware):
    """Django's choice of language, kept away from the API, and remembered when a reader switches.

    A reader who follows a link from a page in one language to a page in the other has
    chosen; nobody else is given a cookie.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Leaves the API's answers alone: a missing record must not become a redirect."""
        if request.path_info.startswith(PREFIXES_WITHOUT_LANGUAGE):
            return response
        response = super().process_response(request, response)
        chosen = get_language_from_path(request.path_info)
        if chosen:
            # The reader's settings are a cookie that changes every page.
            patch_vary_headers(response, ["Cookie"])
        if chosen and response.status_code < 400 and self._has_switched(request, chosen):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=True,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
            patch_cache_control(response, private=True)
        return response

    @staticmethod
    def _has_switched(request: HttpRequest, chosen: str) -> bool:
        remembered = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        try:
            referrer = urlsplit(request.headers.get("Referer", ""))
        except ValueError:
            return False
        came_from = get_language_from_path(referrer.path)
        return (
            referrer.netloc == request.get_host()
            and came_from is not None
            and came_from != chosen
            and remembered != chosen
        )


class ApiAnswersMiddleware(MiddlewareMixin):
    """Makes every answer under the API's address one of the API's: its errors and its language.

    Ninja answers a wrong method before any handler of ours is asked, and labels follow
    `Accept-Language` without saying so to caches. What anyone may read, a page of another site
    may read too; who shows a token is not anyone.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Asks Ninja for the whole, since it does not know HEAD; the server leaves out the body."""
        if request.path_info.startswith(API_PREFIX) and request.method == "HEAD":
            request.method = "GET"

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not request.path_info.startswith(API_PREFIX):
            return response
        request.method = request.META["REQUEST_METHOD"]
        if response.status_code == 405:
            allowed = response.headers.get("Allow", "").split(", ")
            response = problem(405, "Method Not Allowed")
            response["Allow"] = ", ".join(
                sorted({*allowed, "HEAD"} if "GET" in allowed else allowed)
            )
        if request.method in ("GET", "HEAD") and "Authorization" not in request.headers:
            response["Access-Control-Allow-Origin"] = "*"
        patch_vary_headers(response, ["Accept-Language"])
        return response


class HostileInputMiddleware(MiddlewareMixin):
    """Answers 400 to input that no form or link of ours can have made.

    NUL in an address reaches the database as an error otherwise, and a body in UTF-16 or
    UTF-7 is read by Django with whatever codec the client names.
    """

    ALLOWED_CHARSETS = frozenset({"", "utf-8", "utf8"})
    FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        charset = request.content_params.get("charset", "").lower().strip('"')
        if request.content_type in self.FORM_TYPES and charset not in self.ALLOWED_CHARSETS:
            return bad_request(request)
        if "\x00" in request.path_info or self._has_nul(request):
            return bad_request(request)
        if request.path_info.startswith(API_PREFIX) and self._pages_too_far(request):
            return bad_request(request)
        return None

    @staticmethod
    def _pages_too_far(request: HttpRequest) -> bool:
        """Whether a place in a list is beyond what a database counts to."""
        values = (request.GET.get(name, "") for name in ("offset", "limit"))
        return any(len(value) > LONGEST_OFFSET for value in values)

    @staticmethod
    def _has_nul(request: HttpRequest) -> bool:
        """Whether a parameter of the address, or the raw form body, holds a NUL."""
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\x00" in query:
            return True
        if request.content_type != "application/x-www-form-urlencoded":
            return False
        try:
            return b"%00" in request.body or b"\x00" in request.body
        except RawPostDataException:
            return False
