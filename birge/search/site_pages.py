"""Finds pages of the site by words: public ones, in the reader's language, as records are found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from birge.language import keyboard, translit
from birge.search.engines.base import (
    PHRASE_IN_TITLE,
    SCOPES,
    WEIGHTS,
    WHOLE_TITLE,
    Level,
    Query,
    Role,
    Word,
)
from birge.search.highlighting import highlight, snippet
from birge.search.interpretation import interpret
from birge.search.models import SitePage, SitePageWord
from birge.search.page_sources import PageLink, page_sources
from birge.search.skeleton import skeletons

PER_PAGE = 20
#: Readings in other alphabets and keyboard layouts that are tried, each only when none before helps.
MOST_READINGS = 5
#: Only so many titles are suggested.
MOST_SUGGESTED = 2
MOST_LOOKED_AT = 50
LONGEST_READ = 100


@dataclass(frozen=True)
class FoundPage:
    """A found page as a list shows it."""

    title: str
    url: str
    section: str
    title_html: SafeString
    snippet_html: SafeString


@dataclass(frozen=True)
class PagesFound:
    """Which pages match, best first, and the words they were found by."""

    ids: Sequence[int] = ()
    words: tuple[Word, ...] = ()

    @property
    def total(self) -> int:
        return len(self.ids)


class _Terms:
    """How the words of a query stand on one page."""

    def __init__(self) -> None:
        self.title_exact = ""
        self.found: list[tuple[str, str, str, Role]] = []

    def has(self, word: Word, roles: Sequence[Role], level: Level = Level.FOLDED) -> bool:
        """Whether a form of the word stands in one of the roles."""
        place = {Level.EXACT: 2, Level.STEM: 1}.get(level, 0)
        forms = word.forms(level)
        return any(term[place] in forms and term[3] in roles for term in self.found)


def find_pages(texts: Iterable[str], *, with_readings: bool = True) -> PagesFound:
    """Pages that hold all words of the first of the texts that any page holds; one query.

    Each text is read in other alphabets and keyboard layouts too, unless told otherwise. There
    is a second query where words must stand side by side.
    """
    language = get_language() or ""
    found = _queries(texts) if with_readings else (interpret(text).query for text in texts)
    queries = [query for query in found if query.words or query.phrases]
    pages = _pages(queries, language) if queries else {}
    for query in queries if pages else ():
        scores = {page: _score(query, terms) for page, terms in pages.items()}
        ids = [page for page, score in scores.items() if score is not None]
        if query.phrases and ids:
            ids = _with_phrases(query, ids)
        if ids:
            ids.sort(key=lambda page: (-(scores[page] or 0), pages[page].title_exact, page))
            return PagesFound(ids, query.all_words)
    return PagesFound()


def _queries(texts: Iterable[str]) -> Iterator[Query]:
    """What each text means, then what it may mean in another alphabet or layout."""
    texts = list(texts)
    readings = [reading for text in texts for reading in (text, *_readings(text))]
    for reading in dict.fromkeys(readings):
        yield interpret(reading).query
    for text in texts:
        yield _loose(interpret(text).query)


def _loose(query: Query) -> Query:
    """The words of a query by what is left of them where alphabets agree."""
    words = (
        Word((), (), tuple(f"~{bare}" for bare in skeletons(word.exact[0])), ())
        for word in query.all_words
    )
    return Query(words=tuple(words), excluded=query.excluded)


def _readings(text: str) -> list[str]:
    text = text[:LONGEST_READ]
    return [*translit.readings(text), *keyboard.translations(text)][:MOST_READINGS]


def _pages(queries: Sequence[Query], language: str) -> dict[int, _Terms]:
    """Every visible page that holds any of the words."""
    keys = {
        key
        for query in queries
        for word in (*query.all_words, *query.excluded)
        for key in word.folded
    }
    rows = SitePageWord.objects.filter(_visible(language, "page__"), key__in=sorted(keys))
    pages: dict[int, _Terms] = defaultdict(_Terms)
    for page, title, *term in rows.order_by().values_list(
        "page_id", "page__title_exact", "key", "stem", "exact", "role"
    ):
        pages[page].title_exact = title
        pages[page].found.append(tuple(term))
    return pages


def _visible(language: str, prefix: str = "") -> Q:
    """Pages of any source that a reader may see now, whatever was so when they were indexed."""
    condition = Q(pk__in=[])
    for name, source in page_sources().items():
        condition |= Q(
            **{f"{prefix}source": name, f"{prefix}object_id__in": source.visible(language)}
        )
    return condition & Q(**{f"{prefix}language": language})


def _score(query: Query, terms: _Terms) -> int | None:
    """What a page gains by the table that records are ranked by; None where it does not match."""
    words = query.all_words
    if not all(terms.has(word, word.roles()) for word in words):
        return None
    if any(terms.has(word, word.roles()) for word in query.excluded):
        return None
    score = sum(
        weight
        for (scope, level), weight in WEIGHTS.items()
        if scope in SCOPES and all(terms.has(word, word.roles(scope), level) for word in words)
    )
    typed = " ".join(word.exact[0] for word in query.sequence)
    if typed and f" {typed} " in f" {terms.title_exact} ":
        score += PHRASE_IN_TITLE + (WHOLE_TITLE if typed == terms.title_exact else 0)
    return score


def _with_phrases(query: Query, ids: Sequence[int]) -> list[int]:
    """Those of the pages where the words of every phrase stand side by side."""
    patterns = [
        re.compile(r"(?<!\S)" + " ".join(_alternatives(word) for word in phrase) + r"(?!\S)")
        for phrase in query.phrases
    ]
    rows = SitePage.objects.filter(pk__in=ids).values_list("pk", "terms")
    return [pk for pk, terms in rows if all(pattern.search(terms) for pattern in patterns)]


def _alternatives(word: Word) -> str:
    return f"(?:{'|'.join(re.escape(key) for key in word.keys)})"


def shown(found: PagesFound, number: int, per_page: int = PER_PAGE) -> list[FoundPage]:
    """One page of the list; a query, and those of each source for its addresses."""
    ids = found.ids[(number - 1) * per_page : number * per_page]
    rows = SitePage.objects.in_bulk(list(ids))
    pages = [rows[pk] for pk in ids if pk in rows]
    links = _links(pages)
    return [
        FoundPage(
            title=page.title,
            url=links[page.pk].url,
            section=links[page.pk].section,
            title_html=highlight(page.title, found.words, page.language),
            snippet_html=_snippet(page, found.words),
        )
        for page in pages
        if page.pk in links
    ]


def _snippet(page: SitePage, words: tuple[Word, ...]) -> SafeString:
    """Where the words stand; the lead where they stand in the title alone."""
    for text in (page.lead, page.text):
        if html := snippet(text, words, page.language):
            return html
    return highlight(page.lead, (), page.language)


def _links(pages: Sequence[SitePage]) -> dict[int, PageLink]:
    by_source: dict[str, dict[int, int]] = defaultdict(dict)
    for page in pages:
        by_source[page.source][page.object_id] = page.pk
    return {
        numbers[object_id]: link
        for name, numbers in by_source.items()
        if name in page_sources()
        for object_id, link in page_sources()[name].links(list(numbers)).items()
    }


def titles_beginning(keys: Iterable[str]) -> list[FoundPage]:
    """Pages with a word in the title that begins so; a query, and those for their addresses."""
    lines = tuple(f"\n{key}" for key in keys)
    condition = Q(pk__in=[])
    for line in lines:
        condition |= Q(beginnings__contains=line)
    found = SitePage.objects.filter(_visible(get_language() or ""), condition)
    rows = list(found.defer("text", "terms", "lead").order_by("pk")[:MOST_LOOKED_AT])
    rows.sort(key=lambda page: (not page.beginnings.startswith(lines), len(page.title)))
    rows = rows[:MOST_SUGGESTED]
    links = _links(rows)
    return [
        FoundPage(
            page.title, links[page.pk].url, links[page.pk].section, SafeString(), SafeString()
        )
        for page in rows
        if page.pk in links
    ]
