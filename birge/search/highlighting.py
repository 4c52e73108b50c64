"""Found words marked in the text a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from birge.language.analysis import analyse
from birge.search.engines.base import Word

Span = tuple[int, int]

SNIPPET_LENGTH = 220
#: How much of a snippet stands before the first word found.
LEAD = 60
ELLIPSIS = "…"


def highlight(text: str, words: Sequence[Word], language: str = "") -> SafeString:
    """The text as safe HTML with every word the query is about in `<mark>`."""
    return _marked(text, found_spans(text, words, language), 0, len(text))


def snippet(text: str, words: Sequence[Word], language: str = "") -> SafeString:
    """The part of a text around the first word found, marked; empty where none is found."""
    spans = found_spans(text, words, language)
    if not spans:
        return mark_safe("")
    start, end = _window(text, spans[0])
    html = _marked(text, spans, start, end)
    before = ELLIPSIS if start > 0 else ""
    after = ELLIPSIS if end < len(text) else ""
    return mark_safe(f"{before}{html}{after}")  # noqa: S308  built by _marked from escaped text


def found_spans(text: str, words: Sequence[Word], language: str = "") -> list[Span]:
    """Where the words of a query stand in a text, neighbors joined, in order."""
    wanted = {key for word in words for key in word.folded}
    if not wanted:
        return []
    hits = [term for term in analyse(text, language) if not wanted.isdisjoint(term.folded)]
    return _joined(text, ((term.start, term.end) for term in hits))


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans with only spaces or hyphens between them become one mark."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip(" -\u00a0"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _window(text: str, first: Span) -> Span:
    """Bounds of a snippet, on the edges of words."""
    start = max(0, first[0] - LEAD)
    if start:
        start = text.find(" ", start, first[0]) + 1 or first[0]
    end = min(len(text), start + SNIPPET_LENGTH)
    if end < len(text):
        space = text.rfind(" ", max(first[1], start), end)
        end = space if space > 0 else max(end, first[1])
    return start, end


def _marked(text: str, spans: Sequence[Span], start: int, end: int) -> SafeString:
    pieces: list[str] = []
    place = start
    for left, right in spans:
        if left < start or right > end:
            continue
        pieces.append(escape(text[place:left]))
        pieces.append(f"<mark>{escape(text[left:right])}</mark>")
        place = right
    pieces.append(escape(text[place:end]))
    return mark_safe("".join(pieces))  # noqa: S308  every piece is escaped above
