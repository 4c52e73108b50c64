"""Text turned into runs of terms, the one form in which words are stored and looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from birge.language.analysis import word_forms
from birge.language.tokens import words_of
from birge.search.engines.base import Run

#: An annotation longer than this is cut: nobody looks for its thousandth word.
MAX_LENGTH = 8000
EMPTY = Run("", "", "", "")
HINTS = {"kaz": "kk", "rus": "ru"}
#: At least so many runs made ahead are kept, and at most twice as many: those of a few batches.
KEPT_AHEAD = 10_000

#: A text and the language of its record.
Read = tuple[str, str]
_made_ahead: dict[Read, Run] = {}
_made_before: dict[Read, Run] = {}


def language_hint(codes: Sequence[str]) -> str:
    """The language to read a record's words in; none where it is in both or in another."""
    hints = {HINTS.get(code, "") for code in codes}
    return hints.pop() if len(hints) == 1 else ""


def text_run(text: str, language: str = "") -> Run:
    """The terms of a text; `language` ("kk", "ru" or nothing) is that of its record."""
    if not text:
        return EMPTY
    key = text, language
    return _made_ahead.get(key) or _made_before.get(key) or made_run(text, language)


def made_run(text: str, language: str) -> Run:
    """`text_run`, whatever has been made ahead."""
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


def take_runs(runs: Mapping[Read, Run]) -> None:
    """Keep runs that another process has made for a while."""
    if len(_made_ahead) > KEPT_AHEAD:
        _made_before.clear()
        _made_before.update(_made_ahead)
        _made_ahead.clear()
    _made_ahead.update(runs)
