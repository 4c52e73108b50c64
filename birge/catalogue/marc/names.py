"""Names of persons and bodies as headings: «Surname, Given names», whatever way they came."""

from __future__ import annotations

import re

from birge.catalogue.marc.punctuation import clean

COMMA = re.compile(r"\s*,\s*")
INITIALS_TOGETHER = re.compile(r"(?<![^\W\d_])([^\W\d_]\.)(?=[^\W\d_])")
INITIAL = re.compile(r"[^\W\d_]{1,2}\.$")
SURNAME_IN_DIRECT_ORDER = re.compile(r"(\S+(?:\s\([^)]*\))?)\s+(\S.*)")
# Initials, or a given name with a patronymic: the only endings that betray where a surname stops.
GIVEN_NAMES = re.compile(
    r"(?:[^\W\d_]{1,2}\.\s?){1,3}|[^\W\d_]+\s[^\W\d_]+(?:ич|вна|чна|ұлы|қызы|улы|кызы|оглы)"
)
DATES_IN_BRACKETS = re.compile(r"\s*\(([0-9?]{3,4}[^)]*)\)$")
# What keeps its full stop at the end of a name.
ENDINGS = frozenset(("Jr.", "Sr.", "Inc.", "Ltd.", "Co.", "мл.", "ст."))
LONGEST_DATES = 60
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")
CYRILLIC = re.compile(r"[\u0400-\u052F]")


def tidy(name: str) -> str:
    """Single spaces, one blank behind commas and between initials, no sign left at the end."""
    name = clean(name)
    if "," in name:
        name = COMMA.sub(", ", name).strip(", ")
    name = INITIALS_TOGETHER.sub(r"\1 ", name).rstrip(" ,;:/")
    last = name.rpartition(" ")[2]
    if name.endswith(".") and len(last) > 3 and "." not in last[:-1] and last not in ENDINGS:
        name = name[:-1]
    return name


def inverted(entry: str, rest: str = "", *, by_surname: bool = True) -> str:
    """The heading of a person from its entry element and the rest of the name.

    Where all stands in the entry element without a comma («Хереш Э.», «Будагов Лазарь Захарович»)
    and the name is entered by surname, the comma goes behind the first word.
    """
    entry, rest = tidy(entry), tidy(rest)
    if rest:
        return entry if entry.endswith(rest) and entry != rest else f"{entry}, {rest}"
    if by_surname and "," not in entry:
        found = SURNAME_IN_DIRECT_ORDER.fullmatch(entry)
        if found and GIVEN_NAMES.fullmatch(found[2]) and not INITIAL.fullmatch(found[1]):
            return f"{found[1]}, {found[2]}"
    return entry


def dates_in(text: str) -> str:
    """The dates of a heading, without brackets and closing signs."""
    text = clean(text).strip(" ,;()")
    return text[:-1] if text.endswith((".", "?.")) and text[-2:-1].isdigit() else text


def without_dates(name: str) -> tuple[str, str]:
    """(name, dates) of a heading that carries its dates in brackets."""
    found = DATES_IN_BRACKETS.search(name, max(0, len(name) - LONGEST_DATES))
    return (name[: found.start()], found[1].strip()) if found else (name, "")


def in_cyrillic(text: str) -> bool:
    """Whether the text is mainly in Cyrillic letters."""
    return len(CYRILLIC.findall(text)) > len(LATIN.findall(text))
