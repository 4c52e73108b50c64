"""What the engines that live in the site's own database share: facets, filters, remembered counts."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
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

    `ranks` is what an engine that ranks by itself has learned of the records on the way.
    """

    total: int
    numbers: Mapping[int, int]
    ranks: Mapping[int, int] = {}


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
    def _counted(
        self, request: SearchRequest, sections: Sequence[Section], chosen: Sequence[int]
    ) -> list[Counted]:
        """The counts of each section."""

    @abstractmethod
    def _hits(self, request: SearchRequest, section: Section, counted: Counted) -> list[Hit]:
        """The hits of one page among the records of a section that has been counted."""

    @abstractmethod
    def _texts(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        """The values that have these numbers."""

    # What they share

    def count(self) -> int:
        """Number of documents kept, public or not."""
        [(number,)] = self._rows(Sql("SELECT COUNT(*) FROM search_record"))
        return number

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a question; a database that fails is told apart from an empty answer."""
        with failing_as_engine(), self._in_time():
            filters = self._numbers_of(request.filters)
            sections = self._sections(request, filters)
            chosen = [number for numbers in filters.values() for number in numbers]
            counted = self._remembered(request, sections, chosen)
            numbers = _shown(sections, counted) if request.with_facets else {}
            texts = [number for number in numbers if number & values.FACET_MASK != values.YEAR]
            return self._result(
                request,
                counted[0].total,
                numbers,
                *self._page(request, sections[0], counted[0], texts),
            )

    def _page(
        self, request: SearchRequest, section: Section, counted: Counted, numbers: Sequence[int]
    ) -> tuple[list[Hit], list[tuple[int, str]]]:
        """The hits of one page, and the values that have these numbers."""
        wants_hits = request.limit and request.offset < counted.total
        hits = self._hits(request, section, counted) if wants_hits else []
        return hits, self._texts(numbers) if numbers else []

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

    def _remembered(
        self, request: SearchRequest, sections: Sequence[Section], chosen: Sequence[int]
    ) -> list[Counted]:
        """The counts; without words they are those of much of the catalogue, and remembered."""
        generation = "" if request.query else self._generation()
        if not generation:
            return self._counted(request, sections, chosen)
        keys = [self._key(generation, request, section, chosen) for section in sections]
        known = cache.get_many(keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        found = self._counted(request, [sections[place] for place in missing], chosen)
        fresh = {keys[place]: each for place, each in zip(missing, found, strict=True)}
        if fresh:
            cache.set_many(fresh, REMEMBERED)
        return [(known | fresh)[key] for key in keys]

    def _generation(self) -> str:
        """What the index is now, as a short text; it differs after every change."""
        [(number, total)] = self._rows(Sql("SELECT COUNT(*), SUM(token) FROM search_change"))
        return f"{number}.{total}" if number else ""

    def _key(
        self, generation: str, request: SearchRequest, section: Section, chosen: Sequence[int]
    ) -> str:
        asked = (self.name, section, request.facet_limit, request.with_facets, sorted(chosen))
        return f"search:{generation}:{sha256(repr(asked).encode()).hexdigest()[:32]}"

    def _numbers_of(self, filters: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
        """Numbers of the values that are asked for, one at least for each facet."""
        asked = {name: list(texts) for name, texts in filters.items() if texts}
        if not asked:
            return {}
        pairs = [(name, text.replace("\x00", "")) for name in asked for text in asked[name]]
        found = self._known(pairs)
        return {
            name: [found[name, text] for text in texts if (name, text) in found] or [values.NOWHERE]
            for name, texts in asked.items()
        }

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

    def _result(
        self,
        request: SearchRequest,
        total: int,
        numbers: Mapping[int, int],
        hits: list[Hit],
        texts: Sequence[tuple[int, str]],
    ) -> SearchResult:
        if not request.with_facets:
            return SearchResult(hits, total)
        found = (
            (values.NAMES[number & values.FACET_MASK], text, numbers[number])
            for number, text in texts
        )
        return SearchResult(
            hits,
            total,
            values.listed(found, request.filters, request.facet_limit),
            values.years_in(numbers),
        )

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
