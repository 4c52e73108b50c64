"""What the engines that live in the site's own database share: facets, filters, remembered counts."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.core.cache import cache
from django.db import DatabaseError, connections

from birge.search.engines import storage, values
from birge.search.engines.base import (
    DEADLINE,
    FACETS,
    Document,
    EngineFailed,
    Hit,
    SearchRequest,
    SearchResult,
    Sort,
)
from birge.search.engines.terms import (
    Expression,
    Without,
    every,
    unwanted_part,
    values_part,
    wanted_part,
)

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

YEAR = "year"
ORDERS = {
    Sort.RELEVANCE: "d.title_words, d.title_key, d.record_id",
    Sort.TITLE: "d.title_key, d.record_id",
    Sort.YEAR: "d.year DESC NULLS LAST, d.title_key, d.record_id",
    Sort.NEW: "d.received_on DESC NULLS LAST, d.title_key, d.record_id",
}
#: How long counts of many records are remembered; a change of the index forgets them at once.
REMEMBERED = 24 * 60 * 60
#: Another one for each look that `Counted` has had: a shared cache outlives an upgrade.
LOOK = 2


class Sql(NamedTuple):
    """A piece of SQL with the parameters of its placeholders."""

    text: str
    params: tuple = ()


def joined(separator: str, parts: Iterable[Sql]) -> Sql:
    """Pieces put together, their parameters in order."""
    parts = list(parts)
    return Sql(
        separator.join(part.text for part in parts),
        tuple(param for part in parts for param in part.params),
    )


class Section(NamedTuple):
    """Records of which facets are counted: `facets` are the names, `years` the range they are of."""

    facets: tuple[str, ...]
    expression: Expression | None
    years: tuple[int | None, int | None] = (None, None)
    public_only: bool = True

    @property
    def year_condition(self) -> Sql:
        """The range of years as a condition on `d`."""
        first, last = self.years
        bounds = [Sql("d.year >= %s", (first,))] if first is not None else []
        bounds += [Sql("d.year <= %s", (last,))] if last is not None else []
        return joined(" AND ", bounds)


class Counted(NamedTuple):
    """How many records a section has, and how many of each value worth showing.

    `ranks` is what an engine that ranks by itself has learned of the records on the way, `texts`
    are values that one whose counts come with them need not ask for.
    """

    total: int
    numbers: Mapping[int, int]
    ranks: Mapping[int, int] = {}
    texts: Mapping[int, str] = {}


class Asked(NamedTuple):
    """A question, the sections that are counted for it, and the values it chooses."""

    request: SearchRequest
    sections: Sequence[Section]
    chosen: Sequence[int]

    @property
    def is_hopeless(self) -> bool:
        """Whether it asks for a value that no record has."""
        return values.NOWHERE in self.chosen


class DatabaseEngine(ABC):
    """Answers with a few statements, whatever the number of records.

    A subclass says how its database counts, ranks and stores.
    """

    name = ""
    deadline = DEADLINE

    def __init__(self, alias: str = "default") -> None:
        self.alias = alias

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """This thread's connection."""
        return connections[self.alias]

    # What a subclass adds

    @abstractmethod
    def _counted(self, ladder: Sequence[Asked]) -> tuple[int, list[Counted]]:
        """The place of the first question that finds anything, and the counts of its sections.

        The first question's where none does; one statement, and no question is asked in vain.
        """

    @abstractmethod
    def _page(
        self, asked: Asked, counted: Sequence[Counted], numbers: Sequence[int]
    ) -> tuple[list[Hit], Mapping[int, str]]:
        """The hits of one page of a question that has been counted; the values of these numbers."""

    # What they share

    def count(self) -> int:
        """Number of documents kept, public or not."""
        [(number,)] = self._rows(Sql("SELECT COUNT(*) FROM search_record"))
        return number

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a question; a database that fails is told apart from an empty answer."""
        return self.first_found([request])[1]

    def first_found(self, requests: Sequence[SearchRequest]) -> tuple[int, SearchResult]:
        """The place and the answer of the first question that finds anything, or of the first."""
        with failing_as_engine(), self._in_time():
            asked = self._asked(requests)
            place, counted = self._first_counted(asked)
            request, sections, _chosen = asked[place]
            numbers = _shown(sections, counted) if request.with_facets else {}
            named = [number for number in numbers if number & values.FACET_MASK != values.YEAR]
            page = self._page(asked[place], counted, named)
            return place, _result(request, counted[0].total, numbers, *page)

    def _asked(self, requests: Sequence[SearchRequest]) -> list[Asked]:
        """The questions with their sections; the numbers of all filters are looked up together."""
        pairs = {
            (name, text.replace("\x00", ""))
            for request in requests
            for name, texts in request.filters.items()
            for text in texts
        }
        known = self._known(sorted(pairs))
        asked = []
        for request in requests:
            filters = _numbers_of(request.filters, known)
            chosen = [number for numbers in filters.values() for number in numbers]
            asked.append(Asked(request, self._sections(request, filters), chosen))
        return asked

    def _first_counted(self, asked: Sequence[Asked]) -> tuple[int, list[Counted]]:
        """Those with words are asked together; of those without, the counts are remembered."""
        hopeful = [place for place, each in enumerate(asked) if not each.is_hopeless] or [0]
        answers: list[tuple[int, list[Counted]]] = []
        for alone, group in groupby(
            hopeful, lambda each: None if asked[each].request.query else each
        ):
            places = list(group)
            if alone is None:
                place, counted = self._counted([asked[each] for each in places])
            else:
                place, counted = 0, self._remembered(asked[alone])
            answers.append((places[place], counted))
            if counted[0].total:
                return answers[-1]
        return answers[0]

    def _sections(
        self, request: SearchRequest, filters: Mapping[str, Sequence[int]]
    ) -> list[Section]:
        """The records that pass all filters first; then, for each filter, all filters but it."""
        wanted = wanted_part(request.query)
        unwanted = unwanted_part(request.query, request.public_only)
        chosen = {name: values_part(numbers) for name, numbers in filters.items()}
        years = (request.year_from, request.year_to)
        has_years = years != (None, None)

        def section(but: str, facets: tuple[str, ...]) -> Section:
            parts = [part for name, part in chosen.items() if name != but]
            found = every([wanted, *parts])
            if found is not None and unwanted is not None:
                found = Without(found, unwanted)
            return Section(
                facets, found, (None, None) if but == YEAR else years, request.public_only
            )

        others = tuple(name for name in FACETS if name not in chosen)
        sections = [section("", others if has_years else (*others, YEAR))]
        if request.with_facets:
            sections += [section(name, (name,)) for name in chosen]
            sections += [section(YEAR, (YEAR,))] if has_years else []
        return sections

    def _remembered(self, asked: Asked) -> list[Counted]:
        """The counts of much of the catalogue, as without words, are remembered."""
        generation = self._generation()
        if not generation:
            return self._counted([asked])[1]
        keys = [self._key(generation, asked, section) for section in asked.sections]
        known = cache.get_many(keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        if missing:
            sections = [asked.sections[place] for place in missing]
            _place, found = self._counted([asked._replace(sections=sections)])
            fresh = {keys[place]: each for place, each in zip(missing, found, strict=True)}
            cache.set_many(fresh, REMEMBERED)
            known |= fresh
        return [known[key] for key in keys]

    def _generation(self) -> str:
        """What the index is now, as a short text; it differs after every change."""
        [(number, total)] = self._rows(Sql("SELECT COUNT(*), SUM(token) FROM search_change"))
        return f"{number}.{total}" if number else ""

    def _key(self, generation: str, asked: Asked, section: Section) -> str:
        request, _sections, chosen = asked
        counted = (self.name, section, request.facet_limit, request.with_facets, sorted(chosen))
        return f"search:{LOOK}:{generation}:{sha256(repr(counted).encode()).hexdigest()[:32]}"

    def _known(self, pairs: Iterable[values.Pair]) -> dict[values.Pair, int]:
        """Numbers of the values that the index knows."""
        by_name: dict[str, list[str]] = {}
        for name, text in pairs:
            by_name.setdefault(name, []).append(text)
        parts = [
            Sql(
                f"SELECT id, name, value FROM search_value WHERE name = %s AND {each.text}",
                (name, *each.params),
            )
            for name, texts in by_name.items()
            for each in [self._among("value", texts)]
        ]
        if not parts:
            return {}
        rows = self._rows(joined(" UNION ALL ", parts))
        return {(name, value): number for number, name, value in rows}

    @abstractmethod
    def _among(self, column: str, found: Sequence[object]) -> Sql:
        """A condition: the column has one of the values, which are sent as one parameter."""

    def _rows(self, sql: Sql) -> list[tuple]:
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute(sql.text, sql.params)
            return cursor.fetchall()

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        """Around statements that must not take longer than the deadline."""
        yield

    # Changes

    def restore(self) -> bool:
        """Make the index again, empty, where a part of it is gone; whether any was."""
        with failing_as_engine():
            if storage.is_complete(self.connection):
                return False
            storage.make_anew(self.connection)
            return True

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Nothing is put off."""
        yield

    def _numbered(self, cursor, documents: Sequence[Document]) -> dict[values.Pair, int]:
        """Numbers of all values of the documents; those that are new get one."""
        pairs = values.pairs_of(documents)
        known = self._known(pairs)
        new = [
            (name, text, label)
            for (name, text), label in pairs.items()
            if (name, text) not in known
        ]
        if new:
            known |= self._add_values(cursor, new)
        return known

    @abstractmethod
    def _add_values(self, cursor, new: Sequence[tuple[str, str, str]]) -> dict[values.Pair, int]:
        """Give a number to each of these values: name, value and label."""


