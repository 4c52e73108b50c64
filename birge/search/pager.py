"""Links to the pages of a list, as the template shows them."""

from __future__ import annotations

from collections.abc import Callable

#: Pages shown on each side of the current one.
NEIGHBORS = 2


def pager(current: int, last: int, url: Callable[[int], str]) -> dict[str, object]:
    """Numbers with addresses, None for a gap, and the ways back and on."""
    near = range(current - NEIGHBORS, current + NEIGHBORS + 1)
    shown = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    pages: list[dict[str, object] | None] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            pages.append(None)
        pages.append({"number": number, "url": url(number), "current": number == current})
    return {
        "pages": pages,
        "current_number": current,
        "previous_url": url(current - 1) if current > 1 else "",
        "next_url": url(current + 1) if current < last else "",
    }
