"""The nine drawings of a cover, each in up to three variants.

Room first: the words are laid, the height that is left is taken, then the figure is placed in it.
Only figures in a tone of the ground may pass under words.
"""

from __future__ import annotations

from collections.abc import Callable

from birge.catalogue.covers.ornament import number
from birge.catalogue.covers.pens import HEIGHT, WIDTH, ClassPen
from birge.catalogue.covers.words import clean, fit_author, fit_title

MARGIN = 9
MIDDLE = WIDTH / 2
AUTHOR_SIZE = 9.4
AUTHOR_LEADING = 1.2
TITLE_LEADING = 1.14


class Words:
    """A title and an author, measured for a width and set by a pen."""

    def __init__(
        self,
        title: str,
        author: str,
        pen: ClassPen,
        width: float = WIDTH - 2 * MARGIN,
        largest: float = 19.0,
        smallest: float = 11.0,
    ) -> None:
        title, author = clean(title), clean(author)
        if not title:
            title, author = author, ""
        self.pen = pen
        self.initial = next((letter for letter in title if letter.isalnum()), "").upper()[:1]
        self.size, self.title = fit_title(title, width, largest, smallest)
        self.author = fit_author(author, AUTHOR_SIZE, width)
        self.title_drop = self.size * TITLE_LEADING * max(len(self.title) - 1, 0)
        self.author_drop = AUTHOR_SIZE * AUTHOR_LEADING * max(len(self.author) - 1, 0)

    def _title(self, x: float, y: float, middle: bool) -> str:
        return self.pen.text("t", self.title, x, y, self.size, middle=middle, leading=TITLE_LEADING)

    def _author(self, x: float, y: float, middle: bool) -> str:
        return self.pen.text(
            "a", self.author, x, y, AUTHOR_SIZE, middle=middle, leading=AUTHOR_LEADING
        )

    @property
    def height(self) -> float:
        """From the top of the first line to the last baseline, author above title."""
        above = AUTHOR_SIZE + self.author_drop + 5 if self.author else 0
        return above + self.size + self.title_drop

    def head(
        self, x: float = MARGIN, y: float = 20.0, *, middle: bool = False
    ) -> tuple[str, float]:
        """Author above title from the first baseline: markup, and the last baseline."""
        out = self._author(x, y, middle)
        y += self.author_drop + self.size + 5 if self.author else self.size - 8
        return out + self._title(x, y, middle), y + self.title_drop

    def foot(self) -> tuple[str, float]:
        """Title above author at the foot, centered: markup, and the top of the first line."""
        below = 26.5 + self.author_drop if self.author else 17
        y = HEIGHT - below - self.title_drop
        if len(self.title) < 3:
            y = min(y, 132)
        author_y = y + self.title_drop + 14.5
        out = self._title(MIDDLE, y, True) + self._author(MIDDLE, author_y, True)
        return out, y - self.size


def medallion(words: Words, variant: int) -> str:
    """Four ram's horns round a lozenge: tone on tone, in a ring, in the accent."""
    text, top = words.foot()
    room = min(49.0, (top - 12) / 2)
    y = 10 + room if room < 49 else (60, 58, 60)[variant]
    scale = room / 73 * (1, 0.86, 1)[variant]
    art = words.pen.figure("medallion", ("f", "x", "x")[variant], MIDDLE, y, scale)
    ring = words.pen.circle("l", MIDDLE, y, room) if variant == 1 else ""
    return art + ring + text


_HILLS = (
    (
        "M0 134C20 122 44 124 64 132S100 138 120 128V180H0z",
        "M0 152C28 138 52 140 76 148S106 154 120 148V180H0z",
    ),
    (
        "M0 128C34 143 62 140 120 121V180H0z",
        "M0 149C28 159 72 162 120 145V180H0z",
    ),
    (
        "M0 141C16 120 30 115 44 129S66 141 78 131S104 123 120 139V180H0z",
        "M0 157C40 148 74 149 120 156V180H0z",
    ),
)
_SUNS = ((85, 113, 15), (36, 119, 18), (92, 123, 12))


def horizon(words: Words, variant: int) -> str:
    """Sun over the steppe under three lines of hills; under a long title it is setting."""
    pen = words.pen
    text, last = words.head()
    x, y, r = _SUNS[variant]
    far, near = _HILLS[variant]
    return (
        pen.circle("x", x, max(y, last + 7 + r), r)
        + pen.path("f", far)
        + pen.path("f2", near)
        + pen.figure("mark", "m", MIDDLE, 172, 0.34)
        + text
    )


_RHYTHMS = (
    (6, 2, 10, 2, 4, 2, 14, 2, 4, 2, 10, 2, 6),
    (10, 3, 3, 3, 10, 8, 3, 3, 3, 8, 10, 3, 3),
    (4, 4, 4, 12, 2, 2, 2, 12, 4, 4, 4, 12, 2),
)


