"""What is offered where nothing was found: the books of those whose names were typed."""

from __future__ import annotations

from collections import Counter

from birge.search.queries import SearchPage, State
from birge.search.suggestible import Kind, words_of
from birge.search.suggestion_lookup import Candidate, candidates
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
    """Authors of whom a name is among the words, with most of them; a query for each word."""
    words = sorted(dict.fromkeys(words_of(typed[:LONGEST])), key=len, reverse=True)
    found: dict[int, Candidate] = {}
    named: Counter[int] = Counter()
    for word in words[:MOST_WORDS]:
        if len(word) < SHORTEST_NAME:
            continue
        # The space after it asks for a whole name.
        for each in candidates([f"{key} " for key in keys_of(word)[:1]]):
            if each.kind is Kind.AUTHOR:
                found[each.id] = each
                named[each.id] += 1
    most = max(named.values(), default=0)
    best = [found[number] for number, times in named.items() if times == most]
    best.sort(key=lambda each: (-each.uses, each.text))
    return author_offers(best[:MOST_AUTHORS])
