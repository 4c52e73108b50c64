"""One search answered: what was typed asked first, then what it may have meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from birge.search.engines import get_engine
from birge.search.engines.base import Query, SearchRequest, SearchResult
from birge.search.initials import keeping
from birge.search.plan import Change, read
from birge.search.relaxing import is_question, relaxed
from birge.search.wanted import Wanted


@dataclass(frozen=True)
class Answer:
    """What an engine said, to which query, and how that differs from what was typed.

    `text` is the query in the words it was read as; a reading that found nothing is not told of.
    """

    result: SearchResult
    query: Query
    text: str
    changes: tuple[Change, ...] = ()
    is_relaxed: bool = False


def answer_to(wanted: Wanted, per_page: int) -> Answer:
    """The answer to a search; a constant number of statements, whatever is found."""
    typed = wanted.interpretation
    if wanted.exact or not typed.query:
        query = keeping(typed.query, ())
        return Answer(_ask(wanted, query, per_page), query, typed.text)
    reading = read(typed)
    query = keeping(reading.interpretation.query, reading.words.known)
    text = reading.interpretation.text
    looser = relaxed(query, reading.words.uses)
    if looser is None or not is_question(query):
        result = _ask(wanted, query, per_page)
        if result.total:
            return Answer(result, query, text, reading.changes)
        if looser is None:
            return Answer(result, typed.query, typed.text)
    result = _ask(wanted, looser, per_page)
    if result.total:
        return Answer(result, looser, text, reading.changes, is_relaxed=True)
    return Answer(result, typed.query, typed.text)


def understood(wanted: Wanted) -> tuple[Wanted, tuple[Change, ...]]:
    """The search as its words are read, and what was changed in them; asks no engine."""
    if wanted.exact or not wanted.interpretation.query:
        return wanted, ()
    reading = read(wanted.interpretation)
    return replace(wanted, interpretation=reading.interpretation), reading.changes


def again(answer: Answer, wanted: Wanted, per_page: int) -> Answer:
    """The same question for another page of its answers."""
    return replace(answer, result=_ask(wanted, answer.query, per_page))


def _ask(wanted: Wanted, query: Query, per_page: int) -> SearchResult:
    years = wanted.interpretation.years
    return get_engine().search(
        SearchRequest(
            query=query,
            filters=wanted.filters,
            year_from=wanted.year_from if wanted.has_years or not years else years.first,
            year_to=wanted.year_to if wanted.has_years or not years else years.last,
            sort=wanted.sort,
            offset=(wanted.page - 1) * per_page,
            limit=per_page,
        )
    )
