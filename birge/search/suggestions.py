"""What to suggest for what a reader has typed so far; the page and the API ask the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from birge.catalogue.cards import author_line, with_agents
from birge.catalogue.languages import html_language
from birge.catalogue.models import Agent, Record
from birge.core.among import among
from birge.core.numbers import counted, number
from birge.language import keyboard
from birge.language.folding import fold
from birge.search.documents import subject_key
from birge.search.interpretation import interpret
from birge.search.plan import read
from birge.search.site_pages import titles_beginning
from birge.search.skeleton import skeletons
from birge.search.suggestible import LONGEST_KEY, Author, Kind, words_of
from birge.search.suggestion_lookup import Candidate, candidates

LONGEST = 100
#: Readings of Latin letters that are tried.
MOST_SPELLINGS = 3
#: A slip is looked for in nothing shorter.
SHORTEST_MISTAKE = 4
SHOWN = {Kind.TITLE: 4, Kind.AUTHOR: 2, Kind.SUBJECT: 2, Kind.SERIES: 1}
TITLES: dict[Kind, Promise] = {
    Kind.TITLE: pgettext_lazy("suggestions", "Books"),
    Kind.AUTHOR: pgettext_lazy("suggestions", "Authors"),
    Kind.SUBJECT: pgettext_lazy("suggestions", "Subjects"),
    Kind.SERIES: pgettext_lazy("suggestions", "Series"),
}

Keys = Sequence[str]


@dataclass(frozen=True)
class Offer:
    """One line of the list; `mark` are bounds of what was typed in the text, where it is there."""

    text: str
    url: str
    detail: str = ""
    language: str = ""
    mark: tuple[int, int] | None = None


@dataclass(frozen=True)
class Group:
    """Lines of one kind under their heading."""

    kind: str
    title: str
    offers: Sequence[Offer]


def suggest(typed: str) -> list[Group]:
    """Groups of suggestions, best first; at most twenty short queries whatever there is."""
    typed = " ".join(typed[: LONGEST * 2].split())[:LONGEST]
    for text, keys in _attempts(typed):
        found = [*_catalogue(text, keys), *_pages(text, keys)]
        if found:
            return found
    return []


def _attempts(typed: str) -> Iterable[tuple[str, Keys]]:
    """What was typed; then by other keyboard layouts; then without its slips."""
    plain = keys_of(typed)
    if not plain:
        return
    yield typed, plain
    for text in dict.fromkeys(keyboard.translations(typed)):
        keys = keys_of(text)
        if keys and keys != plain:
            yield text, keys
    if len(plain[0]) >= SHORTEST_MISTAKE:
        meant = read(interpret(typed)).interpretation.text
        if meant != typed:
            yield meant, keys_of(meant)


def find_people(typed: str) -> list[int]:
    """Ids of a few authors who have a name that begins so, in any alphabet and either order."""
    found = candidates(keys_of(typed[:LONGEST]))
    return [each.target for each in found if each.kind is Kind.AUTHOR and each.target]


def keys_of(typed: str) -> list[str]:
    """Keys by which beginnings of suggestions are found; several where Latin letters allow it."""
    words = [skeletons(word) for word in words_of(typed)]
    if not all(words):
        return []
    # Only Latin has several that the index may know: it keeps the first of each word.
    spellings = max(map(len, words), default=0) if typed.isascii() else 1
    keys = (
        " ".join(each[min(choice, len(each) - 1)] for each in words)[: LONGEST_KEY - 1]
        for choice in range(min(spellings, MOST_SPELLINGS))
    )
    return [key for key in dict.fromkeys(keys) if key.strip()]


def _catalogue(typed: str, keys: Keys) -> list[Group]:
    """Groups from the catalogue: a query, and two for the titles."""
    chosen: dict[Kind, list[Candidate]] = {}
    for found in _nearest(candidates(keys), typed):
        row = chosen.setdefault(found.kind, [])
        if len(row) < SHOWN[found.kind]:
            row.append(found)
    makers: dict[Kind, Callable[[list[Candidate]], list[Offer]]] = {
        Kind.TITLE: _titles,
        Kind.AUTHOR: author_offers,
        Kind.SUBJECT: _subjects,
        Kind.SERIES: _series,
    }
    groups = []
    for kind in Kind:
        offers = makers[kind](chosen[kind]) if kind in chosen else []
        if offers:
            marked = [replace(each, mark=_mark(each.text, typed)) for each in offers]
            groups.append(Group(kind.name.lower(), str(TITLES[kind]), marked))
    return groups


def _pages(typed: str, keys: Keys) -> list[Group]:
    """Pages of the site in the reader's language; a query, and those for their addresses."""
    offers = [
        Offer(page.title, page.url, page.section, get_language() or "", _mark(page.title, typed))
        for page in titles_beginning(keys)
    ]
    return [Group("page", str(_("Pages of the site")), offers)] if offers else []


def _nearest(found: Iterable[Candidate], typed: str) -> list[Candidate]:
    """Those with the very letters that were typed before those with similar ones."""
    return sorted(
        found, key=lambda each: (each.kind, each.place, not _mark(each.text, typed), -each.uses)
    )


def _titles(found: list[Candidate]) -> list[Offer]:
    ids = [each.target for each in found if each.target]
    public = Record.objects.public().filter(pk__in=among(ids)).order_by()
    rows = public.only("public_id", "languages").prefetch_related(with_agents()) if ids else ()
    records = {record.pk: record for record in rows}
    offers = []
    for each in found:
        record = records.get(each.target)
        # One edition has a page of its own; several are a list.
        alone = record and each.uses == 1
        url = record.get_absolute_url() if alone else _search(q=each.text)
        author = author_line(record) if record else ""
        language = html_language(record.languages) if record else ""
        offers.append(Offer(each.text, url, detail=author, language=language))
    return offers


def author_offers(found: list[Candidate]) -> list[Offer]:
    """Authors with links to their books."""
    return [
        Offer(
            _display_name(each.text),
            _search(author=str(each.target)),
            detail=counted("record", each.uses),
        )
        for each in found
    ]


def _display_name(text: str) -> str:
    author = Author.of_text(0, text)
    names = {"name": author.name, "name_kk": author.name_kk, "name_ru": author.name_ru}
    return Agent(kind=author.kind, **names).display_name


def _subjects(found: list[Candidate]) -> list[Offer]:
    return [_counted(each, _search(subject=subject_key(each.text))) for each in found]


def _series(found: list[Candidate]) -> list[Offer]:
    return [_counted(each, _search(q=each.text)) for each in found]


def _counted(found: Candidate, url: str) -> Offer:
    return Offer(found.text, url, detail=counted("record", found.uses))


def _search(**parameters: str) -> str:
    return f"{reverse('search:search')}?{urlencode(parameters)}"


def _mark(text: str, typed: str) -> tuple[int, int] | None:
    """Where a word of the text begins with what was typed, Kazakh letters or not."""
    plain = _plain(text)
    found = _beginning(typed).search(plain) if len(plain) == len(text) else None
    return found.span() if found else None


@lru_cache(maxsize=256)
def _beginning(typed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(_plain(typed))}")


def _plain(text: str) -> str:
    return fold(text.lower())


def count_line(groups: Iterable[Group]) -> str:
    """«5 suggestions», for those who listen."""
    total = sum(len(group.offers) for group in groups)
    if not total:
        return str(_("No suggestions"))
    line = ngettext("%(count)s suggestion", "%(count)s suggestions", total)
    return line % {"count": number(total)}