def _numbers_of(
    filters: Mapping[str, Sequence[str]], known: Mapping[values.Pair, int]
) -> dict[str, list[int]]:
    """Numbers of the values that are asked for, one at least for each facet."""
    return {
        name: [known[name, text] for text in texts if (name, text) in known] or [values.NOWHERE]
        for name, texts in filters.items()
        if texts
    }


def _result(
    request: SearchRequest,
    total: int,
    numbers: Mapping[int, int],
    hits: list[Hit],
    texts: Mapping[int, str],
) -> SearchResult:
    if not request.with_facets:
        return SearchResult(hits, total)
    found = (
        (values.NAMES[number & values.FACET_MASK], text, numbers[number])
        for number, text in texts.items()
        if number in numbers
    )
    return SearchResult(
        hits,
        total,
        values.listed(found, request.filters, request.facet_limit),
        values.years_in(numbers),
    )


def _shown(sections: Sequence[Section], counted: Sequence[Counted]) -> dict[int, int]:
    """How often each value is found, every facet as its own section has it."""
    numbers: dict[int, int] = {}
    for section, each in zip(sections, counted, strict=True):
        wanted = {values.NUMBERS.get(name, values.YEAR) for name in section.facets}
        numbers.update(
            (number, count)
            for number, count in each.numbers.items()
            if number & values.FACET_MASK in wanted
        )
    return numbers


@contextmanager
def failing_as_engine() -> Iterator[None]:
    """A database that cannot answer is the engine's failure."""
    try:
        yield
    except DatabaseError as error:
        raise EngineFailed(str(error)) from error
