"""Questions to put to search engines in benchmarks, made of what the records hold."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from birge.search.engines.base import Document, SearchRequest

#: Titles that words are taken from, about so many.
SAMPLE = 40_000
EACH = 12
KINDS = {
    "one rare word": EACH,
    "one word": EACH * 2,
    "one frequent word": EACH,
    "two words": EACH * 2,
    "three words": EACH * 2,
    "words and filters": EACH * 2,
    "relaxed": EACH,
    "filters alone": EACH // 2,
    "nothing": 2,
}


@dataclass
class Sample:
    """Words and values that questions are made of, with how many documents have each."""

    records: int = 0
    titles: list[list[str]] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)
    values: dict[str, Counter] = field(default_factory=dict)

    def add(self, documents: Sequence[Document]) -> None:
        """Count what a batch has, and keep some titles of it."""
        from birge.search.engines.base import Role

        for document in documents:
            keys = {
                key for runs in document.runs.values() for run in runs for key in run.folded.split()
            }
            self.counts.update(keys)
            for name, values in document.facets.items():
                self.values.setdefault(name, Counter()).update(values)
        self.records += len(documents)
        step = max(1, self.records // SAMPLE)
        for document in documents[::step]:
            self.titles.append(document.runs[Role.TITLE][0].exact.split())


@dataclass
class Question:
    """One search of the mix, with the keys of its words for the plain engine."""

    kind: str
    request: SearchRequest
    #: One group of keys for each word; `least` of them must be there.
    words: list[tuple[str, ...]]
    least: int


class Questions:
    """The mix, always the same for the same records."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._chance = random.Random(7)
        few = 40 / sample.records
        self._makers: dict[str, Callable[[], tuple[list, dict]]] = {
            "one rare word": lambda: (self._one(0, few), {}),
            "one word": lambda: (self._one(0.001, 0.01), {}),
            "one frequent word": lambda: (self._one(0.03, 0.12), {}),
            "two words": lambda: (self._several(2), {}),
            "three words": lambda: (self._several(3), {}),
            "words and filters": lambda: (self._one(0.003, 0.05), self._filters()),
            "relaxed": lambda: (self._several(3), {}),
            "filters alone": lambda: ([], self._filters()),
            "nothing": lambda: ([], {}),
        }

    def __iter__(self) -> Iterator[Question]:
        from birge.search.engines.base import Query, SearchRequest

        for kind, number in KINDS.items():
            for _question in range(number):
                words, asked = self._makers[kind]()
                enough = len(words) - 1 if kind == "relaxed" else 0
                query = Query(words=tuple(words), sequence=tuple(words), enough=enough)
                forms = [word.folded for word in words]
                request = SearchRequest(query=query, **asked)
                yield Question(kind, request, forms, enough or len(words))

    def _share(self, word) -> float:
        counts = self._sample.counts
        return max(counts[key] for key in word.folded) / self._sample.records

    def _title(self, least: int) -> list:
        from birge.search.forms import words_of

        while True:
            found = words_of(" ".join(self._chance.choice(self._sample.titles)))
            if len(found) >= least and len({word.folded for word in found}) == len(found):
                return found

    def _one(self, low: float, high: float) -> list:
        while True:
            word = self._chance.choice(self._title(1))
            if low <= self._share(word) <= high:
                return [word]

    def _several(self, number: int) -> list:
        """Words of one title, one of which is no frequent one."""
        while True:
            found = self._chance.sample(self._title(number), number)
            if min(map(self._share, found)) < 0.01:
                return found

    def _filters(self) -> dict:
        chance = self._chance
        names = chance.sample(("language", "branch", "subject", "type"), chance.choice((1, 1, 2)))
        found = {}
        for name in names:
            common = [value for value, _count in self._sample.values[name].most_common(10)]
            found[name] = chance.sample(common, min(len(common), chance.choice((1, 2))))
        return {"filters": found}
