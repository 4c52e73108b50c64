"""Which pages a reader may see: the one condition that every public list of pages starts from."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction


def restricted() -> Exists:
    """The condition: the page itself or a page above it is restricted; of aliases, not more."""
    restrictions = PageViewRestriction.objects.annotate(length=Length("page__path"))
    return Exists(restrictions.filter(page__path=Left(OuterRef("path"), F("length"))))


def visible(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Live pages that neither themselves nor any page above them restrict; no query of its own."""
    return pages.filter(~restricted(), live=True)
