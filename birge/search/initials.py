"""A person's name and its initials joined: «Мұхтар Әуезов» meets "Әуезов, М." and the reverse.

A record keeps one further key for each person, the surname with the first initial. A query gives
that key to every word of what may be a name, as something that will do instead of the word: so
records are found that have all the words or the person, and no other Мұхтар or М.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache

from birge.language.folding import fold
from birge.language.names import name_forms
from birge.search.engines.base import Query, Run, Word
from birge.search.runs import frequent_run

#: Stands between surname and initial; no word has the hard sign there.
JOINT = "ъ"
_PATRONYMIC = re.compile(r".{2,}(?:ұлы|улы|қызы|кызы|вич|вна|ична|uly|qyzy|vich|vna)|.")
_NAME = re.compile(r"[^\W\d_]{2,}")
_JOINED = re.compile(rf".+{JOINT}.")


@lru_cache(maxsize=50_000)
def person_run(name: str, hint: str) -> Run:
    """The run of a person's name with the joined key among its further keys."""
    run = frequent_run(name, hint)
    forms = name_forms(name)
    if not (forms.surname and forms.given):
        return run
    surname = frequent_run(forms.surname, hint)
    keys = [*surname.folded.split()[-1:], *surname.others.split()]
    joined = (key + JOINT + fold(forms.given[0][0].lower()) for key in keys)
    return run._replace(others=" ".join(dict.fromkeys([*run.others.split(), *joined])))


def is_joined(key: str) -> bool:
    """Whether a key is a surname with an initial rather than a word."""
    return _JOINED.fullmatch(key) is not None


def with_names(words: Sequence[Word]) -> list[Word]:
    """Words of a query, each with the joined keys of the names it may be part of."""
    extra: list[list[str]] = [[] for _word in words]
    for place in range(len(words) - 1):
        two = words[place : place + 2]
        keys = [*_joined(two[0], two[1]), *_joined(two[1], two[0])]
        _add(extra, place, 2, keys)
        three = words[place : place + 3]
        if len(three) < 3:
            continue
        if _PATRONYMIC.fullmatch(three[1].exact[0]):
            _add(extra, place, 3, _joined(three[2], three[0]))
        if _PATRONYMIC.fullmatch(three[2].exact[0]):
            _add(extra, place, 3, _joined(three[0], three[1]))
    return [
        replace(word, folded=tuple(dict.fromkeys((*word.folded, *keys)))) if keys else word
        for word, keys in zip(words, extra, strict=True)
    ]


def keeping(query: Query, known: Container[str]) -> Query:
    """The query with those joined keys alone that records have."""
    return replace(query, words=tuple(_keeping(word, known) for word in query.words))


def _keeping(word: Word, known: Container[str]) -> Word:
    kept = tuple(key for key in word.folded if key in known or not is_joined(key))
    # A word such as «съя» looks like a surname with an initial itself.
    return replace(word, folded=kept or word.folded)


def _joined(surname: Word, given: Word) -> list[str]:
    if not (_NAME.fullmatch(surname.exact[0]) and given.exact[0][0].isalpha()):
        return []
    return [key + JOINT + fold(given.exact[0][0]) for key in surname.folded if not is_joined(key)]


def _add(extra: list[list[str]], place: int, length: int, keys: Sequence[str]) -> None:
    for other in range(place, place + length):
        extra[other].extend(keys)
