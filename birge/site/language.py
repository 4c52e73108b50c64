"""Which language a visitor to the bare address should see."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


def preferred_language(request: HttpRequest) -> str:
    """Remembered choice, then the browser's first language we have, then the default."""
    supported = {code for code, _name in settings.LANGUAGES}
    remembered = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if remembered in supported:
        return remembered
    for code, _priority in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
