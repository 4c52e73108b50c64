"""The way from the home page down to a page, found by one query however deep the page is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wagtail.models import Page

from birge.home.visibility import restricted


class Way(NamedTuple):
    """The pages below the home page that an address leads through, as far as there are any."""

    home: Page
    pages: Sequence[Page]

    @property
    def is_public(self) -> bool:
        """Whether it is certain that no page of the way, or above it, is restricted.

        Nothing is known of what an alias stands for.
        """
        aliases = any(page.alias_of_id for page in (self.home, *self.pages))
        return not aliases and not any(page.restricted for page in self.pages)


def find_way(home: Page, slugs: Sequence[str]) -> Way:
    """The pages that the slugs name, one below the other; each knows whether it is `restricted`."""
    addresses = [f"{home.url_path}{'/'.join(slugs[:end])}/" for end in range(1, len(slugs) + 1)]
    found = Page.objects.descendant_of(home).filter(url_path__in=addresses)
    by_address = {page.url_path: page for page in found.annotate(restricted=restricted())}
    pages = []
    for address in addresses:
        if address not in by_address:
            break
        pages.append(by_address[address])
    return Way(home, pages)
