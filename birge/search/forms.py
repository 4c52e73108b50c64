"""The words of a piece of a query, each in every form it may have in the index."""

from __future__ import annotations

from collections.abc import Mapping

from birge.language.analysis import Term, analyse
from birge.search.common_words import FUNCTION_WORDS
from birge.search.engines.base import Word

#: A query has no language of its own: each word is read as both would have it.
HINTS = ("kk", "ru")

#: Words of the index to take for what was typed, by its normal form.
Readings = Mapping[str, Word]
NONE: Readings = {}


def words_of(text: str, readings: Readings = NONE) -> list[Word]:
    """The words of a text in order, each with its forms in both languages."""
    found = [analyse(text, hint) for hint in HINTS]
    return [readings.get(terms[0].exact) or _word(terms) for terms in zip(*found, strict=True)]


def is_function_word(word: Word) -> bool:
    """Whether a word is too common to insist on."""
    return FUNCTION_WORDS.issuperset(word.exact)


def _word(terms: tuple[Term, ...]) -> Word:
    return Word(
        tuple(dict.fromkeys(term.exact for term in terms)),
        tuple(dict.fromkeys(term.stem for term in terms)),
        tuple(dict.fromkeys(key for term in terms for key in term.folded)),
        tuple(dict.fromkeys(term.folded[0] for term in terms)),
    )
