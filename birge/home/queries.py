"""Questions asked of pages: what a reader may see, in which language, and where its counterpart is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from birge.catalogue.branch_pages import OwnedPage
from birge.catalogue.models import Branch
from birge.home.links import linked
from birge.home.models import BranchPage, FooterLink, LibraryText
from birge.home.visibility import visible


def frame_pages(
    site: Site, language: str, page: Page | None = None, links: Iterable[int] = ()
) -> list[Page]:
    """The home page, the pages in its menu and those linked from the footer; one query.

    In tree order, each with its `language`, with `target`, where a way into the catalogue leads,
    and with `footer_column` and `footer_order` where it stands in the footer. With a page, its
    counterparts in the other languages are among them; so are pages that are linked otherwise,
    with their counterparts in the language.
    """
    footer = FooterLink.objects.filter(profile__site=site)
    in_footer = footer.values("page__translation_key")
    link = footer.filter(page__translation_key=OuterRef("translation_key")).order_by(
        "sort_order", "pk"
    )
    root = site.root_page
    wanted = (
        Q(translation_key=root.translation_key)
        | Q(depth=root.depth + 1, show_in_menus=True)
        | Q(translation_key__in=in_footer)
    )
    wanted &= Q(locale__language_code=language)
    if page is not None:
        wanted |= Q(translation_key=page.translation_key)
    if links:
        wanted |= linked(set(links), language)
    found = visible(Page.objects.filter(wanted)).annotate(
        target=F("cataloguepage__target"),
        language=F("locale__language_code"),
        footer_column=Subquery(link.values("column")[:1]),
        footer_order=Subquery(link.values("sort_order")[:1]),
    )
    return list(found.order_by("path"))


class SocialLink(NamedTuple):
    """A profile of the library in a social network."""

    name: str
    url: str


def site_and_text(request: HttpRequest, language: str) -> tuple[Site | None, LibraryText | None]:
    """The site that answers the request, and its names in the language.

    One query where there is one site, for every address; another where there are several.
    """
    known = {path.site_id for path in Site.get_site_root_paths()}
    text = library_text(known.pop(), language) if len(known) == 1 else None
    if text and text.profile.site.is_default_site:
        return text.profile.site, text
    site = Site.find_for_request(request)
    return site, library_text(site.pk, language) if site else None


def library_text(site_id: int, language: str) -> LibraryText | None:
    """The library's names in the language, or in whichever there are; one query.

    It has `social_links` too: every frame shows both, so a row is a text with one of them.
    """
    rows = (
        LibraryText.objects.filter(profile__site=site_id)
        .select_related("profile__site__root_page", "profile__default_image", "locale")
        .annotate(
            social_name=F("profile__social_profiles__name"),
            social_url=F("profile__social_profiles__url"),
        )
        .order_by("pk", "profile__social_profiles__sort_order", "profile__social_profiles__pk")
    )
    found: dict[str, LibraryText] = {}
    for row in rows:
        text = found.setdefault(row.locale.language_code, row)
        links = vars(text).setdefault("social_links", [])
        if row.social_url:
            links.append(SocialLink(row.social_name, row.social_url))
    return found.get(language) or next(iter(found.values()), None)


def breadcrumbs(page: Page) -> list[Page]:
    """Pages above this one, from the home page down; one query."""
    return list(visible(page.get_ancestors()).filter(depth__gt=1).order_by("depth"))


def branch_links(ids: list[int]) -> dict[int, str]:
    """Addresses of the branches' pages in the active language; one query beside the site's."""
    language = get_language() or ""
    pages = visible(BranchPage.objects.filter(branch__in=ids, locale__language_code=language))
    return {page.branch_id: page.get_url() or "" for page in pages}


def owned_pages(branch: Branch) -> list[OwnedPage]:
    """The branch's pages, the site's own language first; a query, and one more for each."""
    own_first = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=0), default=Value(1))
    pages = BranchPage.objects.filter(branch=branch).select_related("locale")
    return [
        OwnedPage(
            pk=page.pk,
            title=page.draft_title,
            language=page.locale.language_code,
            live=page.live,
            below=page.get_descendants().count(),
        )
        for page in pages.order_by(own_first, "path")
    ]
