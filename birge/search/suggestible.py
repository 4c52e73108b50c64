"""What of a record can be suggested to a reader who types, and where each of it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from birge.catalogue.choices import AgentKind
from birge.language.names import name_forms
from birge.language.tokens import words_of
from birge.search.forms import FUNCTION_WORDS
from birge.search.skeleton import skeletons

LONGEST_TEXT = 200
LONGEST_KEY = 48
#: A title is suggested by its beginning and by these many of its further words.
MOST_WORDS = 5
SHORTEST_WORD = 3
MOST_NAMES = 8
MOST_SUBJECTS = 20
#: What stands around a value in records and is no part of it.
EDGES = " /:;,."


class Kind(IntEnum):
    """What is suggested, in the order it is shown."""

    TITLE = 1
    AUTHOR = 2
    SUBJECT = 3
    SERIES = 4


class Suggestible(NamedTuple):
    """One thing to suggest; `target` is the record or the author it leads to."""

    id: int
    kind: Kind
    text: str
    target: int | None = None


class Start(NamedTuple):
    """A beginning; `place` is 0 for that of the whole, 1 for that of a word inside."""

    place: int
    key: str


class Author(NamedTuple):
    """An author as a suggestion keeps one: the names of each language may be empty."""

    agent_id: int
    kind: str
    name: str
    name_kk: str
    name_ru: str
    variants: Sequence[str] = ()

    @property
    def text(self) -> str:
        """All of it but the number, a line for each value."""
        values = (self.kind, self.name, self.name_kk, self.name_ru, *self.variants[:MOST_NAMES])
        return "\n".join(value[:LONGEST_TEXT].replace("\n", " ") for value in values)

    @classmethod
    def of_text(cls, agent_id: int, text: str) -> Author:
        """The author that `text` was made of."""
        kind, name, name_kk, name_ru, *variants = text.split("\n")
        return cls(agent_id, kind, name, name_kk, name_ru, variants)


def of_record(
    generation: int,
    record_id: int,
    titles: Iterable[str],
    subjects: Sequence[str],
    series: str,
    authors: Iterable[Author],
) -> dict[int, Suggestible]:
    """What one public record adds, by id."""
    found = [_made(generation, Kind.TITLE, title, record_id) for title in titles]
    found += [_author(generation, author) for author in authors]
    found += [_made(generation, Kind.SUBJECT, text) for text in subjects[:MOST_SUBJECTS]]
    found.append(_made(generation, Kind.SERIES, series))
    return {each.id: each for each in found if each is not None}


def _author(generation: int, author: Author) -> Suggestible:
    text = author.text
    number = _number(generation, Kind.AUTHOR, f"{author.agent_id} {text}")
    return Suggestible(number, Kind.AUTHOR, text, author.agent_id)


def _made(generation: int, kind: Kind, text: str, target: int | None = None) -> Suggestible | None:
    text = text.strip(EDGES)[:LONGEST_TEXT]
    words = words_of(text)
    if not words:
        return None
    # The same words with other signs between them are the same title.
    number = _number(generation, kind, " ".join(word for word, _kind in words))
    return Suggestible(number, kind, text, target)


def _number(generation: int, kind: Kind, identity: str) -> int:
    digest = blake2b(f"{generation} {kind} {identity}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def starts(kind: Kind, text: str) -> set[Start]:
    """Every beginning by which the text of a suggestion is found."""
    if kind is not Kind.AUTHOR:
        return set(_starts_of(text))
    author = Author.of_text(0, text)
    found: set[Start] = set()
    for name in {author.name, author.name_kk, author.name_ru, *author.variants}:
        found.update(start for spelled in _spellings(author, name) for start in _starts_of(spelled))
    # A given name is a beginning of the name too, wherever the catalogue puts it.
    whole = [start.key for start in found if not start.place]
    return {start for start in found if not start.place or not _begins(start.key, whole)}


def _spellings(author: Author, name: str) -> tuple[str, ...]:
    forms = name_forms(name) if author.kind == AgentKind.PERSON else None
    return (forms.inverted, forms.direct) if forms and forms.given else (name,)


def _begins(key: str, keys: Iterable[str]) -> bool:
    return any(each.startswith(key) for each in keys)


def _starts_of(text: str) -> Iterator[Start]:
    words = [word for word, _kind in words_of(text)]
    bare = [bare_of(word) for word in words]
    for place, word in enumerate(words[: MOST_WORDS + 1]):
        if not place or (len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS):
            # The space at the end lets whole words be asked for.
            key = (" ".join(bare[place : place + 12]) + " ")[:LONGEST_KEY]
            yield Start(min(place, 1), key)


@lru_cache(maxsize=65536)
def bare_of(word: str) -> str:
    """What is left of a word where alphabets and phones agree."""
    return skeletons(word)[0]
