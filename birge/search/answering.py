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
        result, records = _ask(wanted, attempt, per_page)
        return Answer(result, attempt.query, typed.text)
    wish = None if "language" in wanted.filters else wish_in(typed.text)
    for each in _attempts_with(wish, typed) if wish else _attempts(typed, read(typed)):
        result, records = _ask(wanted, each, per_page)
        if result.total:
            reading = each.reading
            return Answer(
                result,
                each.query,
                reading.interpretation.text,
                reading.changes,
                each.relaxed_as,
                wish.language if wish else "",
                bool(each.language),
                records,
            )
    return Answer(result, typed.query, typed.text)


def _attempts_with(wish: Wish, typed: Interpretation) -> Iterator[Attempt]:
    """What to ask where a language is named: for books in it, then for those in others.

    A title that names the language itself comes first all the same.
    """
    rest = interpret(wish.rest)
    others: list[Attempt] = []
    if not rest.query or (asks_for_books(rest.query) and not without_generic(rest.query)):
        # «Книги на казахском»: all there are.
        yield Attempt(Reading(rest), Query(), language=wish.language)
        others += _attempts(typed, read(typed))
    else:
        for each in _attempts(rest, read(rest)):
            if not each.reading.changes:
                each = replace(each, query=replace(each.query, sequence=typed.query.sequence))
            others.append(each)
            if each.relaxed_as is None:
                yield replace(each, language=wish.language)
    yield from others


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
            other = read(typed, doubts_latin=True)
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
    result, records = _ask(wanted, attempt, per_page)
    return replace(answer, result=result, records=records)


def _ask(
    wanted: Wanted, attempt: Attempt, per_page: int
) -> tuple[SearchResult, Mapping[int, Record]]:
    """What the engine says, and the records that were read to put it in order."""
    years = wanted.interpretation.years
    start = (wanted.page - 1) * per_page
    # The first answers to a question are read before they are put in order.
    is_relaxed = attempt.relaxed_as is not None
    is_read = is_relaxed and wanted.sort is Sort.RELEVANCE and start < WINDOW
    language = {"language": (attempt.language,)} if attempt.language else {}
    request = SearchRequest(
        query=attempt.query,
        filters={**wanted.filters, **language},
        year_from=wanted.year_from if wanted.has_years or not years else years.first,
        year_to=wanted.year_to if wanted.has_years or not years else years.last,
        sort=wanted.sort,
        offset=0 if is_read else start,
        limit=max(WINDOW, start + per_page) if is_read else per_page,
    )
    result = get_engine().search(request)
    if not (is_read and result.hits):
        return result, {}
    hits, records = reranked(result.hits, attempt.query)
    return replace(result, hits=hits[start : start + per_page]), records
