"""Folding: Kazakh letters to the ones every phone and Russian keyboard has."""

from __future__ import annotations

from typing import Final

_LETTERS: Final = dict(zip("қғәөұүіңһё", "кгаоууинхе", strict=True))
_TABLE: Final = str.maketrans(
    _LETTERS | {letter.upper(): twin.upper() for letter, twin in _LETTERS.items()}
)


def fold(text: str) -> str:
    """Return the text with қ→к ғ→г ә→а ө→о ұ,ү→у і→и ң→н һ→х ё→е; й stays; length is kept."""
    return text.translate(_TABLE)
