"""Numbers out of catalogue text: years, prices, dates, age marks, parts of a set."""

from __future__ import annotations

import re
from datetime import date

from birge.catalogue.years import last_year

# Smaller figures of four digits in a text are seldom years.
FIRST_YEAR = 1450
YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
# No longer text is a price; a pattern would crawl over a megabyte of digits.
LONGEST_FIGURE = 200
AGE_MARK = re.compile(r"(?<![\w+])(0|6|12|16|18)\s?\+(?![\w+])")
TENGE = re.compile(
    r"(?:(?:₸|KZT)\s*([0-9][0-9\s]*)|([0-9][0-9\s]*)(?:[.,][0-9]{1,2})?\s*(?:₸|KZT|тг|тенге|теңге))",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"([12][0-9]{3})[-./]?([01][0-9])[-./]?([0-3][0-9])")
DAY_FIRST = re.compile(r"([0-3]?[0-9])\.([01]?[0-9])\.([12][0-9]{3})")
AMERICAN = re.compile(r"([01]?[0-9])/([0-3]?[0-9])/([12][0-9]{3})")
NUMBER = r"(?:[0-9]+|[ivxlc]+)"
DESIGNATION = (
    r"(?:(?:т|том|ч|часть|вып|выпуск|кн|книга|сб|тетр|дәптер|бөл|бөлім|кіт|кітап|шығ|шығарылым"
    r"|n|no|nr|№|vol|volume|v|part|pt|bd|band|t|tome)[.\s№]*"
    rf"{NUMBER}(?:\s?[-–,/]\s?{NUMBER})*"
    r"|[0-9]+[-–\s]{1,3}(?:том|бөлім|кітап|шығарылым|часть|выпуск|книга))"
)
PART = re.compile(
    rf"\[?(?:{DESIGNATION}(?:\s?[,.;:]\s?{DESIGNATION})*|{NUMBER})\s*\]?[.:,]?", re.IGNORECASE
)


def year_in(text: str) -> int | None:
    """The first year in the text that a publication can bear."""
    last = last_year()
    for figure in YEAR.findall(text):
        if FIRST_YEAR <= int(figure) <= last:
            return int(figure)
    return None


def age_mark_in(text: str) -> int | None:
    """The age mark («12+») in the text."""
    found = AGE_MARK.search(text) if "+" in text else None
    return int(found[1]) if found else None


def tenge_in(text: str) -> int | None:
    """The price in whole tenge; prices in other money, or in none named, are not prices to us."""
    found = TENGE.search(text[:LONGEST_FIGURE])
    if not found:
        return None
    digits = re.sub(r"\s", "", found[1] or found[2])
    return int(digits) if len(digits) <= 9 else None


def date_in(text: str) -> date | None:
    """The day written as 20061231, 2006-12-31, 31.12.2006 or 12/31/2006."""
    for pattern, order in ((YEAR_FIRST, (1, 2, 3)), (DAY_FIRST, (3, 2, 1)), (AMERICAN, (3, 1, 2))):
        found = pattern.search(text)
        if found:
            year, month, day = (int(found[group]) for group in order)
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def is_part_number(text: str) -> bool:
    """Whether a title is only the number of a part, as in «Т. 1», «Вып. 13.» or «2-кітап»."""
    return PART.fullmatch(text.strip()) is not None
