"""Parts of a record asked for by name: «автор: Әуезов», "название:абай", «жылы: 1990-2000»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Names of parts in the languages of readers, each with the scope of `engines.base.SCOPES`.
SCOPES = {
    name: scope
    for scope, names in {
        "names": "автор авторы авторлары жазушы аудармашы переводчик author authors",
        "title": "атауы аты атау заглавие название title",
        "subjects": "пән пәні предмет тема рубрика subject subjects topic",
        "subject": "тақырып тақырыбы",
        "imprint": "серия сериясы топтама series баспа баспасы издательство publisher",
        "year": "жыл жылы год годы year years",
    }.items()
    for name in names.split()
}
YEAR = "year"
_PREFIX = re.compile(
    rf"(?<![\w:])({'|'.join(sorted(SCOPES, key=len, reverse=True))})\s?:(?=\s*\S)", re.IGNORECASE
)
_ONE = re.compile(r"""["«“„][^"»”“]*["»”“]|\S+""")
_YEARS = re.compile(r"^\s*([12]\d{3})(?:\s*[-–—]\s*([12]\d{3}))?(?!\w)")


class Segment(NamedTuple):
    """A stretch of a query and the scope of its words."""

    scope: str
    text: str


class Years(NamedTuple):
    """The first and the last year asked for by name."""

    first: int
    last: int


def segments(text: str) -> Iterator[Segment]:
    """The query cut at the names of parts, in order.

    «автор:Әуезов» is about one word or phrase, «автор: Мұхтар Әуезов» about all up to the next
    name.
    """
    place, scope, is_open = 0, "all", True
    for match in _PREFIX.finditer(text):
        yield from _stretch(text[place : match.start()], scope, is_open)
        place, scope = match.end(), SCOPES[match[1].lower()]
        is_open = text[place : place + 1].isspace()
    yield from _stretch(text[place:], scope, is_open)


def take_years(text: str) -> tuple[str, Years | None]:
    """The text without the years it begins with, and those years."""
    match = _YEARS.match(text)
    if not match:
        return text, None
    first, last = sorted((int(match[1]), int(match[2] or match[1])))
    return text[match.end() :], Years(first, last)


def without_prefix(piece: str) -> tuple[str, str]:
    """A piece between spaces cut after the name of a part it may begin with."""
    match = _PREFIX.match(piece + " .")
    cut = match.end() if match and match.end() <= len(piece) else 0
    return piece[:cut], piece[cut:]


def _stretch(text: str, scope: str, is_open: bool) -> Iterator[Segment]:
    if is_open or scope == "all":
        if text.strip():
            yield Segment(scope, text)
        return
    match = _ONE.match(text)
    if match:
        yield Segment(scope, match[0])
        text = text[match.end() :]
    if text.strip():
        yield Segment("all", text)
