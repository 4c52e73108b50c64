"""Draws the figures of the ornament: ram's horns by one rule, and what is made of them.

A horn is a centre line that turns ever tighter, under a stroke that swells out of the stem and
thins towards a round tip. Everything here is in its own units with y downwards; the sprite of
the pages (`templates/components/ornament_sprite.html`) and the stand-alone covers both take
their shapes from `FIGURES`, so a figure looks the same wherever it is met.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, radians, sin, tan

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]

# Radius of the centre line by the angle it has turned, and its stroke as a share of the whole.
BEND = ((0, 20.0), (55, 13.6), (120, 11.6), (200, 10.4), (280, 8.0), (360, 5.9), (425, 4.6))
SWELL = ((0, 0.62), (55, 1.0), (425, 0.8))
TURNS = 425
ROOT = SWELL[0][1]  # half the width of a pair's stem, as a share of the stroke


def _along(table: tuple[tuple[float, float], ...], angle: float) -> float:
    for (a, low), (b, high) in pairwise(table):
        if angle <= b:
            return low + (high - low) * (angle - a) / (b - a)
    return table[-1][1]


def _centre_line(stroke: float) -> list[Point]:
    """Points of the right horn's centre line, one for each degree turned; it starts upwards."""
    x, y = stroke * ROOT / 2, 0.0
    points = [(x, y)]
    for degree in range(TURNS):
        step = _along(BEND, degree + 0.5) * pi / 180
        heading = radians(degree + 0.5)
        x, y = x + step * sin(heading), y - step * cos(heading)
        points.append((x, y))
    return points


def _edge(stroke: float, side: int) -> list[Point]:
    """The centre line moved half a stroke to its left (-1) or right (1)."""
    moved = []
    for degree, (x, y) in enumerate(_centre_line(stroke)):
        half = side * stroke * _along(SWELL, degree) / 2
        heading = radians(degree)
        moved.append((x + half * cos(heading), y + half * sin(heading)))
    return moved


def _curves(points: list[Point], parts: int) -> list[Cubic]:
    """Cubic curves through a densely sampled line: few enough to be small, close enough to fit."""
    last = len(points) - 1
    knots = [round(i * last / parts) for i in range(parts + 1)]
    angle = radians(last / parts)
    # A chord of a circle and the handle that makes a cubic follow that circle.
    reach = (4 / 3) * tan(angle / 4) / (2 * sin(angle / 2))

    def tangent(i: int) -> Point:
        (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, last)]
        length = hypot(x1 - x0, y1 - y0)
        return (x1 - x0) / length, (y1 - y0) / length

    out = []
    for a, b in pairwise(knots):
        p, q, (tx, ty), (ux, uy) = points[a], points[b], tangent(a), tangent(b)
        handle = reach * hypot(q[0] - p[0], q[1] - p[1])
        out.append(
            (
                p,
                (p[0] + handle * tx, p[1] + handle * ty),
                (q[0] - handle * ux, q[1] - handle * uy),
                q,
            )
        )
    return out


def _cap(start: Point, end: Point) -> list[Cubic]:
    """Half a circle from the left edge of the tip round to the right edge."""
    dx, dy = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    middle = (start[0] + dx + dy, start[1] + dy - dx)
    k = 0.5523
    return [
        (
            start,
            (start[0] + dy * k, start[1] - dx * k),
            (middle[0] - dx * k, middle[1] - dy * k),
            middle,
        ),
        (middle, (middle[0] + dx * k, middle[1] + dy * k), (end[0] + dy * k, end[1] - dx * k), end),
    ]


def _reversed(curves: list[Cubic]) -> list[Cubic]:
    return [(d, c, b, a) for a, b, c, d in reversed(curves)]


def _right_horn(stroke: float) -> list[Cubic]:
    """From the cleft of the pair round the outside, the tip and the inside back to the stem."""
    outer, inner = _edge(stroke, -1), _edge(stroke, 1)
    return [
        *_curves(outer, 9),
        *_cap(outer[-1], inner[-1]),
        *_reversed(_curves(inner, 9)),
    ]


