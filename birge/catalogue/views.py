"""The page of a record and the files beside it."""

from __future__ import annotations

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.views.decorators.http import require_safe

from birge.catalogue.cards import author_line, cover_dye
from birge.catalogue.choices import RecordStatus
from birge.catalogue.citations import bibtex, ris
from birge.catalogue.covers import cover_document
from birge.catalogue.models import Record
from birge.catalogue.original import extension, media_type
from birge.catalogue.record_page import find_record, original_of, page_context
from birge.catalogue.structured import plain
from birge.core.addresses import absolute

COVER_AGE = 24 * 3600


@require_safe
def record(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page; a withdrawn record keeps it, with a notice and closed to search engines."""
    found = _found(public_id)
    context = page_context(found, absolute(request, found.get_absolute_url()))
    response = render(request, "catalogue/record.html", context)
    if found.status == RecordStatus.WITHDRAWN:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def in_small_letters(request: HttpRequest, public_id: str, rest: str) -> HttpResponse:
    """The same address with the id as it is written."""
    address = request.get_full_path().replace(public_id, public_id.lower(), 1)
    return HttpResponsePermanentRedirect(address)


@require_safe
def record_mrc(request: HttpRequest, public_id: str) -> HttpResponse:
    """The bytes the record was made from, unchanged; 404 where staff have entered it."""
    found = _found(public_id)
    original = original_of(found)
    if original is None:
        raise Http404
    data = bytes(original.data)
    return _file(found, data, media_type(data), extension(data))


@require_safe
def record_json(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is known of the record, for programs."""
    found = _found(public_id)
    answer = JsonResponse(
        plain(found, absolute(request, found.get_absolute_url())),
        json_dumps_params={"ensure_ascii": False},
    )
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
def record_ris(request: HttpRequest, public_id: str) -> HttpResponse:
    """The citation for reference managers."""
    found = _found(public_id)
    text = ris(found, absolute(request, found.get_absolute_url()))
    return _file(found, text.encode(), "application/x-research-info-systems; charset=utf-8", "ris")


@require_safe
def record_bib(request: HttpRequest, public_id: str) -> HttpResponse:
    """The citation for BibTeX."""
    found = _found(public_id)
    text = bibtex(found, absolute(request, found.get_absolute_url()))
    return _file(found, text.encode(), "application/x-bibtex; charset=utf-8", "bib")


@require_safe
def cover(request: HttpRequest, public_id: str) -> HttpResponse:
    """The drawn cover as a picture of its own."""
    found = _found(public_id)
    svg = cover_document(
        found.full_title, author_line(found), dye=cover_dye(found), seed=found.public_id
    )
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={COVER_AGE}"
    return response


def _found(public_id: str) -> Record:
    found = find_record(public_id)
    if found is None:
        raise Http404
    return found


def _file(found: Record, data: bytes, kind: str, extension: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{found.public_id}.{extension}"'
    response["X-Robots-Tag"] = "noindex"
    return response
