"""Rules of the house that Django checks at start-up."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from birge.home.models.base import RESERVED_SLUGS


def first_words(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """First words of the addresses that views answer, looking inside the languages."""
    found: set[str] = set()
    for entry in patterns:
        if isinstance(entry.pattern, LocalePrefixPattern):
            found |= first_words(entry.url_patterns)
            continue
        word = str(entry.pattern).lstrip("^").split("/")[0]
        if word.replace("-", "").isalnum():
            found.add(word)
    return found


@register()
def check_reserved_slugs(
    app_configs: list[AppConfig] | None, **kwargs: object
) -> list[CheckMessage]:
    """No page may take an address that a view answers (site.E001)."""
    languages = {code for code, _name in settings.LANGUAGES}
    missing = (first_words(get_resolver().url_patterns) | languages) - RESERVED_SLUGS
    return [
        Error(
            f"A page could take the address of a view: {word!r} is not reserved.",
            hint="Add it to RESERVED_SLUGS in birge/home/models/base.py.",
            id="site.E001",
        )
        for word in sorted(missing)
    ]
