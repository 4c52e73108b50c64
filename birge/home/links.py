"""Links that editors make to pages: they lead to the reader's language where that is possible."""

from __future__ import annotations

from collections.abc import Iterable

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
    language = get_language()
    keys = Page.objects.filter(pk__in=wanted).values("translation_key")
    rows = Page.objects.filter(
        Q(pk__in=wanted) | Q(translation_key__in=keys, locale__language_code=language, live=True)
    ).annotate(language=F("locale__language_code"))
    pages = list(rows.order_by("path"))
    own = {page.translation_key: page for page in pages if page.language == language and page.live}
    return {page.pk: own.get(page.translation_key, page) for page in pages if page.pk in wanted}
