"""Copies of the demonstration's books: the same every time, drawn from the key of the book."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from birge.site.demo.books import BOOKS, author_names
from birge.site.demo.model import Book, Run

REFERENCE_DATE = date(2026, 11, 20)
RECENT_DAYS = 45
THREE_YEARS = 3 * 365
# Chosen, not drawn: what a city library of today would really have bought this autumn.
JUST_RECEIVED = frozenset(
    {
        "potter-1-kk", "potter-2-kk", "potter-3-kk", "sapiens-kk", "covey-kk", "hess-25",
        "kishkentai-khanzada", "er-tostik", "aldar-kose-kk", "ushqan-uya", "aq-keme", "boranly-beket",
        "abai-qara-soz", "orwell-1984-kk", "zuleikha", "dyuna", "zusak", "sapiens-ru", "kahneman-ru",
        "eco-knigi", "gamzatov-ru", "menya-zovut-kozha", "hungry-steppe", "dzhalil-tat",
    }
)  # fmt: skip
# Works asked for so often that every branch holds them.
SOUGHT_AFTER = frozenset({"abai_zholy", "qara_sozder", "qozha", "sapiens", "potter_1", "prince"})

# No shop sells these editions any more: they come as gifts, by exchange or for a lost copy.
OUT_OF_PRINT_BEFORE = 2000
NOT_LENT_KINDS = frozenset({"score", "map"})
REFERENCE_SHELVES = ("030", "81", "05")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy on a shelf: what the catalogue stores about it."""

    book: str
    branch: str
    shelf_mark: str
    inventory_number: str
    received_on: date
    acquisition: str
    price: int
    status: str


class Draw:
    """Numbers that depend on a key and nothing else, so that every load is the same."""

    def __init__(self, key: str) -> None:
        self.key = key

    def below(self, limit: int, what: str) -> int:
        """Return a number from 0 to `limit` - 1 for the question `what`."""
        digest = hashlib.sha256(f"{self.key}:{what}".encode()).digest()
        return int.from_bytes(digest[:6], "big") % limit


def author_mark(book: Book) -> str:
    """Return a letter and two digits for the shelf, in the manner of an author table."""
    names = author_names(book)
    heading = names[0] if names else book.title
    letters = [letter for letter in heading if letter.isalpha()]
    number = 10 + Draw(heading).below(90, "author mark")
    return f"{letters[0].upper()}-{number}"


def shelf_mark(book: Book) -> str:
    """Return the class and the author mark: 84(5Қаз) Ә-82."""
    return f"{book.bbk} {author_mark(book)}".strip()


def copies_of(book: Book) -> list[Copy]:
    """Return the copies of `book`, none for a periodical, which has runs."""
    if book.kind == "periodical":
        return []
    draw = Draw(book.key)
    count = 1 + draw.below(5, "copies")
    branches = _branches(book, max(count, 4) if book.work in SOUGHT_AFTER else count, draw)
    received = _received_on(book, draw)
    return [_copy(book, branch, number, received) for number, branch in enumerate(branches)]


def _branches(book: Book, count: int, draw: Draw) -> list[str]:
    circle = {
        "children": ("balausa", "balausa", "samal", "balausa", "central"),
        "youth": ("central", "balausa", "samal", "central", "central"),
    }.get(book.audience, ("central", "samal", "central", "samal", "central"))
    start = draw.below(3, "first branch") if count < 3 else 0
    return [circle[(start + step) % len(circle)] for step in range(count)]


def _received_on(book: Book, draw: Draw) -> date:
    if book.key in JUST_RECEIVED:
        ago = 1 + draw.below(RECENT_DAYS - 1, "days ago")
    else:
        ago = RECENT_DAYS + 1 + draw.below(THREE_YEARS - RECENT_DAYS, "days ago")
    return REFERENCE_DATE - timedelta(days=ago)


def _copy(book: Book, branch: str, number: int, received: date) -> Copy:
    draw = Draw(f"{book.key}/{number}")
    return Copy(
        book=book.key,
        branch=branch,
        shelf_mark=shelf_mark(book),
        inventory_number=_inventory_number(book, number),
        received_on=received,
        acquisition=_acquisition(book, draw),
        price=900 + 50 * draw.below(120, "price"),
        status=_status(book, branch, draw),
    )


def _inventory_number(book: Book, number: int) -> str:
    # The order of the list makes the number unique; six digits are what registers have.
    return f"{100_000 + 5 * _POSITIONS[book.key] + number}"


def _acquisition(book: Book, draw: Draw) -> str:
    chance = draw.below(100, "acquisition")
    if book.year and book.year < OUT_OF_PRINT_BEFORE:
        return "gift" if chance < 80 else "exchange" if chance < 90 else "replacement"
    if chance < 70:
        return "purchase"
    if chance < 88:
        return "gift"
    return "exchange" if chance < 94 else "replacement"


def _status(book: Book, branch: str, draw: Draw) -> str:
    if branch == "central" and (
        book.kind in NOT_LENT_KINDS or book.class_udc.startswith(REFERENCE_SHELVES)
    ):
        return "reading_room"
    chance = draw.below(100, "status")
    if chance < 74:
        return "on_shelf"
    return "on_loan" if chance < 95 else "reading_room"


_POSITIONS = {book.key: position for position, book in enumerate(BOOKS)}

COPIES: tuple[Copy, ...] = tuple(copy for book in BOOKS for copy in copies_of(book))

# Years and numbers the invented library keeps; the gaps are what a real shelf looks like.
RUNS = (
    Run("zhuldyz", "central", 2024, "1–12"),
    Run("zhuldyz", "central", 2025, "1–3, 5–12"),
    Run("zhuldyz", "central", 2026, "1–10"),
    Run("zhuldyz", "samal", 2026, "1–6, 8–10"),
    Run("prostor", "central", 2024, "1–10, 12"),
    Run("prostor", "central", 2025, "1–12"),
    Run("prostor", "central", 2026, "1–9"),
    Run("baldyrgan", "balausa", 2025, "1, 4–12"),
    Run("baldyrgan", "balausa", 2026, "1–10"),
)
