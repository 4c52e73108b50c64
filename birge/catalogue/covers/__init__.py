"""Draws the cover of a book that has no picture: one grid, ten dyes, nine drawings.

A cover is chosen by its seed, the record's public id, so that a book keeps its cover for good on
every page, poster and label. The drawing is pure: the same words, dye and seed give the same text.
"""

from __future__ import annotations

import hashlib
from html import escape
from typing import NamedTuple

from birge.catalogue.covers.drawings import DRAWINGS, words_for
from birge.catalogue.covers.dyes import COUNTERPARTS, DYES, dye_for
from birge.catalogue.covers.pens import ClassPen, ColorPen, figures_used
from birge.catalogue.covers.words import clean

__all__ = ["Choice", "choose", "cover_document", "cover_svg", "draw_cover", "dye_for"]

_BOX = 'viewBox="0 0 120 180"'


class Choice(NamedTuple):
    """Which of the nine drawings, which of its variants, and whether on the counterpart dye."""

    drawing: int
    variant: int
    counterpart: bool


def choose(seed: str) -> Choice:
    """The cover this seed has for good; a third of all seeds wear the counterpart."""
    which, variant, side = hashlib.sha256(seed.encode("utf-8", "replace")).digest()[:3]
    return Choice(which % len(DRAWINGS), variant % 3, side % 3 == 0)


def draw_cover(title: str, author: str, choice: Choice, pen: ClassPen) -> str:
    """The shapes of one cover, ground first and spine last, without the element round them."""
    drawing = DRAWINGS[choice.drawing]
    art = drawing(words_for(drawing, title, author, pen), choice.variant)
    return pen.path("g", "M0 0H120V180H0z") + art + pen.path("spine", "M0 0H3V180H0z")


def cover_svg(title: str, author: str = "", *, dye: str = "world", seed: str = "") -> str:
    """A cover for a page that holds the ornament sprite and covers.css; safe to print unescaped.

    Hidden from listeners, because title and author stand beside it as text.
    """
    choice = choose(seed)
    name = dye if dye in DYES else "world"
    classes = f"cover c-{name} neg" if choice.counterpart else f"cover c-{name}"
    art = draw_cover(title, author, choice, ClassPen())
    return f'<svg class="{classes}" {_BOX} aria-hidden="true" focusable="false">{art}</svg>'


def cover_document(title: str, author: str = "", *, dye: str = "world", seed: str = "") -> str:
    """A cover as a file of its own: colors and figures are written in, and it has a title."""
    choice = choose(seed)
    dyes = COUNTERPARTS if choice.counterpart else DYES
    art = draw_cover(title, author, choice, ColorPen(dyes.get(dye, dyes["world"])))
    label = escape(", ".join(part for part in (clean(author), clean(title)) if part))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {_BOX} width="480" height="720" role="img">'
        f"<title>{label}</title>{figures_used(art)}{art}</svg>"
    )
