"""Text turned into runs of terms, the one form in which words are stored and looked for."""

from __future__ import annotations

from functools import lru_cache

from birge.language.analysis import word_forms
from birge.language.tokens import words_of
from birge.search.engines.base import Run

#: An annotation longer than this is cut: nobody looks for its thousandth word.
MAX_LENGTH = 8000
EMPTY = Run("", "", "", "")


def text_run(text: str, language: str = "") -> Run:
    """The terms of a text; `language` ("kk", "ru" or nothing) is that of its record."""
    if not text:
        return EMPTY
    found = [word_forms(*token, language) for token in words_of(text[:MAX_LENGTH])]
    if not found:
        return EMPTY
    others = dict.fromkeys(key for _exact, _stem, keys in found for key in keys[1:])
    return Run(
        " ".join([forms[0] for forms in found]),
        " ".join([forms[1] for forms in found]),
        " ".join([forms[2][0] for forms in found]),
        " ".join(others),
    )


@lru_cache(maxsize=50_000)
def frequent_run(text: str, language: str = "") -> Run:
    """`text_run` of what many records share: a name, a subject, a publisher, a series."""
    return text_run(text, language)
