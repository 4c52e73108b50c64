"""Pages of branches: pages live upstairs, so the room that has them registers what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from birge.catalogue.models import Branch


@dataclass(frozen=True)
class OwnedPage:
    """A branch's page in one language; `below` counts the pages under it."""

    pk: int
    title: str
    language: str
    live: bool
    below: int


class BranchPages(Protocol):
    """What the room with the pages does for a branch, inside the caller's transaction."""

    def keep(
        self, branch: Branch, before: Branch | None, *, all_rights: bool, user: object | None
    ) -> None:
        """Make the pages that are missing, name and hide them as the branch says.

        `before` is the branch as it was stored; the branch's group gets rights on pages that are
        made now, with `all_rights` on all of them.
        """

    def owned(self, branch: Branch) -> list[OwnedPage]:
        """The branch's pages, in the order of the site's languages."""

    def delete(self, branch: Branch, *, user: object | None) -> None:
        """Delete the branch's pages."""


class NoPages:
    """While nobody has registered."""

    def keep(
        self, branch: Branch, before: Branch | None, *, all_rights: bool, user: object | None
    ) -> None:
        return None

    def owned(self, branch: Branch) -> list[OwnedPage]:
        return []

    def delete(self, branch: Branch, *, user: object | None) -> None:
        return None


_pages: list[BranchPages] = [NoPages()]


def use_branch_pages(pages: BranchPages) -> BranchPages:
    """Ask this room from now on."""
    _pages[:] = [pages]
    return pages


def branch_pages() -> BranchPages:
    """The room that has pages."""
    return _pages[0]