def number(value: float, places: int = 1) -> str:
    """The shortest way to write a coordinate."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _relative(curves: list[Cubic], start: Point) -> str:
    """`c` commands for joined curves, rounded so that the errors do not add up."""
    x, y = round(start[0], 1), round(start[1], 1)
    out = []
    for _, *points in curves:
        numbers = [value for px, py in points for value in (px - x, py - y)]
        x, y = round(points[2][0], 1), round(points[2][1], 1)
        out.append(" ".join(number(value) for value in numbers))
    return "c" + " ".join(out).replace(" -", "-")


def horns(stem: float, x: float = 0, foot: float = 0, *, stroke: float, scale: float = 1) -> str:
    """Path of a pair of horns on one stem of this length, standing at (`x`, `foot`)."""
    cleft, reach = foot - stem, stroke * ROOT * scale

    def place(point: Point, side: int) -> Point:
        return x + side * point[0] * scale, point[1] * scale + cleft

    drawn = _right_horn(stroke)
    right = [tuple(place(p, 1) for p in curve) for curve in drawn]
    left = [tuple(place(p, -1) for p in curve) for curve in _reversed(drawn)]
    return (
        f"M{number(x)} {number(cleft)}{_relative(right, (x, cleft))}"
        f"V{number(foot)}H{number(x - reach)}V{number(cleft)}"
        f"{_relative(left, (x - reach, cleft))}z"
    )


def lozenge(x: float, y: float, wide: float, high: float, *, hole: bool = False) -> str:
    """Path of a lozenge round a point; a hole runs the other way round."""
    corners = [(x, y - high), (x + wide, y), (x, y + high), (x - wide, y)]
    if hole:
        corners.reverse()
    return "M" + "L".join(f"{number(px)} {number(py)}" for px, py in corners) + "z"


def leaf(angle: float, near: float, far: float, width: float) -> str:
    """Path of a pointed leaf lying on a ray from the centre, fuller towards its far end."""
    heading = radians(angle)

    def at(along: float, aside: float) -> str:
        x = along * cos(heading) - aside * sin(heading)
        y = along * sin(heading) + aside * cos(heading)
        return f"{number(x)} {number(y)}"

    middle = near + (far - near) * 0.62
    return (
        f"M{at(near, 0)}C{at(near + (middle - near) * 0.3, width)} {at(middle, width * 1.1)}"
        f" {at(far, 0)}C{at(middle, -width * 1.1)} {at(near + (middle - near) * 0.3, -width)}"
        f" {at(near, 0)}z"
    )


def _path(name: str, *parts: str) -> str:
    return f'<path id="o-{name}" d="{"".join(parts)}"/>'


def _turned(name: str, part: str) -> str:
    turns = "".join(f'<use href="#o-{part}" transform="rotate({a})"/>' for a in (90, 180, 270))
    return f'<g id="o-{name}"><use href="#o-{part}"/>{turns}<use href="#o-ring"/></g>'


def _bars() -> str:
    """The crossing bars of a yurt's crown: three bowed poles from rim to rim."""
    return "M-10 -45C-5.5 -16-5.5 16-10 45M0 -46V46M10 -45C5.5 -16 5.5 16 10 45"


def _shanyraq() -> str:
    bars = _bars()
    return (
        '<g id="o-shanyraq" fill="none" stroke-width="5"><circle r="55"/>'
        '<circle r="46" stroke-width="2"/>'
        f'<path d="{bars}" stroke-width="3.4"/>'
        f'<path d="{bars}" stroke-width="3.4" transform="rotate(90)"/></g>'
    )


def _row() -> str:
    uses = "".join(f'<use href="#o-row1" x="{x}"/>' for x in (0, 72, 144, 216))
    return f'<g id="o-row">{uses}</g>'


def _tree() -> str:
    """Three pairs of horns on one trunk, the lowest the largest, a lozenge at the top."""
    return (
        horns(30, stroke=6.2)
        + horns(34, 0, -30, stroke=6.2, scale=0.94)
        + horns(33, 0, -64, stroke=6.2, scale=0.86)
        + lozenge(0, -123, 3.4, 5)
    )


def row_tile() -> str:
    """Path of one repeat of the frieze, 72 wide and 44 high, its ground line at y = 0."""
    ground, peaks = "M0 0V-3.4H72V0z", "M0 -3.4V-10.4L4 -3.4zM68 -3.4L72 -10.4V-3.4z"
    half_lozenges = "M0 -42L3.4 -37L0 -32zM72 -42L68.6 -37L72 -32z"
    return horns(12, 36, -3, stroke=8) + ground + peaks + half_lozenges


# In an order where whatever a figure uses stands before it.
FIGURES: dict[str, str] = {
    "mark": _path("mark", horns(15, stroke=8), lozenge(0, -43, 4, 5.6)),
    "arm": _path(
        "arm", horns(24, 0, -12, stroke=7), lozenge(0, -66, 3.4, 5), leaf(-135, 17.5, 40, 6.4)
    ),
    "ring": _path(
        "ring",
        lozenge(0, 0, 17, 17),
        lozenge(0, 0, 11.4, 11.4, hole=True),
        lozenge(0, 0, 4.6, 4.6),
    ),
    "medallion": _turned("medallion", "arm"),
    "tree": _path("tree", _tree()),
    "row1": _path("row1", row_tile()),
    "row": _row(),
    "shanyraq": _shanyraq(),
}
