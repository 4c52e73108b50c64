"""Addresses of pages in Latin letters, made from Kazakh and Russian titles."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from wagtail.admin.widgets import SlugInput

from birge.language.translit import to_latin

if TYPE_CHECKING:
    from wagtail.models import Page

# First words of addresses that belong to views, not to pages.
RESERVED_SLUGS = frozenset(
    {
        "admin",
        "api",
        "catalogue",
        "documents",
        "events-calendar",
        "feed",
        "healthz",
        "kk",
        "kz",
        "language",
        "media",
        "reading",
        "readyz",
        "ru",
        "search",
        "static",
        "untranslated",
    }
)
LETTERS: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LONGEST: Final = 80


def _plain(letter: str) -> str:
    """The letter in the Kazakh Latin alphabet without its marks; ж as people type it."""
    latin = {"ж": "zh", "щ": "shch"}.get(letter) or to_latin(letter).replace("ş", "sh")
    decomposed = unicodedata.normalize("NFKD", latin.replace("ı", "i"))
    return "".join(sign for sign in decomposed if sign.isascii())


PLAIN: Final = {letter: _plain(letter) for letter in LETTERS}


def latin_slug(text: str) -> str:
    """The text as an address: «Жаңа үйірме» is zhana-uiirme; empty where no letter is known."""
    plain = "".join(PLAIN.get(letter, letter) for letter in text.lower())
    decomposed = unicodedata.normalize("NFKD", plain)
    ascii_text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", ascii_text)[:LONGEST].strip("-")


def free_slug(wanted: str, parent: Page, page: Page | None = None) -> str:
    """The address, with a number where a page below the parent has it or the site keeps it."""
    below = parent.get_children().filter(slug__startswith=wanted)
    if page is not None and page.pk:
        below = below.exclude(pk=page.pk)
    taken = RESERVED_SLUGS | set(below.values_list("slug", flat=True))
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def slug_input() -> SlugInput:
    """Wagtail's field for an address; it writes Cyrillic letters as `latin_slug` does."""
    return SlugInput(
        formatters=[
            (re.compile(f"[{letter}{letter.upper()}]"), latin) for letter, latin in PLAIN.items()
        ]
    )