def alasha(words: Words, variant: int) -> str:
    """A woven runner in one of three rhythms, the title on a felt label."""
    pen, rhythm = words.pen, _RHYTHMS[variant]
    out, y, i = "", 0.0, 0
    while y < HEIGHT:
        high = rhythm[i % len(rhythm)]
        if i % 2 == 0:
            role = ("f", "x", "f2")[i // 2 % 3]
            out += pen.path(role, f"M0 {number(y)}H120v{high}H0z")
        y, i = y + high + 1.6, i + 1
    tall = max(58.0, words.height + 24)
    top = (20, 92 - tall / 2, 160 - tall)[variant]
    rules = f"M0 {number(top + 3.5)}H120M0 {number(top + tall - 3.5)}H120"
    first = top + 10 + AUTHOR_SIZE if words.author else top + 20
    return (
        out
        + pen.path("g", f"M0 {number(top)}H120v{number(tall)}H0z")
        + pen.path("l", rules)
        + words.head(y=first)[0]
    )


def border(words: Words, variant: int) -> str:
    """A frieze of ram's horns along the foot: two rows, or one large in the tone."""
    pen, scale = words.pen, (0.556, 0.556, 0.834)[variant]
    rows = pen.figure("row", "f", 0, 172, scale) + pen.path("f", "M0 175H120v5H0z")
    if variant != 2:
        above = 165 - 44 * scale
        rows += pen.figure("row", "x", (0, -20)[variant], above, scale)
    return rows + words.head()[0]


_CROWNS = ((60, 128, 0.86), (104, 138, 1.1), (60, 174, 1.3))


def shanyraq(words: Words, variant: int) -> str:
    """The crown of the yurt: whole, off the corner, rising from below."""
    text, last = words.head()
    x, y, scale = _CROWNS[variant]
    r = 57.5 * scale
    y = max(y, last + 9 + r)
    return (
        words.pen.circle("f", x, y, r, ' opacity="0.45"')
        + words.pen.figure("shanyraq", "s", x, y, scale, 45)
        + text
    )


_TREES = ((60, 180, 0.82), (90, 180, 0.92), (60, 164, 0.74))
_TREE_HEIGHT = 128


def tree(words: Words, variant: int) -> str:
    """The tree of life: centered, at the edge, on the ground line."""
    text, last = words.head()
    x, foot, scale = _TREES[variant]
    scale = min(scale, (foot - last - 10) / _TREE_HEIGHT)
    ground = words.pen.path("f", "M0 158H120v22H0z", ' opacity="0.6"') if variant == 2 else ""
    return ground + words.pen.figure("tree", "m", x, foot, scale) + text


def hanging(words: Words, _variant: int) -> str:
    """A wall hanging: a border on three sides, open below."""
    pen = words.pen
    lozenges = "".join(
        f"M6.5 {y}l3.4 5-3.4 5-3.4-5zM113.5 {y}l3.4 5-3.4 5-3.4-5z" for y in range(24, 170, 25)
    )
    return (
        pen.path("f", "M0 0H120V180H107V13H13V180H0z")
        + pen.path("l", "M16.5 180V16.5H103.5V180")
        + pen.path("x", lozenges)
        + pen.figure("mark", "x", MIDDLE, 174, 0.62)
        + words.head(MIDDLE, 34, middle=True)[0]
    )


def initial(words: Words, variant: int) -> str:
    """The first letter, very large, in the tone: centered, from the left, smaller."""
    if not words.initial:
        return medallion(words, 0)
    text, last = words.head()
    foot = (172, 176, 168)[variant]
    size = max(92, min((150, 166, 132)[variant], (foot - last - 9) / 0.72))
    x, middle = (60, 8, 60)[variant], variant != 1
    return words.pen.text("f i", [words.initial], x, foot, size, middle=middle) + text


_HORNS = ((60, 214, 2.55, 0), (6, 196, 2.5, 12), (120, 180, 2.3, -40))


def horns(words: Words, variant: int) -> str:
    """One pair of horns, huge, off the edge: upright, turned right, turned left."""
    x, y, scale, turn = _HORNS[variant]
    return words.pen.figure("mark", "f", x, y, scale, turn) + words.head()[0]


Drawing = Callable[[Words, int], str]

# The order is for good: byte 0 of the seed's hash chooses by it.
DRAWINGS: tuple[Drawing, ...] = (
    medallion,
    horizon,
    alasha,
    border,
    shanyraq,
    tree,
    hanging,
    initial,
    horns,
)


def words_for(drawing: Drawing, title: str, author: str, pen: ClassPen) -> Words:
    """The words of a book, measured for the room this drawing leaves them."""
    if drawing is hanging:
        return Words(title, author, pen, width=78, largest=16, smallest=9.5)
    return Words(title, author, pen)
