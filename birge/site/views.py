"""Views that belong to no room: the way in, the reader's settings, health."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from birge.home.reading import COOKIE_AGE, COOKIE_NAME, ReadingForm, reading_settings
from birge.search.health import feed_status
from birge.site.language import preferred_language


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Sends a visitor to the remembered language, the browser's, or Kazakh."""
    response = HttpResponseRedirect(f"/{preferred_language(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def kz_to_kk(request: HttpRequest, rest: str | None = None) -> HttpResponse:
    """The country's code is often typed for the language's."""
    query = request.META.get("QUERY_STRING", "")
    # Leading slashes would make an address on another host of it.
    place = "/kk/" + (rest or "").lstrip("/\\")
    return HttpResponsePermanentRedirect(f"{place}?{query}" if query else place)


@require_safe
def untranslated(request: HttpRequest, page_id: int) -> HttpResponse:
    """Says that a page is not in this language yet and offers the one that exists."""
    page = Page.objects.live().public().filter(pk=page_id).select_related("locale").first()
    original_url = page.get_url(request) if page else None
    if page is None or original_url is None:  # the root of all pages has no address
        raise Http404
    counterpart = (
        page.get_translations(inclusive=True)  # the switcher of this very page leads back so
        .live()
        .public()
        .filter(locale__language_code=get_language(), alias_of__isnull=True)
        .first()
    )
    if counterpart is not None:
        return HttpResponseRedirect(counterpart.get_url(request) or "/")
    context = {
        "original": page,
        "original_url": original_url,
        "original_language": page.locale.language_code,
        # As the switcher says it: Django's own list has «Қазақ», the adjective.
        "original_language_name": dict(settings.LANGUAGES).get(page.locale.language_code, ""),
    }
    response = render(request, "home/untranslated.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _from_this_site(request: HttpRequest) -> bool:
    """Whether a form of this site was sent, by the headers that browsers set themselves."""
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(sender).netloc == request.get_host()
    except ValueError:
        return False


# A token would give every page, since every page carries the panel, a cookie and a copy of its
# own in the cache. What is at stake is one preference, and the sender is checked.
@csrf_exempt
@never_cache
def reading(request: HttpRequest) -> HttpResponse:
    """The reader's settings: size, spacing, colors, pictures; remembered in one cookie."""
    if request.method == "POST" and not _from_this_site(request):
        raise PermissionDenied
    came_from = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        came_from = f"/{get_language()}/"
    sent = request.POST if request.method == "POST" else None
    form = ReadingForm(sent, initial=reading_settings(request))
    if form.is_valid():
        response: HttpResponse = HttpResponseRedirect(came_from)
        response.set_cookie(
            COOKIE_NAME,
            form.as_cookie(),
            max_age=COOKIE_AGE,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
        return response
    status = 400 if request.method == "POST" else 200
    context = {"form": form, "next": came_from}
    return render(request, "home/reading.html", context, status=status)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything but the admin and endless filters."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: /{code}/search/?" for code, _name in settings.LANGUAGES),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask here whatever the page says."""
    return HttpResponseRedirect(staticfiles_storage.url("img/favicon.ico"))


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether each dependency answers; 503 when one does not.

    Elasticsearch, where there is one, is "degraded" at worst: the database answers instead.
    """
    found: dict[str, bool | str] = {"database": _database_answers(), "cache": _cache_answers()}
    if found["database"] and (search := feed_status()):
        found["search"] = search.is_well or "degraded"
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.set("birge:ready", "1", 10)
        return cache.get("birge:ready") == "1"
    except (OSError, ValueError):
        return False
