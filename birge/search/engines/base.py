"""The protocol every search engine implements, and the values that pass through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from birge.search.suggestible import Named


class Role(StrEnum):
    """What a word of a record belongs to, the most telling first."""

    TITLE = "title"
    NAMES = "names"
    SUBJECTS = "subjects"
    #: By whom, where and when it was published, and in which series.
    IMPRINT = "imprint"
    #: What the record says in whole sentences; nobody asks for a word there and nowhere else.
    TEXT = "text"


class Level(StrEnum):
    """How closely two words agree, the closest first; a closer one implies the others."""

    EXACT = "exact"
    STEM = "stem"
    FOLDED = "folded"


class Sort(StrEnum):
    """Orders a reader can ask for; all end with title and id, so that none is accidental."""

    RELEVANCE = "relevance"
    TITLE = "title"
    YEAR = "year"
    NEW = "new"


#: The facets of records, in the order they are shown; years are a range and counted apart.
FACETS = (
    "language",
    "branch",
    "availability",
    "author",
    "subject",
    "type",
    "audience",
    "collection",
)

#: Parts of a record that are looked into together. The first three are those of `WEIGHTS`, from
#: the narrowest; the others are what a reader can ask for by name (`Word.scope`).
SCOPES: dict[str, tuple[Role, ...]] = {
    "head": (Role.TITLE, Role.NAMES),
    "subject": (Role.TITLE, Role.NAMES, Role.SUBJECTS),
    "all": tuple(Role),
    "title": (Role.TITLE,),
    "names": (Role.NAMES,),
    "subjects": (Role.SUBJECTS,),
    "imprint": (Role.IMPRINT,),
}

#: What a record gains when all words of a query are found in a scope at a level. Each row adds
#: to the rows a looser match has earned, so the scope decides first and the level next. The same
#: whole numbers in every engine: order never depends on which one runs.
WEIGHTS: dict[tuple[str, Level], int] = {
    ("head", Level.FOLDED): 200,
    ("head", Level.STEM): 30,
    ("head", Level.EXACT): 30,
    ("subject", Level.FOLDED): 60,
    ("subject", Level.STEM): 8,
    ("subject", Level.EXACT): 8,
    ("all", Level.STEM): 2,
    ("all", Level.EXACT): 2,
}
#: The words stand side by side in the title, and they are the whole title.
PHRASE_IN_TITLE = 20
WHOLE_TITLE = 25
#: Where not all words must be found (`Query.enough`), each word found gains its own weight times
#: the rows it earns here, instead of the table above.
WORD_WEIGHTS: dict[tuple[str, Level], int] = {
    ("all", Level.FOLDED): 4,
    ("head", Level.FOLDED): 2,
    ("all", Level.STEM): 1,
}


#: An engine that has not answered by then, in seconds, has failed.
DEADLINE = 10.0


class EngineFailed(Exception):
    """The engine could not answer: never to be shown as "nothing found"."""


class Run(NamedTuple):
    """The analyzed words of one value (a title, one subject, one form of a name).

    The first three have one word per position, separated by spaces; `others` holds the further
    folded keys of any of the words, without position.
    """

    exact: str
    stem: str
    folded: str
    others: str


@dataclass(frozen=True, slots=True)
class Document:
    """What an engine keeps of a record; `named` is for suggestions, and engines leave it.

    `labels` say how a reader is shown a value of a facet that is not the name of something else:
    the engines of the database keep them beside the values.
    """

    record_id: int
    public: bool
    runs: Mapping[Role, Sequence[Run]]
    identifiers: Sequence[str]
    facets: Mapping[str, Sequence[str]]
    year: int | None
    received_on: date | None
    title_key: str
    title_words: int
    named: Named = field(default_factory=Named)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query: any of its forms will do.

    `keys` are those of the folded forms that a document keeps in their place among its words,
    and so the only ones that can stand in a phrase. `weight` tells how much the word says, where
    not all words must be found: a rare one more than a common one. A word with a `scope` of its
    own is looked for there and nowhere else, for finding and for every row of a table of weights.
    """

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    folded: tuple[str, ...]
    keys: tuple[str, ...]
    weight: int = 1
    scope: str = "all"

    def roles(self, scope: str = "all") -> tuple[Role, ...]:
        """Where the word is looked for when a query looks into a scope."""
        return SCOPES[scope if self.scope == "all" else self.scope]

    def forms(self, level: Level) -> tuple[str, ...]:
        """The forms that count at a level."""
        return {Level.EXACT: self.exact, Level.STEM: self.stems}.get(level, self.folded)

    def phrase_forms(self, level: Level) -> tuple[str, ...]:
        """The forms that count at a level inside a phrase."""
        return self.keys if level is Level.FOLDED else self.forms(level)


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader wants, taken apart: everything in `words`, `phrases` and `identifiers`.

    An item of `identifiers` is a group of spellings of which one is enough; nothing of
    `excluded` may be found. `sequence` is all that was typed outside quotation marks, function
    words too, as a title would have it. Where `enough` is not 0, a record need not have every one
    of `words`: those that it has must weigh as much.
    """

    words: tuple[Word, ...] = ()
    sequence: tuple[Word, ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()
    identifiers: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[Word, ...] = ()
    enough: int = 0

    @property
    def all_words(self) -> tuple[Word, ...]:
        """The words to rank and to highlight by, those of phrases included."""
        return (*self.words, *(word for phrase in self.phrases for word in phrase))

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.identifiers)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question to an engine; an empty query means all records.

    Values of one facet are alternatives; different facets must all agree.
    """

    query: Query = Query()
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    facet_limit: int = 20
    public_only: bool = True
    with_facets: bool = True


class Hit(NamedTuple):
    record_id: int
    score: int


class Count(NamedTuple):
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits of one page, how many there are in all, and the counts of every facet.

    A facet's counts are those of the match set without this facet's own filter, most frequent
    first, chosen values before others; `years` likewise, in order of the year. `fallback` tells
    that another engine answered than the one that should have.
    """

    hits: Sequence[Hit]
    total: int
    facets: Mapping[str, Sequence[Count]] = field(default_factory=dict)
    years: Sequence[tuple[int, int]] = ()
    fallback: bool = False


class Engine(Protocol):
    """What the search room asks of an engine; every method may raise `EngineFailed`."""

    name: str

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents, in the transaction that is open."""

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records; ids it does not know are no error."""

    def clear(self) -> None:
        """Forget everything."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a question."""

    def first_found(self, requests: Sequence[SearchRequest]) -> tuple[int, SearchResult]:
        """The place and the answer of the first question that finds anything.

        The first question's where none does. Where not all words must be found, the question
        must be the last.
        """

    def tidy(self) -> None:
        """Put the index in good order after many changes."""

    def restore(self) -> bool:
        """Make the index again, empty, where parts of it are gone; whether any were."""

    def filling(self) -> AbstractContextManager[None]:
        """Around the filling of an empty index: what only a full one needs is made at the end."""

    def count(self) -> int:
        """Number of documents kept, public or not."""
