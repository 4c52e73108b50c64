"""Links that editors make to pages: they lead to the reader's language where that is possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail.models import Page


def in_readers_language(page_ids: Iterable[int]) -> dict[int, Page]:
    """Pages by the id that was linked: the live counterpart in the active language, or itself.

    One query, whatever the number of links; an id that is gone is left out.
    """
    wanted = set(page_ids)
    if not wanted:
        return {}
    language = get_language() or ""
    rows = Page.objects.filter(linked(wanted, language), Q(pk__in=wanted) | Q(live=True))
    pages = rows.annotate(language=F("locale__language_code")).order_by("path")
    return by_link(list(pages), wanted, language)


def linked(page_ids: set[int], language: str) -> Q:
    """The condition for pages that are linked, and for their counterparts in the language."""
    keys = Page.objects.filter(pk__in=page_ids).values("translation_key")
    return Q(pk__in=page_ids) | Q(translation_key__in=keys, locale__language_code=language)


def by_link(pages: Sequence[Page], wanted: set[int], language: str) -> dict[int, Page]:
    """Pages by the id that was linked, of pages that have their `language` at hand."""
    own = {page.translation_key: page for page in pages if page.language == language and page.live}
    return {page.pk: own.get(page.translation_key, page) for page in pages if page.pk in wanted}
