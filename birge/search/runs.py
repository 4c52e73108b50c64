"""Text turned into runs of terms, the one form in which words are stored and looked for."""

from __future__ import annotations

from functools import lru_cache

from birge.language.analysis import analyse
from birge.search.engines.base import Run

#: An annotation longer than this is cut: nobody looks for its thousandth word.
MAX_LENGTH = 8000
EMPTY = Run("", "", "", "")


def text_run(text: str, language: str = "") -> Run:
    """The terms of a text; `language` ("kk", "ru" or nothing) is that of its record."""
    terms = analyse(text[:MAX_LENGTH], language)
    if not terms:
        return EMPTY
    return Run(
        " ".join(term.exact for term in terms),
        " ".join(term.stem for term in terms),
        " ".join(term.folded[0] for term in terms),
        " ".join(dict.fromkeys(key for term in terms for key in term.folded[1:])),
    )


@lru_cache(maxsize=50_000)
def frequent_run(text: str, language: str = "") -> Run:
    """`text_run` of what many records share: a name, a subject, a publisher, a series."""
    return text_run(text, language)
