"""The whole demonstration, from the languages to the last copy."""

from __future__ import annotations

from wagtail.models import Site

from birge.core.models import User
from birge.home.models import LibraryProfile
from birge.site.demo.library import LIBRARY
from birge.site.seeding.branches import seed_branches
from birge.site.seeding.pages import seed_pages
from birge.site.seeding.people import seed_people
from birge.site.seeding.records import seed_records
from birge.site.setup import LibraryNames, setup_library

NAMES = {
    "kk": LibraryNames(
        LIBRARY.official_name_kk, LIBRARY.short_name, LIBRARY.kind_kk, LIBRARY.description_kk
    ),
    "ru": LibraryNames(
        LIBRARY.official_name_ru, LIBRARY.short_name, LIBRARY.kind_ru, LIBRARY.description_ru
    ),
}


def seed_library(base_url: str) -> tuple[Site, str, list[User]]:
    """The site, a line that counts what it holds, and the people who may sign in.

    No transaction around the whole: wagtail-localize publishes a translation when its
    transaction ends, and by then its picture of the page tree would be an old one.
    """
    site = setup_library(NAMES, base_url)
    _profile(site)
    branches = seed_branches()
    books, copies = seed_records(branches)
    seed_pages(site, branches)
    people = seed_people()
    return site, f"{books} books, {copies} copies, {len(branches)} branches", people


def _profile(site: Site) -> None:
    """Contacts and lines of the footer; what an editor changed stays."""
    profile = LibraryProfile.objects.get(site=site)
    if profile.bin:
        return
    profile.bin, profile.phone = LIBRARY.bin, LIBRARY.phone
    profile.whatsapp, profile.email = LIBRARY.whatsapp, LIBRARY.email
    profile.save()
    for text in profile.texts.all():
        code = text.locale.language_code
        text.address = getattr(LIBRARY, f"address_{code}")
        text.hours = getattr(LIBRARY, f"hours_{code}")
        text.save()
