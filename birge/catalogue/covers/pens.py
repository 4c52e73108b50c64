"""Writes the shapes of a cover as SVG: with classes for a page, with colors for a file."""

from __future__ import annotations

import re
from html import escape

from birge.catalogue.covers.dyes import Dye
from birge.catalogue.covers.ornament import FIGURES, number
from birge.catalogue.covers.words import runs_leftwards

WIDTH, HEIGHT = 120, 180
_SERIF = "ui-serif, 'New York', 'Noto Serif', Cambria, 'PT Serif', 'DejaVu Serif Condensed', serif"
_SANS = "'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans Condensed', Arial, sans-serif"


class ClassPen:
    """Leaves every color to the stylesheet: `class="f"` is a figure in whatever scheme rules.

    Roles: `g` ground, `f` figure, `f2` its shade, `x` and `m` accent, `s` and `l` accent as a
    line, `t` title, `a` author, `i` the large initial, `spine`.
    """

    def role(self, role: str) -> str:
        """Attributes that give a shape its part in the drawing."""
        return f'class="{role}"'

    def path(self, role: str, d: str, more: str = "") -> str:
        """A path in a role; `more` is further attributes."""
        return f'<path {self.role(role)} d="{d}"{more}/>'

    def circle(self, role: str, x: float, y: float, r: float, more: str = "") -> str:
        """A circle in a role; `more` is further attributes."""
        at = f'cx="{number(x)}" cy="{number(y)}" r="{number(max(r, 0))}"'
        return f"<circle {self.role(role)} {at}{more}/>"

    def figure(
        self, name: str, role: str, x: float, y: float, scale: float, turn: float = 0
    ) -> str:
        """A figure of the ornament, moved, turned and scaled."""
        turned = f" rotate({number(turn)})" if turn else ""
        place = f"translate({number(x)} {number(y)}){turned} scale({number(scale, 3)})"
        return f'<use {self.role(role)} href="#o-{name}" transform="{place}"/>'

    def text(
        self,
        role: str,
        lines: list[str],
        x: float,
        y: float,
        size: float,
        *,
        middle: bool = False,
        leading: float = 1.14,
    ) -> str:
        """Lines of text from a first baseline; right-to-left writing starts at the right."""
        if not lines:
            return ""
        more = ' text-anchor="middle"' if middle else ""
        if runs_leftwards(lines[0]):
            more += ' direction="rtl"'
            x = x if middle else WIDTH - x
        at, step = number(x), number(size * leading)
        first, *rest = (escape(line) for line in lines)
        spans = first + "".join(f'<tspan x="{at}" dy="{step}">{line}</tspan>' for line in rest)
        return (
            f'<text {self.role(role)} x="{at}" y="{number(y)}" font-size="{number(size)}"{more}>'
            f"{spans}</text>"
        )


class ColorPen(ClassPen):
    """Writes colors and typefaces into the shapes, so that the file needs no stylesheet."""

    def __init__(self, dye: Dye) -> None:
        serif = f'font-family="{_SERIF}" font-weight="700"'
        line = f'fill="none" stroke="{dye.accent}"'
        self._roles = {
            "g": f'fill="{dye.ground}"',
            "f": f'fill="{dye.figure}"',
            "f2": f'fill="{dye.shade}"',
            "x": f'fill="{dye.accent}"',
            "m": f'fill="{dye.accent}"',
            "s": line,
            "l": f'{line} stroke-width="0.8"',
            "t": f'fill="{dye.text}" {serif}',
            "a": f'fill="{dye.text}" font-family="{_SANS}"',
            "f i": f'fill="{dye.figure}" {serif}',
            "spine": 'fill="#000000" opacity="0.13"',
        }

    def role(self, role: str) -> str:
        """Attributes that give a shape its part in the drawing."""
        return self._roles[role]


def figures_used(drawing: str) -> str:
    """The figures a drawing refers to, and those they are made of, as one `defs` element."""
    wanted: set[str] = set()
    queue = re.findall(r'href="#o-(\w+)"', drawing)
    while queue:
        name = queue.pop()
        if name not in wanted:
            wanted.add(name)
            queue += re.findall(r'href="#o-(\w+)"', FIGURES[name])
    if not wanted:
        return ""
    return f"<defs>{''.join(FIGURES[name] for name in FIGURES if name in wanted)}</defs>"
