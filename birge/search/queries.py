"""Questions asked of the index; the page and the API ask the same ones."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from birge.catalogue.cards import RecordCard, public_with_agents, record_cards
from birge.catalogue.finding import FinderFailed
from birge.catalogue.models import Record
from birge.search.answering import again, answer_to, understood
from birge.search.documents import language_hint
from birge.search.engines import get_engine
from birge.search.engines.base import EngineFailed, SearchRequest, SearchResult, Sort, Word
from birge.search.facets import Facet, Labels, Years, histogram, labelled
from birge.search.highlighting import highlight, snippet
from birge.search.interpretation import interpret
from birge.search.plan import Change
from birge.search.relaxing import Manner
from birge.search.wanted import Wanted

__all__ = ["Found", "SearchPage", "State", "find", "find_ids", "understood"]

logger = logging.getLogger(__name__)

PER_PAGE = 20
NO_YEARS = Years((), None, None, None, None)


class State(StrEnum):
    """What became of a search; each has its own words on the page."""

    RESULTS = "results"
    EMPTY = "empty"
    START = "start"
    FAILED = "failed"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Found:
    """A found record: its card, and where the words stand in it."""

    card: RecordCard
    record: Record
    title_html: SafeString
    subtitle_html: SafeString
    author_html: SafeString
    snippet_html: SafeString
    score: int = 0

    def __getattr__(self, name: str) -> object:
        """Everything else is asked of the card, so that one template draws both."""
        if name.startswith("__") or name == "card":
            raise AttributeError(name)
        return getattr(self.card, name)


@dataclass(frozen=True)
class SearchPage:
    """One page of answers; `asked` is the query as it was read, with its `changes`."""

    wanted: Wanted
    state: State
    total: int = 0
    results: Sequence[Found] = ()
    facets: Sequence[Facet] = ()
    labels: Labels = field(default_factory=dict)
    years: Years = NO_YEARS
    notices: Sequence[str] = ()
    per_page: int = PER_PAGE
    asked: str = ""
    changes: Sequence[Change] = ()
    #: How the query is put, where enough of its words were asked for instead of all.
    relaxed_as: Manner | None = None
    #: The language of books that the query names, and whether only these are given.
    language: str = ""
    is_in_language: bool = False

    @property
    def pages(self) -> int:
        """Number of pages, one at least."""
        return max(1, -(-self.total // self.per_page))


def find(wanted: Wanted, per_page: int = PER_PAGE) -> SearchPage:
    """Answer a search; the number of queries does not depend on how much is found."""
    notices = list(wanted.complaints)
    if wanted.interpretation.is_unusable:
        return SearchPage(wanted, State.REJECTED, notices=tuple(notices))
    try:
        answer = answer_to(wanted, per_page)
        last = max(1, -(-answer.result.total // per_page))
        if wanted.page > last:
            notices.append(_("There are not so many pages; this is the last one."))
            wanted = replace(wanted, page=last)
            answer = again(answer, wanted, per_page) if answer.result.total else answer
    except EngineFailed:
        logger.exception("The search engine failed")
        return SearchPage(wanted, State.FAILED, notices=tuple(notices))
    result = answer.result
    if result.fallback:
        notices.append(
            _("The search works in a simpler way at the moment: results may take longer to appear.")
        )
    facets, labels = labelled(result, wanted)
    return SearchPage(
        wanted=wanted,
        state=_state(wanted, result),
        total=result.total,
        results=_found(result, answer.query.all_words, answer.records),
        facets=facets,
        labels=labels,
        years=histogram(result.years, wanted.year_from, wanted.year_to),
        notices=tuple(notices),
        per_page=per_page,
        asked=answer.text,
        changes=answer.changes,
        relaxed_as=answer.relaxed_as,
        language=answer.language,
        is_in_language=answer.is_in_language,
    )


def _state(wanted: Wanted, result: SearchResult) -> State:
    if result.total:
        return State.RESULTS
    return State.EMPTY if wanted.text or wanted.is_filtered else State.START


def _found(
    result: SearchResult, words: tuple[Word, ...], known: Mapping[int, Record]
) -> list[Found]:
    """Cards in the order of the hits; a record that is no longer public is left out.

    `known` are the public ones of them, where they have been read before.
    """
    if not result.hits:
        return []
    scores = {hit.record_id: hit.score for hit in result.hits}
    rows = known or public_with_agents(scores)
    records = [rows[record_id] for record_id in scores if record_id in rows]
    by_id: Mapping[int, Record] = {record.pk: record for record in records}
    found = []
    for card in record_cards(records):
        hint = language_hint(by_id[card.record_id].languages)
        found.append(
            Found(
                card,
                by_id[card.record_id],
                highlight(card.title, words, hint),
                highlight(card.subtitle, words, hint),
                highlight(card.author, words, hint),
                _snippet(by_id[card.record_id], words, hint),
                scores[card.record_id],
            )
        )
    return found


def _snippet(record: Record, words: tuple[Word, ...], hint: str) -> SafeString:
    """The place where the words stand, from what the card does not show anyway."""
    subjects = "; ".join(text for text in record.subjects if isinstance(text, str))
    for text in (record.annotation, subjects, record.series, record.original_title):
        if text and (html := snippet(text, words, hint)):
            return html
    return SafeString("")


def find_ids(text: str, limit: int = 200) -> list[int]:
    """Ids of records, hidden ones too, that match the words; for lists and choosers of staff."""
    meaning = interpret(text)
    if not meaning.query:
        return []
    request = SearchRequest(
        query=meaning.query, limit=limit, public_only=False, with_facets=False, sort=Sort.RELEVANCE
    )
    try:
        return [hit.record_id for hit in get_engine().search(request).hits]
    except EngineFailed as error:
        raise FinderFailed(str(error)) from error
