"""Numbers, sums of money and counted things in words, in the language that is active."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import ngettext_lazy

NBSP = "\N{NO-BREAK SPACE}"
TENGE = "₸"

# The noun after a number: Kazakh keeps it singular, Russian has three forms.
COUNTED = {
    "book": ngettext_lazy("%(count)s book", "%(count)s books", "number"),
    "branch": ngettext_lazy("%(count)s branch", "%(count)s branches", "number"),
    "copy": ngettext_lazy("%(count)s copy", "%(count)s copies", "number"),
    "page": ngettext_lazy("%(count)s page", "%(count)s pages", "number"),
    "record": ngettext_lazy("%(count)s record", "%(count)s records", "number"),
    "result": ngettext_lazy("%(count)s result", "%(count)s results", "number"),
    "title": ngettext_lazy("%(count)s title", "%(count)s titles", "number"),
    "volume": ngettext_lazy("%(count)s volume", "%(count)s volumes", "number"),
}


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Return «12 500» or «0,5»: thousands apart by a no-break space, a comma before the rest."""
    return number_format(value, decimal_pos=decimals, force_grouping=True)


def tenge(amount: int | Decimal) -> str:
    """Return «12 500 ₸», which no line break can tear apart."""
    return f"{number(amount)}{NBSP}{TENGE}"


def counted(noun: str, count: int) -> str:
    """Return «12 кітап», «2 книги», «5 книг»; `noun` is a key of COUNTED.

    The number and its noun are held together by a no-break space.
    """
    text = COUNTED[noun] % {"number": count, "count": number(count)}
    return text.replace(" ", NBSP, 1)
