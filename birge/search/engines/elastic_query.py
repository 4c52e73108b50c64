"""A search request in Elasticsearch's words: what must be there, what it gains, what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elasticsearch.dsl import SF, A, Search
from elasticsearch.dsl.aggs import Agg
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    Exists,
    FunctionScore,
    MatchPhrase,
    Query,
    Range,
    SpanNear,
    SpanOr,
    SpanTerm,
    Term,
    Terms,
)

from birge.search.engines.base import FACETS, SearchRequest, Sort
from birge.search.engines.base import Query as Asked
from birge.search.engines.elastic_index import field_of
from birge.search.engines.ranking import gains_for, weighing
from birge.search.engines.terms import (
    PARTS,
    AllOf,
    AnyOf,
    Expression,
    Forms,
    Phrase,
    must_be_weighed,
    unwanted_part,
    wanted_part,
)

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
#: Everything but the mark.
RECORDS = Exists(field="record_id")

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
        for name, agg in _countings(request, filters):
            search.aggs.bucket(name, agg)
    return search.source(False)


# What must be there, and what a record gains


def _query(request: SearchRequest, *, ranked: bool) -> Query:
    """Scores are sums of whole numbers, which are exact."""
    wanted = wanted_part(request.query)
    unwanted = unwanted_part(request.query, request.public_only)
    return Bool(
        filter=[condition(wanted) if wanted is not None else RECORDS, *_enough(request.query)],
        must_not=[] if unwanted is None else [condition(unwanted)],
        should=[
            ConstantScore(filter=condition(each.expression), boost=each.points)
            for each in (gains_for(request.query) if ranked else ())
        ],
    )


def _enough(query: Asked) -> Iterator[Query]:
    """That the words weigh enough together, where `wanted_part` does not say so."""
    if must_be_weighed(query):
        found = [(condition(each.expression), each.points) for each in weighing(query)]
        yield FunctionScore(
            query=Bool(should=[each for each, _weight in found]),
            functions=[SF({"filter": each, "weight": weight}) for each, weight in found],
            score_mode="sum",
            boost_mode="replace",
            min_score=query.enough,
        )


def condition(expression: Expression) -> Query:
    """An expression as a condition, in which scores do not matter."""
    match expression:
        case str():
            return Term(**{field_of(expression): expression})
        case Forms(roles, level, forms):
            return Terms(**{level: [PARTS[role] + form for role in roles for form in forms]})
        case AnyOf(parts):
            return _any_of(parts)
        case AllOf(parts):
            return Bool(filter=[condition(part) for part in parts])
        case Phrase(steps):
            return _phrase(steps)
    return Bool(filter=[condition(expression.wanted)], must_not=[condition(expression.unwanted)])


def _any_of(parts: tuple[Expression, ...]) -> Query:
    """The lexemes of a field are asked for together."""
    lexemes: dict[str, list[str]] = {}
    others: list[Query] = []
    for part in parts:
        if isinstance(part, str):
            lexemes.setdefault(field_of(part), []).append(part)
        else:
            others.append(condition(part))
    found = [*(Terms(**{field: each}) for field, each in lexemes.items()), *others]
    return found[0] if len(found) == 1 else Bool(should=found, minimum_should_match=1)


def _phrase(steps: tuple[tuple[str, ...], ...]) -> Query:
    """Lexemes side by side in one value."""
    field = field_of(steps[0][0])
    if all(len(forms) == 1 for forms in steps):
        return MatchPhrase(**{field: " ".join(forms[0] for forms in steps)})
    spans = [SpanOr(clauses=[SpanTerm(**{field: form}) for form in forms]) for forms in steps]
    return SpanNear(clauses=spans, slop=0, in_order=True) if len(spans) > 1 else spans[0]


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


def _countings(request: SearchRequest, filters: Filters) -> Iterator[tuple[str, Agg]]:
    """Counts of what passes all filters but the facet's own; without such, the bare counts."""
    for name in (*FACETS, YEAR):
        counts = {"values": _years()} if name == YEAR else _values(name, request)
        others = [each for other, each in filters.items() if other != name]
        if others:
            yield name, A("filter", filter=Bool(filter=others), aggs=counts)
        else:
            yield from ((f"{name}.{kind}", count) for kind, count in counts.items())


def _values(name: str, request: SearchRequest) -> dict[str, Agg]:
    """The most frequent values, and the chosen ones however rare."""
    chosen = list(request.filters.get(name, ()))
    most = max(1, request.facet_limit + len(chosen))
    counts = {"values": A("terms", field=_field(name), size=most)}
    if chosen:
        counts["chosen"] = A("terms", field=_field(name), include=chosen, size=len(chosen))
    return counts


def _years() -> Agg:
    return A("terms", field="year", size=MOST_YEARS, order={"_key": "asc"})


def buckets(found: Mapping[str, Mapping], name: str, kind: str) -> list[Mapping]:
    """The counts of a facet in an answer: its "values", its "chosen"."""
    about = found[name].get(kind) if name in found else found.get(f"{name}.{kind}")
    return about["buckets"] if about else []
