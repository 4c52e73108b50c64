"""What of a record can be suggested to a reader who types, and where each of it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from birge.search.common_words import FUNCTION_WORDS
from birge.search.skeleton import skeletons

if TYPE_CHECKING:
    from birge.catalogue.models import Agent

LONGEST_TEXT = 200
LONGEST_KEY = 48
#: A title is suggested by its beginning and by these many of its further words.
MOST_WORDS = 3
SHORTEST_WORD = 3
MOST_NAMES = 8
MOST_SUBJECTS = 20
_WORD = re.compile(r"[^\W_]+")
#: What stands around a value in records and is no part of it.
EDGES = " /:;,."


class Kind(IntEnum):
    """What is suggested, in the order it is shown."""

    TITLE = 1
    AUTHOR = 2
    SUBJECT = 3
    SERIES = 4


#: A place, 0 for the beginning of the whole and 1 for that of a word inside, and the key of it.
Start = tuple[int, str]


class Suggestible(NamedTuple):
    """One thing to suggest; `target` is the record or the author it leads to."""

    id: int
    kind: Kind
    text: str
    target: int | None = None


class Author(NamedTuple):
    """An author as a suggestion keeps one: the names of each language may be empty."""

    agent_id: int
    kind: str
    name: str
    name_kk: str
    name_ru: str
    variants: tuple[str, ...] = ()

    @classmethod
    def of_agent(cls, agent: Agent) -> Author:
        """What is kept of an agent."""
        variants = tuple(text for text in agent.variants if isinstance(text, str))
        return cls(agent.pk, agent.kind, agent.name, agent.name_kk, agent.name_ru, variants)

    @property
    def text(self) -> str:
        """All of it but the number, a line for each value."""
        values = (self.kind, self.name, self.name_kk, self.name_ru, *self.variants[:MOST_NAMES])
        return "\n".join(value[:LONGEST_TEXT].replace("\n", " ") for value in values)

    @classmethod
    def of_text(cls, agent_id: int, text: str) -> Author:
        """The author that `text` was made of."""
        kind, name, name_kk, name_ru, *variants = text.split("\n")
        return cls(agent_id, kind, name, name_kk, name_ru, tuple(variants))


class Named(NamedTuple):
    """What a record is suggested by, in the letters that readers see."""

    titles: Sequence[str] = ()
    subjects: Sequence[str] = ()
    series: str = ""
    authors: Sequence[Author] = ()


def of_record(generation: int, record_id: int, named: Named) -> dict[int, Suggestible]:
    """What one public record adds, by id."""
    found = [_made(generation, Kind.TITLE, title, record_id) for title in named.titles if title]
    found += [_author(generation, author) for author in named.authors]
    subjects = named.subjects[:MOST_SUBJECTS]
    found += [_frequent(generation, Kind.SUBJECT, text) for text in subjects]
    if named.series:
        found.append(_frequent(generation, Kind.SERIES, named.series))
    return {each.id: each for each in found if each is not None}


@lru_cache(maxsize=20_000)
def _author(generation: int, author: Author) -> Suggestible:
    text = author.text
    number = _number(generation, Kind.AUTHOR, f"{author.agent_id} {text}")
    return Suggestible(number, Kind.AUTHOR, text, author.agent_id)


def _made(generation: int, kind: Kind, text: str, target: int | None = None) -> Suggestible | None:
    text = text.strip(EDGES)[:LONGEST_TEXT]
    # The same words with other signs between them are the same title.
    identity = " ".join(words_of(text))
    if not identity:
        return None
    return Suggestible(_number(generation, kind, identity), kind, text, target)


#: `_made` of what many records share.
_frequent = lru_cache(maxsize=20_000)(_made)


def _number(generation: int, kind: Kind, identity: str) -> int:
    digest = blake2b(f"{generation} {kind} {identity}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@lru_cache(maxsize=20_000)
def starts(kind: int, text: str) -> frozenset[Start]:
    """Every beginning by which the text of a suggestion is found."""
    if kind != Kind.AUTHOR:
        return frozenset(_starts_of(text))
    author = Author.of_text(0, text)
    names = {author.name, author.name_kk, author.name_ru, *author.variants}
    return frozenset(start for name in names for start in _starts_of_name(name))


def _starts_of_name(name: str) -> list[Start]:
    """The name as catalogued, and with the given name first, wherever the catalogue puts it."""
    surname, comma, given = name.partition(",")
    words = words_of(surname)
    orders = [words + words_of(given)]
    if comma:
        # After the second comma come dates and roles.
        orders.append(words_of(given.partition(",")[0]) + words)
    bare = ([bare_of(word) for word in order] for order in orders if order)
    return [(0, (" ".join(order) + " ")[:LONGEST_KEY]) for order in bare]


def _starts_of(text: str) -> list[Start]:
    words = words_of(text)
    bare = [bare_of(word) for word in words]
    # The space at the end lets whole words be asked for.
    line = " ".join(bare) + " "
    found, at = [(0, line[:LONGEST_KEY])] if words else [], 0
    for place, word in enumerate(words[1 : MOST_WORDS + 1]):
        at += len(bare[place]) + 1
        if len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS:
            found.append((1, line[at : at + LONGEST_KEY]))
    return found


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, as beginnings are made of them."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=65536)
def bare_of(word: str) -> str:
    """What is left of a word where alphabets and phones agree."""
    return skeletons(word)[0]
