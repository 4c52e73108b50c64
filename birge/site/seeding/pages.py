"""Pages of the demonstration: written in Kazakh, translated by wagtail-localize."""

from __future__ import annotations

import json

import polib
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from birge.catalogue.models import Branch, Record
from birge.core.public_ids import derived_public_id
from birge.home.models import (
    BranchesPage,
    BranchPage,
    ContentPage,
    FooterLink,
    HomePage,
    LibraryProfile,
)
from birge.site.demo.home import JOIN_KK, JOIN_RU, SHELVES
from birge.site.demo.library import BRANCHES
from birge.site.demo.page_model import Block, DemoPage, Text
from birge.site.demo.pages import PAGES
from birge.site.seeding.blocks import stream_data
from birge.site.seeding.records import SOURCE


class TranslationDoesNotLineUp(Exception):
    """The two languages of a page have different blocks or sentences."""


def seed_pages(site: Site, branches: dict[str, Branch]) -> None:
    """All pages in both languages; a page that exists with a body is left to its editors."""
    branch_ids = {code: branch.pk for code, branch in branches.items()}
    home = HomePage.objects.get(pk=site.root_page_id)
    for demo in PAGES:
        page = _kazakh_page(demo, home, branch_ids)
        if demo.ru is not None and page is not None and not _is_translated(page):
            _translate(page, demo.ru, stream_data(demo.slug, demo.ru.body, branch_ids))
    _branch_pages(branches)
    _home_pages(home)
    _footer_links(site, home)


def _kazakh_page(demo: DemoPage, home: HomePage, branch_ids: dict[str, int]) -> Page | None:
    """The published page with its words; None where the place holds a page without a body."""
    parent = home if not demo.parent else _below(home, demo.parent)
    found = parent.get_children().filter(slug=demo.slug).first()
    page = found.specific if found else ContentPage(slug=demo.slug, locale=parent.locale)
    if not isinstance(page, ContentPage | BranchesPage):
        return None
    if not page.lead:
        page.title, page.lead = demo.kk.title, demo.kk.lead
        _set_body(page, stream_data(demo.slug, demo.kk.body, branch_ids))
        if page.pk is None:
            parent.add_child(instance=page)
        _publish(page)
    return page


def _is_translated(page: Page) -> bool:
    """Whether the Russian page has words of its own; one without a lead is only a place."""
    other = page.get_translation_or_none(Locale.objects.get(language_code="ru"))
    return other is not None and bool(other.specific.lead)


def _below(home: HomePage, slug: str) -> Page:
    return home.get_descendants().get(slug=slug).specific


def _set_body(page: Page, raw: list[dict]) -> None:
    page.body = json.dumps(raw)


def _publish(page: Page) -> None:
    page.save()
    page.save_revision().publish()


def _translate(page: Page, text: Text, raw_body: list[dict]) -> None:
    """Publishes the Russian page, made from the Kazakh one by translating every string of it."""
    page = type(page).objects.get(pk=page.pk)
    russian = Locale.objects.get(language_code="ru")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=russian)
    written = _written_in_russian(page, text, raw_body)
    translation.import_po(_as_po(page, written))
    translation.save_target(publish=True)


def _written_in_russian(page: Page, text: Text, raw_body: list[dict]) -> Page:
    """A page in memory with the Russian words in the places of the Kazakh ones."""
    written = type(page).objects.get(pk=page.pk)
    written.title, written.lead = text.title, text.lead
    _set_body(written, raw_body)
    return written


def _strings(page: Page) -> dict[tuple[str, int], str]:
    """The page's translatable strings by their path and number within it."""
    found: dict[tuple[str, int], str] = {}
    numbers: dict[str, int] = {}
    segments = (each for each in extract_segments(page) if isinstance(each, StringSegmentValue))
    for segment in sorted(segments, key=lambda each: (each.path, each.order)):
        number = numbers[segment.path] = numbers.get(segment.path, -1) + 1
        found[segment.path, number] = segment.string.data
    return found


def _as_po(page: Page, written: Page) -> polib.POFile:
    """The strings of both pages side by side, as a translator would send them back."""
    here, there = _strings(page), _strings(written)
    if here.keys() != there.keys():
        differing = sorted(str(key) for key in here.keys() ^ there.keys())
        raise TranslationDoesNotLineUp(f"{page.slug}: {', '.join(differing)}")
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for (path, number), words in here.items():
        po.append(polib.POEntry(msgctxt=path, msgid=words, msgstr=there[path, number]))
    return po


def _branch_pages(branches: dict[str, Branch]) -> None:
    for fact in BRANCHES:
        page = BranchPage.objects.get(branch=branches[fact.code], locale__language_code="kk")
        if not page.lead:
            page.lead = fact.lead_kk
            _set_body(page, _directions(fact.slug, fact.directions_kk))
            _publish(page)
        if not _is_translated(page):
            words = Text(fact.name_ru, fact.lead_ru)
            _translate(page, words, _directions(fact.slug, fact.directions_ru))


def _home_pages(home: HomePage) -> None:
    """The shelves of the home page, the same books in both languages."""
    for language, join in (("kk", JOIN_KK), ("ru", JOIN_RU)):
        here = home.get_translation(Locale.objects.get(language_code=language)).specific
        if here.body:
            continue
        public_ids = {key: derived_public_id(SOURCE, key) for each in SHELVES for key in each.books}
        records = dict(
            Record.objects.filter(public_id__in=public_ids.values()).values_list("public_id", "pk")
        )
        body: list[Block] = [
            (
                "records",
                getattr(shelf, f"title_{language}"),
                tuple(records[public_ids[key]] for key in shelf.books),
            )
            for shelf in SHELVES
        ]
        title, words, button = join
        body.append(("call_to_action", title, words, button, f"/{language}/services/join/"))
        _set_body(here, stream_data("home", tuple(body), {}))
        _publish(here)


def _directions(slug: str, words: str) -> list[dict]:
    body: tuple[Block, ...] = (("text", f"<p>{words}</p>"),)
    return stream_data(f"branch/{slug}", body, {})


def _footer_links(site: Site, home: HomePage) -> None:
    profile = LibraryProfile.objects.get(site=site)
    linked = set(profile.footer_links.values_list("page_id", flat=True))
    for number, demo in enumerate((each for each in PAGES if each.footer), start=100):
        page = _below(home, demo.slug)
        if page.pk not in linked:
            FooterLink.objects.create(
                profile=profile, page=page.page_ptr, column=demo.footer, sort_order=number
            )
