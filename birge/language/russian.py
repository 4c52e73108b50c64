"""The stem of a Russian word and the keys it is searched by: pymorphy3 and the Snowball stemmer.

The dictionary joins what a suffix stripper can not (человек, люди) and is the better stem; Snowball
after it joins what the dictionary keeps apart (participles, adjectives and adverbs of one root) and
finds more. So the stem is the dictionary form, and the keys are stems of dictionary forms.
"""

from __future__ import annotations

import re
import threading
from functools import cache, lru_cache
from typing import Final, NamedTuple

import pymorphy3
import snowballstemmer

#: Longer words are chemistry or noise; they are returned as they are.
MAX_LENGTH: Final = 40

#: A form of more words than this is searched for as these.
MOST_LEMMAS: Final = 2

_RUSSIAN: Final = re.compile(r"[а-яё-]*[а-яё]")
# A Snowball stemmer keeps its word in itself while it works: one for each thread.
_local = threading.local()


@cache
def _morphology() -> pymorphy3.MorphAnalyzer:
    """Load the dictionary on first use (some 0.3 s and 15 MB)."""
    return pymorphy3.MorphAnalyzer(lang="ru")


# Many forms have few dictionary forms between them.
@lru_cache(maxsize=65536)
def _snowball(word: str) -> str:
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = snowballstemmer.stemmer("russian")
    return str(stemmer.stemWord(word)) or word


def _is_russian(word: str) -> bool:
    return len(word) <= MAX_LENGTH and _RUSSIAN.fullmatch(word) is not None


class _Reading(NamedTuple):
    """What one look into the dictionary tells of a form."""

    lemma: str
    keys: tuple[str, ...]


@lru_cache(maxsize=65536)
def _read(word: str) -> _Reading:
    parses = _morphology().parse(word)
    # Forms of two words, equally likely: стали of сталь and of стать.
    best = [each for each in parses if each.score == parses[0].score]
    lemmas = [each.normal_form.replace("ё", "е") for each in best]
    stems = [_snowball(each) for each in lemmas[:MOST_LEMMAS]]
    found = tuple(dict.fromkeys((*stems, _snowball(word))))
    return _Reading(lemmas[0] if lemmas else word, found)


def lemma(word: str) -> str:
    """Return the dictionary form of a Russian word, with е for ё; other words unchanged."""
    word = word.lower().replace("ё", "е")
    return _read(word).lemma if _is_russian(word) else word


def stem(word: str) -> str:
    """Return what all inflected forms of a Russian word share: its dictionary form."""
    return lemma(word)


def keys(word: str) -> tuple[str, ...]:
    """Return the keys a Russian word is searched by, at most three, the better first.

    They are the stems of its dictionary forms, and its own stem, which meets the others where the
    dictionary took a rare word for another or keeps apart two words of one root.
    """
    word = word.lower().replace("ё", "е")
    return _read(word).keys if _is_russian(word) else (word,)


def is_known(word: str) -> bool:
    """Tell whether the dictionary has this form of a Russian word."""
    word = word.lower()
    return _is_russian(word) and _is_known(word)


@lru_cache(maxsize=65536)
def _is_known(word: str) -> bool:
    return bool(_morphology().word_is_known(word))


def is_surname(word: str) -> bool:
    """Tell whether the dictionary has this form, as one of a surname before all else."""
    word = word.lower()
    return is_known(word) and "Surn" in _morphology().parse(word)[0].tag


def part(word: str) -> str:
    """Return what part of speech the dictionary takes a word for: NOUN, ADJF, VERB… or ""."""
    word = word.lower()
    if not _is_russian(word):
        return ""
    return str(_morphology().parse(word)[0].tag.POS or "")
