"""Making a library's own site: languages, home pages, sections, groups, profile."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from birge.catalogue.models import Branch
from birge.catalogue.services.belongings import equip_branch
from birge.core.rights import admin_access, grant_files, grant_pages, translation_access
from birge.home.models import (
    BranchesPage,
    CataloguePage,
    ContentPage,
    FooterLink,
    HomePage,
    LibraryProfile,
    LibraryText,
)
from birge.site.sections import LIBRARY, MENU, READER, SECTIONS, Section

# What editors may do in the catalogue beside reading it.
CATALOGUE_MODELS = (
    *("record", "agent", "holding", "source"),
    *("branch", "closure", "holiday", "season"),
)
# Imports are made by a command; editors read what became of them.
READ_ONLY_MODELS = ("importrun", "reject")

HERO = {"kk": "Қандай кітап іздейсіз?", "ru": "Какую книгу ищете?"}
EXAMPLES = {
    "kk": "қазақ батырлары\nпуть абая\nбалаларға ертегі",
    "ru": "казахские сказки\nабай жолы\nкниги о природе",
}


@dataclass(frozen=True)
class LibraryNames:
    """What the library is called in one language."""

    official: str
    short: str
    kind: str = ""
    description: str = ""


@transaction.atomic
def setup_library(names: dict[str, LibraryNames], base_url: str) -> Site:
    """The site with its sections in every language of `names`; what is there already stays.

    Safe to repeat: pages, groups and the profile are found by what identifies them, and
    nothing an editor has written is touched.
    """
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in names}
    home = _home_pages(names, locales)
    site = _site(home, names, base_url)
    for section in SECTIONS:
        _section_pages(section, home, locales)
    _profile(site, names, locales)
    editors_group()
    for branch in Branch.objects.filter(open_to_public=True):
        equip_branch(branch)
    return site


def _home_pages(names: dict[str, LibraryNames], locales: dict[str, Locale]) -> HomePage:
    default = settings.LANGUAGE_CODE
    home = HomePage.objects.filter(locale=locales[default]).first()
    if home is None:
        _remove_welcome_page()
        root = Page.get_first_root_node()
        home = HomePage(
            title=names[default].short,
            slug="home",
            locale=locales[default],
            hero_title=HERO[default],
            search_examples=EXAMPLES[default],
        )
        root.add_child(instance=home)
        home.save_revision().publish()
    for code, locale in locales.items():
        if code != default and not home.has_translation(locale):
            other = home.copy_for_translation(locale)
            other.title, other.slug = names[code].short, f"home-{code}"
            other.hero_title, other.search_examples = HERO[code], EXAMPLES[code]
            other.save_revision().publish()
    return HomePage.objects.get(pk=home.pk)


def _remove_welcome_page() -> None:
    """Takes away the page Wagtail's own migrations made, and only that one."""
    for page in Page.objects.filter(depth=2, slug="home").exclude(content_type__app_label="home"):
        if not page.get_children().exists():
            Site.objects.filter(root_page=page).delete()
            page.delete()


def _site(home: HomePage, names: dict[str, LibraryNames], base_url: str) -> Site:
    parts = urlsplit(base_url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.filter(root_page=home).first() or Site(root_page=home)
    site.hostname, site.port = parts.hostname or "localhost", port
    site.site_name = names[settings.LANGUAGE_CODE].short
    site.is_default_site = True
    site.save()
    return site


def _new_page(section: Section, title: str, locale: Locale) -> Page:
    common = {
        "title": title,
        "slug": section.slug,
        "locale": locale,
        "show_in_menus": section.place == MENU,
    }
    if section.page_type == "catalogue":
        return CataloguePage(target=section.target, **common)
    if section.page_type == "branches":
        return BranchesPage(**common)
    return ContentPage(
        lists_children=section.lists_children, dates_children=section.dates_children, **common
    )


def _section_pages(section: Section, home: HomePage, locales: dict[str, Locale]) -> None:
    default = settings.LANGUAGE_CODE
    page = home.get_children().filter(slug=section.slug).first()
    if page is None:
        page = _new_page(section, getattr(section, default), locales[default])
        home.add_child(instance=page)
        page.save_revision().publish()
    page = page.specific
    for code, locale in locales.items():
        if code != default and not page.has_translation(locale):
            other = page.copy_for_translation(locale)
            other.title = getattr(section, code, section.kk)
            other.slug, other.show_in_menus = section.slug, section.place == MENU
            other.save_revision().publish()


def _profile(site: Site, names: dict[str, LibraryNames], locales: dict[str, Locale]) -> None:
    profile, created = LibraryProfile.objects.get_or_create(site=site)
    for number, (code, name) in enumerate(names.items()):
        LibraryText.objects.get_or_create(
            profile=profile,
            locale=locales[code],
            defaults={
                "official_name": name.official,
                "short_name": name.short,
                "kind": name.kind,
                "description": name.description,
                "sort_order": number,
            },
        )
    if created:
        _footer_links(profile, site)


def _footer_links(profile: LibraryProfile, site: Site) -> None:
    pages = {page.slug: page for page in site.root_page.get_children()}
    for number, section in enumerate(SECTIONS):
        if section.place in (READER, LIBRARY):
            FooterLink.objects.create(
                profile=profile, page=pages[section.slug], column=section.place, sort_order=number
            )


def editors_group() -> Group:
    """The group whose members write pages in every language and tend the catalogue."""
    group, _created = Group.objects.get_or_create(name="Редакторлар · Редакторы")
    for home in HomePage.objects.all():
        grant_pages(group, home)
    grant_files(group, Collection.get_first_root_node())
    group.permissions.add(
        admin_access(),
        *Permission.objects.filter(
            content_type__app_label="catalogue", content_type__model__in=CATALOGUE_MODELS
        ),
        *Permission.objects.filter(
            content_type__app_label="catalogue",
            codename__in=[f"view_{name}" for name in READ_ONLY_MODELS],
        ),
        *Permission.objects.filter(
            content_type__app_label="home", content_type__model="libraryprofile"
        ),
        *Permission.objects.filter(content_type__app_label="search", codename="view_querycount"),
        translation_access(),
    )
    return group
