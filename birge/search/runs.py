"""Text turned into runs of terms, the one form in which words are stored and looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from birge.language.analysis import hints_for, word_forms
from birge.language.cognates import compound_keys
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
    words = words_of(text[:MAX_LENGTH])
    if not words:
        return EMPTY
    if language:
        found = [word_forms(*word, language) for word in words]
    else:
        hints = hints_for([word for word, _kind in words])
        found = [word_forms(*word, hint) for word, hint in zip(words, hints, strict=True)]
    keys = [forms[2] for forms in found]
    others = dict.fromkeys([key for each in keys if len(each) > 1 for key in each[1:]])
    others.update(dict.fromkeys(compound_keys(keys)))
    return Run(
        " ".join([forms[0] for forms in found]),
        " ".join([forms[1] for forms in found]),
        " ".join([each[0] for each in keys]),
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
