"""What is offered where nothing was found: the books of those whose names were typed."""

from __future__ import annotations

from collections import Counter

from birge.search.queries import SearchPage, State
from birge.search.suggestible import Kind, words_of
from birge.search.suggestion_lookup import Candidate, candidates_for_each
from birge.search.suggestions import LONGEST, Offer, author_offers, keys_of

#: So many of the longest words may be names; a shorter one is hardly one.
MOST_WORDS = 3
SHORTEST_NAME = 4
MOST_AUTHORS = 3


def authors_instead(page: SearchPage) -> list[Offer]:
    """«Достоевский Идиот»: the title is not here, the author's other books are."""
    is_empty = page.state is State.EMPTY and not page.wanted.is_filtered
    return authors_named(page.wanted.text) if is_empty else []


def authors_named(typed: str) -> list[Offer]:
    """Authors of whom a name is among the words, with most of them; two queries."""
    words = sorted(dict.fromkeys(words_of(typed[:LONGEST])), key=len, reverse=True)
    names = [word for word in words[:MOST_WORDS] if len(word) >= SHORTEST_NAME]
    # The space after it asks for a whole name.
    keys = [f"{key} " for word in names for key in keys_of(word)[:1]]
    found: dict[int, Candidate] = {}
    named: Counter[int] = Counter()
    for row in candidates_for_each(keys):
        authors = {each.id: each for each in row if each.kind is Kind.AUTHOR}
        found |= authors
        named.update(authors.keys())
    most = max(named.values(), default=0)
    best = [found[number] for number, times in named.items() if times == most]
    best.sort(key=lambda each: (-each.uses, each.text))
    return author_offers(best[:MOST_AUTHORS])
