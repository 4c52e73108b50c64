"""The root of the API: Wagtail's own, with the routers of our rooms in the same document."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from ninja.renderers import JSONRenderer
from ninja.responses import Response
from wagtail.api.v3.urls import api

from birge.catalogue.api import router as records_router
from birge.search.api import router as search_router
from birge.search.box_api import router as box_router
from birge.search.word_api import router as word_router

__all__ = ["api", "openapi_document", "openapi_view"]

api.title = "Birge API"
api.description = (
    "The catalogue and the pages of a public library. Reading needs no key and gives what the"
    " public site shows; writing is Wagtail's own and needs a token. Errors are problem details"
    " (RFC 9457)."
)
api.add_router("/records/", records_router)
api.add_router("/search/", search_router)
api.add_router("/search/", box_router)
api.add_router("/search/", word_router)


class TextRenderer(JSONRenderer):
    """JSON in its own letters: Cyrillic is a third as long as its escapes, and can be read."""

    json_dumps_params = {"ensure_ascii": False}


api.renderer = TextRenderer()

ANYONE = "AllowAnonymous"


def openapi_document() -> dict:
    """The API's description, valid, and the same in whatever language the process started."""
    document = api.get_openapi_schema()
    components = document["components"]
    components["securitySchemes"].pop(ANYONE, None)
    for schema in components["schemas"].values():
        _without_labels(schema.get("properties", {}).values())
    for operations in document["paths"].values():
        for operation in operations.values():
            _without_labels(each["schema"] for each in operation.get("parameters", []))
            # "Anyone" is an empty requirement, not a scheme.
            for requirement in operation.get("security", []):
                requirement.pop(ANYONE, None)
    return document


def _without_labels(schemas: Iterable[dict]) -> None:
    """Titles of fields repeat their names, or are Django's labels in the server's language."""
    for schema in schemas:
        schema.pop("title", None)


@require_safe
def openapi_view(request: HttpRequest) -> HttpResponse:
    """The description as JSON, at the address where the documentation page looks for it."""
    if not getattr(settings, "WAGTAILAPI_DOCS_ENABLED", True):
        raise Http404
    return Response(openapi_document())
