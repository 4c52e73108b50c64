"""What stands around every page: header, languages, menus, footer, and the head's addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse, translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from birge.core.contacts import telegram_url, telephone_url, whatsapp_url
from birge.home import queries
from birge.home.links import by_link, in_readers_language
from birge.home.models import BranchesPage, CataloguePage, FooterLink, LibraryText
from birge.home.reading import reading_settings
from birge.home.together import Ids, ids_named


@dataclass(frozen=True)
class Link:
    """A link of a menu."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher; without a counterpart the link leads to the offer."""

    code: str
    name: str
    url: str
    current: bool
    has_counterpart: bool


@dataclass
class FooterColumn:
    """A column of links under a heading."""

    title: str
    links: list[Link] = field(default_factory=list)


class SiteFrame:
    """The frame for one request; nothing is asked of the database before a template asks."""

    def __init__(self, request: HttpRequest, page: Page | None = None) -> None:
        self.request = request
        self.page = page
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def _site_and_text(self) -> tuple[Site | None, LibraryText | None]:
        return queries.site_and_text(self.request, self.language)

    @property
    def site(self) -> Site | None:
        return self._site_and_text[0]

    @property
    def text(self) -> LibraryText | None:
        return self._site_and_text[1]

    @property
    def profile(self) -> object | None:
        return self.text.profile if self.text else None

    @property
    def library_name(self) -> str:
        if self.text:
            return self.text.short_name
        return (self.site and self.site.site_name) or settings.WAGTAIL_SITE_NAME

    @property
    def official_name(self) -> str:
        return self.text.official_name if self.text else self.library_name

    @property
    def library_kind(self) -> str:
        return self.text.kind if self.text else ""

    @cached_property
    def _found(self) -> list[Page]:
        """Pages of the menus, this page's counterparts, and what it links to; one query."""
        page = self.page if self.page is not None and self.page.pk else None
        if not self.site:
            return []
        return queries.frame_pages(self.site, self.language, page, self.named.get(Page, ()))

    @cached_property
    def named(self) -> Ids:
        """What the body of this page names: pages it links to, pictures, files, records."""
        body = getattr(self.page, "body", None)
        return ids_named(body.stream_block, body.raw_data) if body else {}

    def linked(self, page_ids: set[int]) -> dict[int, Page]:
        """Pages by the id that was linked, in the reader's language where there is a counterpart.

        No query for those that the body of this page links to; one for others, and for pages
        that not every reader may see.
        """
        found = by_link(self._found, page_ids, self.language)
        return found | in_readers_language(page_ids - found.keys())

    @cached_property
    def _pages(self) -> list[Page]:
        return [page for page in self._found if page.language == self.language]

    @cached_property
    def home(self) -> Page | None:
        """The home page in this language."""
        if not self.site:
            return None
        key = self.site.root_page.translation_key
        return next((page for page in self._pages if page.translation_key == key), None)

    @property
    def home_url(self) -> str:
        return f"/{self.language}/"

    @property
    def search_url(self) -> str:
        return reverse("search:search")

    @cached_property
    def menu(self) -> list[Link]:
        """The sections: pages right below the home page that editors put in the menus."""
        if self.home is None:
            return []
        return [
            self._link(page)
            for page in self._pages
            if page.show_in_menus
            and page.depth == self.home.depth + 1
            and page.path.startswith(self.home.path)
        ]

    def _link(self, page: Page) -> Link:
        url = self._page_url(page)
        if page.target:
            # "New arrivals" is the catalogue too, but the reader can be in one section only.
            current = self._in_catalogue and page.target == CataloguePage.Target.CATALOGUE
        else:
            current = self.request.path.startswith(urlsplit(url).path)
        return Link(page.title, url, current)

    @property
    def _in_catalogue(self) -> bool:
        match = self.request.resolver_match
        return match is not None and match.app_name in ("catalogue", "search")

    def _page_url(self, page: Page) -> str:
        if page.target:
            return CataloguePage(target=page.target).menu_url()
        return page.get_url(self.request, self.site) or ""

    @property
    def branches_url(self) -> str:
        """The page of all branches, where it is linked from the menu or the footer."""
        found = (page for page in self._pages if page.specific_class is BranchesPage)
        return next((self._page_url(page) for page in found), "")

    @cached_property
    def languages(self) -> list[LanguageLink]:
        return [
            LanguageLink(
                code=code,
                name=name,
                url=self._in_language(code),
                current=code == self.language,
                has_counterpart=self.page is None or code in self._counterparts,
            )
            for code, name in settings.LANGUAGES
        ]

    @cached_property
    def _counterparts(self) -> dict[str, Page]:
        """This page by language; an alias shows the other language's text and is none."""
        if self.page is None:
            return {}
        key = self.page.translation_key
        return {
            page.language: page
            for page in self._found
            if page.translation_key == key and page.alias_of_id is None
        }

    def _in_language(self, code: str) -> str:
        """This place in another language, with what the reader asked for kept."""
        if self.page is not None and self.page.pk:
            counterpart = self._counterparts.get(code)
            if counterpart is not None:
                return counterpart.get_url(self.request, self.site) or f"/{code}/"
            with override(code):
                return reverse("untranslated", args=[self.page.pk])
        here = self.request.get_full_path()
        try:
            resolve(self.request.path_info)
            return translate_url(here, code) if self._is_view else f"/{code}/"
        except (Resolver404, NoReverseMatch, ValueError):
            return f"/{code}/"

    @property
    def _is_view(self) -> bool:
        """Whether the address belongs to a view of ours, not to a page that is missing."""
        match = self.request.resolver_match
        return match is not None and match.url_name != "wagtail_serve"

    @cached_property
    def reading(self) -> dict[str, str]:
        return reading_settings(self.request)

    @property
    def reading_url(self) -> str:
        return reverse("reading")

    # Footer

    @cached_property
    def columns(self) -> list[FooterColumn]:
        found = {
            FooterLink.Column.READER: FooterColumn(_("For readers")),
            FooterLink.Column.LIBRARY: FooterColumn(_("Library")),
        }
        for column, link in self._footer_links:
            if column in found:
                found[column].links.append(link)
        return [column for column in found.values() if column.links]

    @cached_property
    def bottom_links(self) -> list[Link]:
        return [link for column, link in self._footer_links if column == FooterLink.Column.LEGAL]

    @cached_property
    def _footer_links(self) -> list[tuple[str, Link]]:
        """The chosen pages in this language; those that are not in it yet are left out."""
        chosen = [page for page in self._pages if page.footer_column]
        chosen.sort(key=lambda page: (page.footer_order or 0, page.path))
        return [(page.footer_column, self._link(page)) for page in chosen]

    @property
    def contact(self) -> dict[str, str]:
        profile = self.profile
        if profile is None:
            return {}
        return {
            "address": self.text.address,
            "phone": profile.phone,
            "phone_href": telephone_url(profile.phone),
            "email": profile.email,
            "whatsapp_url": whatsapp_url(profile.whatsapp),
            "telegram_url": telegram_url(profile.telegram),
        }

    @property
    def hours_lines(self) -> list[str]:
        return self.text.hours.splitlines() if self.text else []

    @property
    def legal(self) -> str:
        """The official name and the BIN, as the law wants them on a public body's site."""
        if self.profile is None:
            return ""
        if not self.profile.bin:
            return self.official_name
        return _("%(name)s, BIN %(bin)s") % {"name": self.official_name, "bin": self.profile.bin}

    @cached_property
    def socials(self) -> list[Link]:
        links = self.text.social_links if self.text else []
        return [Link(each.name, each.url) for each in links]

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        """Pages above this one; the home page itself has none."""
        if self.page is None or not self.page.pk:
            return []
        return [
            Link(each.title, each.get_url(self.request, self.site) or "")
            for each in self._ancestors(self.page)
        ]

    def _ancestors(self, page: Page) -> list[Page]:
        """Pages above, from the home page down; those of the menus are at hand already."""
        paths = [
            page.path[:length] for length in range(2 * page.steplen, len(page.path), page.steplen)
        ]
        known = {each.path: each for each in self._pages}
        if (way := page.way) is not None and way.is_public:
            known |= {each.path: each for each in way.pages if each.live}
        if all(path in known for path in paths):
            return [known[path] for path in paths]
        return queries.breadcrumbs(page)

    # Head

    @property
    def root_url(self) -> str:
        """The site's own address, whatever host the request came by."""
        return self.site.root_url if self.site else settings.WAGTAILADMIN_BASE_URL

    def absolute(self, url: str) -> str:
        return url if url.startswith(("http://", "https://")) else f"{self.root_url}{url}"

    @property
    def canonical(self) -> str:
        if self.page is not None and self.page.pk:
            return self.absolute(self.page.get_url(self.request, self.site) or self.request.path)
        return self.absolute(self.request.path)

    @cached_property
    def alternates(self) -> list[dict[str, str]]:
        """The same thing in each language it exists in, for `hreflang`, and the default."""
        found = [
            {"hreflang": link.code, "url": self.absolute(link.url)}
            for link in self.languages
            if link.has_counterpart
        ]
        if len(found) > 1:
            found.append({"hreflang": "x-default", "url": found[0]["url"]})
        return found

    @property
    def description(self) -> str:
        for text in (
            getattr(self.page, "search_description", ""),
            getattr(self.page, "lead", ""),
            getattr(self.text, "description", ""),
        ):
            if text:
                return text
        return ""

    @property
    def image_url(self) -> str:
        """The picture for social networks."""
        image = getattr(self.page, "listing_image", None) or getattr(
            self.profile, "default_image", None
        )
        if image is None:
            return ""
        return self.absolute(image.get_rendition("fill-1200x630|format-jpeg").url)
