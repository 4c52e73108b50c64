"""The analyzed terms of a text: what every search engine indexes and every query is made of."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import snowballstemmer

from birge.language import kazakh, russian
from birge.language.folding import fold
from birge.language.tokens import tokenize

_KAZAKH: Final = re.compile(r"[әғқңөұүһі]")
_RUSSIAN: Final = re.compile(r"[фвцщъэё]")
_CYRILLIC: Final = re.compile(r"[а-яәғқңөұүһі]+")
_LATIN: Final = re.compile(r"[a-z']+")
_local = threading.local()


class Term(NamedTuple):
    """A word at a place of a text, in the forms it is indexed by.

    ``start`` and ``end`` are offsets in the original text. ``folded`` holds one to three keys;
    two words can be forms of one another if they share a key.
    """

    position: int
    start: int
    end: int
    exact: str
    stem: str
    folded: tuple[str, ...]


def analyse(text: str, language: str = "") -> list[Term]:
    """Return the terms of a text in order; ``language`` ("kk", "ru") is a hint, not a rule."""
    return [
        Term(position, token.start, token.end, *word_forms(token.text, token.kind, language))
        for position, token in enumerate(tokenize(text))
    ]


def language_of(word: str, hint: str = "") -> str:
    """Return "kk", "ru", "en" for any Latin word, or "" where the letters leave it open."""
    word = word.lower()
    if _KAZAKH.search(word):
        return "kk"
    if _LATIN.search(word):
        return "en"
    if not _CYRILLIC.search(word.replace("ё", "е")):
        return ""
    if hint in ("kk", "ru"):
        return hint
    return "ru" if _RUSSIAN.search(word) else ""


@lru_cache(maxsize=131072)
def word_forms(word: str, kind: str, hint: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Return the exact form, the stem and the folded keys of a token's text and kind."""
    if kind == "number":
        return word, word, (word,)
    exact = word.replace("'", "")
    if not _CYRILLIC.search(word):
        return exact, _latin_stem(word), (_latin_stem(_bare(word)),)
    language = language_of(exact, hint)
    if language == "kk":
        stem = kazakh.stem(exact)
        return exact, stem, _unique(fold(stem), kazakh.stem_folded(exact), _loan(exact))
    stem = russian.stem(exact)
    if hint == "ru" and russian.is_known(exact):
        return exact, stem, (stem,)
    return exact, stem, _unique(stem, kazakh.stem_folded(exact))


def _loan(word: str) -> str:
    """Return the Russian stem of a word that has no Kazakh letter and stands in a Kazakh text."""
    return "" if _KAZAKH.search(word) else russian.stem(word)


def _unique(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, keys)))


def _latin_stem(word: str) -> str:
    """Return the English stem of a word in the letters of English, any other word unchanged."""
    if not _LATIN.fullmatch(word):
        return word.replace("'", "")
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = snowballstemmer.stemmer("english")
    return str(stemmer.stemWord(word)).replace("'", "") or word


def _bare(word: str) -> str:
    """Return the word without accents: Brontë is found by Bronte."""
    if word.isascii():
        return word
    spread = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in spread if not unicodedata.combining(letter)) or word
