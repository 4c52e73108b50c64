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
    _positions, _starts, _ends, exact, stems, folded = zip(*terms, strict=True)
    others = dict.fromkeys(key for keys in folded if len(keys) > 1 for key in keys[1:])
    first = [keys[0] for keys in folded]
    return Run(" ".join(exact), " ".join(stems), " ".join(first), " ".join(others))


@lru_cache(maxsize=50_000)
def frequent_run(text: str, language: str = "") -> Run:
    """`text_run` of what many records share: a name, a subject, a publisher, a series."""
    return text_run(text, language)
