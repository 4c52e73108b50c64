"""The analyzed terms of a text: what every search engine indexes and every query is made of."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import snowballstemmer

from birge.language import cognates, kazakh, russian
from birge.language.folding import fold
from birge.language.tokens import MOST_REMEMBERED, tokenize

_KAZAKH: Final = re.compile(r"[әғқңөұүһі]")
_RUSSIAN: Final = re.compile(r"[фвцщъэё]")
_CYRILLIC: Final = re.compile(r"[а-яәғқңөұүһі]+")
_LATIN: Final = re.compile(r"[a-z']+")
#: How many words to each side tell the language of one between them.
REACH: Final = 2
#: A word is indexed by no more keys than this.
MOST_KEYS: Final = 3
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
    tokens = tokenize(text)
    hints = hints_for([token.text for token in tokens], language)
    return [
        Term(position, token.start, token.end, *word_forms(token.text, token.kind, hint))
        for position, (token, hint) in enumerate(zip(tokens, hints, strict=True))
    ]


def hints_for(words: Sequence[str], language: str = "") -> list[str]:
    """Return the language to read each word of a text in.

    That of the text, where it is known; else a word whose letters leave it open is read as its
    neighbors are whose letters tell, where these agree.
    """
    if language or len(words) < 2:
        return [language] * len(words)
    own = [language_of(word) for word in words]
    return [
        _of_neighbors(own, place) if _is_open(word, own[place]) else ""
        for place, word in enumerate(words)
    ]


def _is_open(word: str, language: str) -> bool:
    """Tell whether letters leave the language open; в and ф stand in Kazakh loans as well."""
    return not language or (language == "ru" and not russian.is_known(word))


def _of_neighbors(own: list[str], place: int) -> str:
    near = own[max(0, place - REACH) : place] + own[place + 1 : place + 1 + REACH]
    found = {language for language in near if language in ("kk", "ru")}
    return found.pop() if len(found) == 1 else ""


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


@lru_cache(maxsize=MOST_REMEMBERED)
def word_forms(word: str, kind: str, hint: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Return the exact form, the stem and the folded keys of a token's text and kind."""
    if kind == "number":
        return word, word, (word,)
    exact = word.replace("'", "")
    if not _CYRILLIC.search(word):
        return exact, _latin_stem(word), (_latin_stem(_bare(word)),)
    if _KAZAKH.search(exact) or (hint == "kk" and not _is_only_russian(exact)):
        return exact, kazakh.stem(exact), _kazakh_keys(exact)
    keys = russian.keys(exact)
    if not _is_only_russian(exact) and not (hint == "ru" and russian.is_known(exact)):
        keys = _unique(keys[0], kazakh.stem_folded(exact), *keys[1:])
    keys = _unique(keys[0], cognates.kazakh_key(keys[0]), *keys[1:])[:MOST_KEYS]
    return exact, russian.stem(exact), keys


def _is_only_russian(word: str) -> bool:
    """Tell whether a word is of the Russian dictionary and no Kazakh root explains it."""
    return russian.is_known(word) and not kazakh.is_known_folded(word)


def _kazakh_keys(word: str) -> tuple[str, ...]:
    """Return the keys of a Kazakh word: by its letters, by folded ones, by its second reading."""
    first, *others = kazakh.close_stems(word)
    loan = () if _KAZAKH.search(word) or not russian.is_known(word) else russian.keys(word)[:1]
    return _unique(fold(first), kazakh.stem_folded(word), *loan, *map(fold, others))[:MOST_KEYS]


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
