"""Two words of a query that are one name in Kazakh: «Алма-Ата» finds «Алматы» too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from birge.language.cognates import compound_key
from birge.search.engines.base import Word


def with_compounds(words: Sequence[Word]) -> list[Word]:
    """The words; the key of the one name will do instead of each of its two."""
    found = list(words)
    for place, (first, second) in enumerate(pairwise(words)):
        if key := compound_key(first.folded, second.folded):
            for each in (place, place + 1):
                found[each] = replace(found[each], folded=(*found[each].folded, key))
    return found
