"""One search answered: what was typed asked first, then what it may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from birge.catalogue.models import Record
from birge.search.book_language import Wish, wish_in
from birge.search.engines import get_engine
from birge.search.engines.base import Query, SearchRequest, SearchResult, Sort
from birge.search.generic import asks_for_books, without_generic
from birge.search.initials import keeping
from birge.search.interpretation import Interpretation, interpret
from birge.search.plan import Change, Reading, read, read_in_cyrillic
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
    #: The language of books that the query names, and whether only these are given.
    language: str = ""
    is_in_language: bool = False
    #: Records that have been read on the way, by id.
    records: Mapping[int, Record] = field(default_factory=dict)


@dataclass(frozen=True)
class Attempt:
    """What is asked of an engine, and how the query was read for that."""

    reading: Reading
    query: Query
    relaxed_as: Manner | None = None
    language: str = ""


def answer_to(wanted: Wanted, per_page: int) -> Answer:
    """The answer to a search; a constant number of statements, whatever is found."""
    typed = wanted.interpretation
    if wanted.exact or not typed.query:
        attempt = Attempt(Reading(typed), keeping(typed.query, ()))
        result = get_engine().search(_request(wanted, attempt, per_page))
        return Answer(result, attempt.query, typed.text)
    wish = None if "language" in wanted.filters else wish_in(typed.text)
    for ladder in _ladders(wish, typed):
        requests = [_request(wanted, each, per_page) for each in ladder]
        place, result = get_engine().first_found(requests)
        if result.total:
            best = ladder[place]
            result, records = _in_order(wanted, best, per_page, result)
            return Answer(
                result,
                best.query,
                best.reading.interpretation.text,
                best.reading.changes,
                best.relaxed_as,
                wish.language if wish else "",
                bool(best.language),
                records,
            )
    return Answer(result, typed.query, typed.text)


def _ladders(wish: Wish | None, typed: Interpretation) -> Iterator[list[Attempt]]:
    """What to ask until something is found; attempts of one ladder are asked together."""
    if not wish:
        yield list(_attempts(typed, read(typed)))
        return
    rest = interpret(wish.rest)
    if not rest.query or (asks_for_books(rest.query) and not without_generic(rest.query)):
        # «Книги на казахском»: all there are.
        yield [Attempt(Reading(rest), Query(), language=wish.language)]
        yield list(_attempts(typed, read(typed)))
        return
    # Books in the language, then those in others; a title that names it comes first all the same.
    attempts = [
        each
        if each.reading.changes
        else replace(each, query=replace(each.query, sequence=typed.query.sequence))
        for each in _attempts(rest, read(rest))
    ]
    within = [replace(each, language=wish.language) for each in attempts if each.relaxed_as is None]
    yield [*within, *attempts]


def _attempts(typed: Interpretation, reading: Reading) -> Iterator[Attempt]:
    """What to ask until something is found, by which reading; how it is put where enough words do.

    All of the words; the words without those that say a book is looked for, at once where books
    are asked for as such; Latin words in Cyrillic; enough of them. What is written as a question
    is in other words than its answer, so it is asked for enough at once.
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
            yield Attempt(reading, replace(shorter, sequence=query.sequence))
        else:
            yield Attempt(reading, query)
            if shorter:
                yield Attempt(reading, shorter)
        if _LATIN.search(reading.interpretation.text) and len(query.words) > 1:
            other = read_in_cyrillic(typed, reading.words)
            if other.changes != reading.changes:
                yield Attempt(other, keeping(other.interpretation.query, other.words.known))
    if looser is not None:
        yield Attempt(reading, looser, manner)


def understood(wanted: Wanted) -> tuple[Wanted, tuple[Change, ...]]:
    """The search as its words are read, and what was changed in them; asks no engine."""
    if wanted.exact or not wanted.interpretation.query:
        return wanted, ()
    reading = read(wanted.interpretation)
    return replace(wanted, interpretation=reading.interpretation), reading.changes


def again(answer: Answer, wanted: Wanted, per_page: int) -> Answer:
    """The same question for another page of its answers."""
    reading = Reading(wanted.interpretation)
    language = answer.language if answer.is_in_language else ""
    attempt = Attempt(reading, answer.query, answer.relaxed_as, language)
    result = get_engine().search(_request(wanted, attempt, per_page))
    result, records = _in_order(wanted, attempt, per_page, result)
    return replace(answer, result=result, records=records)


def _request(wanted: Wanted, attempt: Attempt, per_page: int) -> SearchRequest:
    years = wanted.interpretation.years
    start = (wanted.page - 1) * per_page
    is_read = _is_read(wanted, attempt, start)
    language = {"language": (attempt.language,)} if attempt.language else {}
    return SearchRequest(
        query=attempt.query,
        filters={**wanted.filters, **language},
        year_from=wanted.year_from if wanted.has_years or not years else years.first,
        year_to=wanted.year_to if wanted.has_years or not years else years.last,
        sort=wanted.sort,
        offset=0 if is_read else start,
        limit=max(WINDOW, start + per_page) if is_read else per_page,
    )


def _is_read(wanted: Wanted, attempt: Attempt, start: int) -> bool:
    """Whether the records of the page are read before they are put in order: answers to a question."""
    is_relaxed = attempt.relaxed_as is not None
    return is_relaxed and wanted.sort is Sort.RELEVANCE and start < WINDOW


def _in_order(
    wanted: Wanted, attempt: Attempt, per_page: int, result: SearchResult
) -> tuple[SearchResult, Mapping[int, Record]]:
    """The page in its order, and the records that were read for that."""
    start = (wanted.page - 1) * per_page
    if not (result.hits and _is_read(wanted, attempt, start)):
        return result, {}
    hits, records = reranked(result.hits, attempt.query)
    return replace(result, hits=hits[start : start + per_page]), records
