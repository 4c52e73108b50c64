"""A search request in Elasticsearch's words: what must be there, what it gains, what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elasticsearch.dsl import SF, A, Search
from elasticsearch.dsl.aggs import Agg
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    FunctionScore,
    MatchAll,
    MatchPhrase,
    Query,
    Range,
    SpanNear,
    SpanOr,
    SpanTerm,
    Term,
    Terms,
)

from birge.search.engines.base import (
    FACETS,
    PHRASE_IN_TITLE,
    WEIGHTS,
    WHOLE_TITLE,
    WORD_WEIGHTS,
    Level,
    Role,
    SearchRequest,
    Sort,
    Word,
)
from birge.search.engines.base import Query as Asked

YEAR = "year"
#: No catalogue has books of more different years.
MOST_YEARS = 10_000
TIES = ("title_key", "record_id")
LAST = {"order": "desc", "missing": "_last"}
ORDERS: dict[Sort, tuple] = {
    Sort.RELEVANCE: ("_score", "title_words", *TIES),
    Sort.TITLE: TIES,
    Sort.YEAR: ({"year": LAST}, *TIES),
    Sort.NEW: ({"received_on": LAST}, *TIES),
}

Filters = Mapping[str, Query]


def asked(request: SearchRequest, search: Search) -> Search:
    """The whole question, but for the place where its page begins."""
    ranked = request.sort is Sort.RELEVANCE and bool(request.query)
    sort = Sort.TITLE if request.sort is Sort.RELEVANCE and not ranked else request.sort
    filters = _filters(request)
    search = search.query(_query(request, ranked=ranked)).sort(*ORDERS[sort])
    if filters:
        # After the counting, for a facet's own counts stay.
        search = search.post_filter(Bool(filter=list(filters.values())))
    if request.with_facets:
        for name in FACETS:
            search.aggs.bucket(name, _counting(name, request, filters))
        search.aggs.bucket(YEAR, _narrowed(filters, YEAR, {"values": _years()}))
    return search.source(False)


def _query(request: SearchRequest, *, ranked: bool) -> Query:
    query = request.query
    must: list[Query] = [Term(public=True)] if request.public_only else []
    if query:
        must += _wanted(query)
    if not (must or query.excluded):
        return MatchAll()
    return Bool(
        filter=must,
        must_not=[_word(word, Level.FOLDED) for word in query.excluded] if query else [],
        should=_gains(query) if ranked else [],
    )


# What must be there


def _wanted(query: Asked) -> list[Query]:
    """Everything a reader asks for, at the loosest level."""
    found = [_word(word, Level.FOLDED) for word in query.words]
    if query.enough and query.words:
        found = [_enough(query)]
    found += [_phrase_anywhere(phrase) for phrase in query.phrases]
    found += [Terms(identifiers=list(group)) for group in query.identifiers]
    return found


def _enough(query: Asked) -> Query:
    """Records whose words weigh so much together."""
    found = [(_word(word, Level.FOLDED), word.weight) for word in query.words]
    return FunctionScore(
        query=Bool(should=[condition for condition, _weight in found]),
        functions=[SF({"filter": condition, "weight": weight}) for condition, weight in found],
        score_mode="sum",
        boost_mode="replace",
        min_score=query.enough,
    )


def _word(word: Word, level: Level, scope: str = "all") -> Query:
    """Any form of a word, anywhere in a scope."""
    forms = list(word.forms(level))
    fields = [Terms(**{f"{role}_{level}": forms}) for role in word.roles(scope)]
    return fields[0] if len(fields) == 1 else Bool(should=fields, minimum_should_match=1)


def _all_words(words: Sequence[Word], scope: str, level: Level) -> Query:
    return Bool(filter=[_word(word, level, scope) for word in words])


def _phrase(words: Sequence[Word], role: Role, level: Level) -> Query:
    """The words side by side in one value."""
    field = f"{role}_{level}"
    steps = [word.phrase_forms(level) for word in words]
    if all(len(forms) == 1 for forms in steps):
        return MatchPhrase(**{field: " ".join(forms[0] for forms in steps)})
    spans = [SpanOr(clauses=[SpanTerm(**{field: form}) for form in forms]) for forms in steps]
    return SpanNear(clauses=spans, slop=0, in_order=True) if len(spans) > 1 else spans[0]


def _phrase_anywhere(words: Sequence[Word]) -> Query:
    # By keys alone, as the other engines do: forms that agree more closely share one.
    places = [_phrase(words, role, Level.FOLDED) for role in Role]
    return Bool(should=places, minimum_should_match=1)


# What a record gains


def _gains(query: Asked) -> list[Query]:
    """The tables of weights; whole numbers, so that their sums are exact."""
    if query.enough:
        found = [
            _gain(_word(word, level, scope), word.weight * weight)
            for word in query.all_words
            for (scope, level), weight in WORD_WEIGHTS.items()
        ]
    else:
        found = [
            _gain(_all_words(query.all_words, scope, level), weight)
            for (scope, level), weight in WEIGHTS.items()
            if query.all_words
        ]
    if query.sequence:
        phrase = _phrase(query.sequence, Role.TITLE, Level.EXACT)
        whole = Bool(filter=[phrase, Term(title_words=len(query.sequence))])
        found.append(_gain(whole, WHOLE_TITLE))
        if len(query.sequence) > 1:
            found.append(_gain(phrase, PHRASE_IN_TITLE))
    return found


def _gain(condition: Query, weight: int) -> Query:
    return ConstantScore(filter=condition, boost=weight)


# What is filtered and counted


def _filters(request: SearchRequest) -> dict[str, Query]:
    """A condition for each facet that is filtered."""
    found: dict[str, Query] = {
        name: Terms(**{_field(name): list(request.filters[name])})
        for name in FACETS
        if request.filters.get(name)
    }
    bounds = {"gte": request.year_from, "lte": request.year_to}
    given = {name: year for name, year in bounds.items() if year is not None}
    if given:
        found[YEAR] = Range(year=given)
    return found


def _field(name: str) -> str:
    return f"facets.{name}"


def _narrowed(filters: Filters, name: str, counts: Mapping[str, Agg]) -> Agg:
    """Counts of what passes all filters but the facet's own."""
    others = [condition for other, condition in filters.items() if other != name]
    return A("filter", filter=Bool(filter=others) if others else MatchAll(), aggs=dict(counts))


def _counting(name: str, request: SearchRequest, filters: Filters) -> Agg:
    """The most frequent values, and the chosen ones however rare."""
    chosen = list(request.filters.get(name, ()))
    most = max(1, request.facet_limit + len(chosen))
    counts = {"values": A("terms", field=_field(name), size=most)}
    if chosen:
        counts["chosen"] = A("terms", field=_field(name), include=chosen, size=len(chosen))
    return _narrowed(filters, name, counts)


def _years() -> Agg:
    return A("terms", field="year", size=MOST_YEARS, order={"_key": "asc"})
