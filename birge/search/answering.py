"""One search answered: what was typed asked first, then what it may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from birge.catalogue.models import Record
from birge.search.engines import get_engine
from birge.search.engines.base import Query, SearchRequest, SearchResult, Sort
from birge.search.generic import asks_for_books, without_generic
from birge.search.initials import keeping
from birge.search.interpretation import Interpretation
from birge.search.plan import Change, Reading, read
from birge.search.relaxing import Manner, is_marked, manner_of, relaxed
from birge.search.reranking import WINDOW, reranked
from birge.search.wanted import Wanted

#: A question of so few words is asked for all of them.
FEW = 1
_LATIN = re.compile("[a-z]", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What an engine said, to which query, and how that differs from what was typed.

    `text` is the query in the words it was read as; a reading that found nothing is not told of.
    """

    result: SearchResult
    query: Query
    text: str
    changes: tuple[Change, ...] = ()
    #: How the query is put, where enough of its words were asked for instead of all.
    relaxed_as: Manner | None = None
    #: Records that have been read on the way, by id.
    records: Mapping[int, Record] = field(default_factory=dict)


def answer_to(wanted: Wanted, per_page: int) -> Answer:
    """The answer to a search; a constant number of statements, whatever is found."""
    typed = wanted.interpretation
    if wanted.exact or not typed.query:
        query = keeping(typed.query, ())
        return Answer(_ask(wanted, query, per_page)[0], query, typed.text)
    for reading, each, manner in _attempts(typed, read(typed)):
        result, records = _ask(wanted, each, per_page, is_relaxed=manner is not None)
        if result.total:
            text = reading.interpretation.text
            return Answer(result, each, text, reading.changes, manner, records)
    return Answer(result, typed.query, typed.text)


def _attempts(
    typed: Interpretation, reading: Reading
) -> Iterator[tuple[Reading, Query, Manner | None]]:
    """What to ask until something is found, by which reading; how it is put where enough words do.

    All of the words; the words without those that say a book is looked for, at once where books
    are asked for as such; Latin words in Cyrillic; enough of them. What is written as a question is in other words than its answer, so
    it is asked for enough at once.
    """
    query = keeping(reading.interpretation.query, reading.words.known)
    shorter = without_generic(query)
    about = shorter or query
    manner = manner_of(typed.text, query)
    looser = relaxed(about, reading.words.uses, reading.words.records, manner)
    at_once = looser is not None and is_marked(typed.text) and len(about.words) > FEW
    if not at_once:
        if shorter and asks_for_books(query):
            # A title that does speak of books comes first all the same.
            yield reading, replace(shorter, sequence=query.sequence), None
        else:
            yield reading, query, None
            if shorter:
                yield reading, shorter, None
        if _LATIN.search(reading.interpretation.text) and len(query.words) > 1:
            other = read(typed, doubts_latin=True)
            yield other, keeping(other.interpretation.query, other.words.known), None
    if looser is not None:
        yield reading, looser, manner


def understood(wanted: Wanted) -> tuple[Wanted, tuple[Change, ...]]:
    """The search as its words are read, and what was changed in them; asks no engine."""
    if wanted.exact or not wanted.interpretation.query:
        return wanted, ()
    reading = read(wanted.interpretation)
    return replace(wanted, interpretation=reading.interpretation), reading.changes


def again(answer: Answer, wanted: Wanted, per_page: int) -> Answer:
    """The same question for another page of its answers."""
    result, records = _ask(wanted, answer.query, per_page, is_relaxed=answer.relaxed_as is not None)
    return replace(answer, result=result, records=records)


def _ask(
    wanted: Wanted, query: Query, per_page: int, *, is_relaxed: bool = False
) -> tuple[SearchResult, Mapping[int, Record]]:
    """What the engine says, and the records that were read to put it in order."""
    years = wanted.interpretation.years
    start = (wanted.page - 1) * per_page
    # The first answers to a question are read before they are put in order.
    is_read = is_relaxed and wanted.sort is Sort.RELEVANCE and start < WINDOW
    request = SearchRequest(
        query=query,
        filters=wanted.filters,
        year_from=wanted.year_from if wanted.has_years or not years else years.first,
        year_to=wanted.year_to if wanted.has_years or not years else years.last,
        sort=wanted.sort,
        offset=0 if is_read else start,
        limit=max(WINDOW, start + per_page) if is_read else per_page,
    )
    result = get_engine().search(request)
    if not (is_read and result.hits):
        return result, {}
    hits, records = reranked(result.hits, query)
    return replace(result, hits=hits[start : start + per_page]), records
