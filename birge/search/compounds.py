"""Words of a query that records may have otherwise: «Алма-Ата» as «Алматы», «12» as «двенадцать»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from birge.language.cognates import compound_key
from birge.language.numerals import figures_of, keys_for
from birge.search.engines.base import Word


def with_compounds(words: Sequence[Word]) -> list[Word]:
    """The words; one key will do for two words that are one name or number, and figures for words."""
    found = [_in_figures(word) for word in words]
    for place, (first, second) in enumerate(pairwise(words)):
        if key := compound_key(first.folded, second.folded):
            for each in (place, place + 1):
                found[each] = replace(found[each], folded=(*found[each].folded, key))
    return found


def _in_figures(word: Word) -> Word:
    """The word for a number in figures too, and figures in words."""
    text = word.exact[0]
    others = keys_for(text) if text.isdecimal() else tuple(filter(None, [figures_of(word.folded)]))
    return replace(word, folded=tuple(dict.fromkeys((*word.folded, *others)))) if others else word
