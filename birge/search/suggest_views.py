"""Suggestions for the script of the search box."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from birge.search.suggestions import Group, count_line
from birge.search.suggestions import suggest as suggestions

#: How long a browser may keep an answer, in seconds: readers type, erase and type again.
MAX_AGE = 300


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Groups of lines to offer for what was typed so far; never an error, at worst nothing."""
    groups = suggestions(request.GET.get("q", ""))
    answer = {"groups": [_group(group) for group in groups], "status": count_line(groups)}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    response["X-Robots-Tag"] = "noindex"
    return response


def _group(group: Group) -> dict[str, object]:
    """Short: nothing is sent that is empty."""
    return {
        "title": group.title,
        "items": [
            {name: value for name, value in vars(offer).items() if value} for offer in group.offers
        ],
    }
