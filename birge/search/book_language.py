"""The language that readers say they want a book in: «Абай на русском», «қазақ тіліндегі ертегілер»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from birge.language.folding import fold
from birge.language.tokens import Token, tokenize

#: By ISO 639-2: the Russian adjective without its ending, the Kazakh name of the language, and
#: the Kazakh word for "in that language".
NAMES = {
    "kaz": ("казахск", "қазақ", "қазақша"),
    "rus": ("русск", "орыс", "орысша"),
    "eng": ("английск", "ағылшын", "ағылшынша"),
    "deu": ("немецк", "неміс", "немісше"),
    "fra": ("французск", "француз", "французша"),
    "spa": ("испанск", "испан", "испанша"),
    "ita": ("итальянск", "итальян", "итальянша"),
    "tur": ("турецк", "түрік", "түрікше"),
    "uig": ("уйгурск", "ұйғыр", "ұйғырша"),
    "uzb": ("узбекск", "өзбек", "өзбекше"),
    "kir": ("киргизск", "қырғыз", "қырғызша"),
    "tat": ("татарск", "татар", "татарша"),
    "kor": ("корейск", "корей", "корейше"),
    "zho": ("китайск", "қытай", "қытайша"),
    "jpn": ("японск", "жапон", "жапонша"),
    "ara": ("арабск", "араб", "арабша"),
    "ukr": ("украинск", "украин", "украинша"),
}
#: The last words of «қазақ тілінде», «қазақ тіліндегі», and of «на казахском языке».
IN_KAZAKH = frozenset(map(fold, ("тілінде", "тіліндегі", "тілде", "тілдегі")))
IN_RUSSIAN = frozenset(("языке", "яз"))
#: Where a reader says how words are meant, they are not read otherwise.
_SIGNS = re.compile(r"""["«»“”„:]|(?:^|\s)[-−–]\w""")


class Wish(NamedTuple):
    """The language of the book, the words of the query that say so, and the rest of its text."""

    language: str
    words: frozenset[str]
    rest: str


def wish_in(text: str) -> Wish | None:
    """The one language that a query asks for books in; none where it names several."""
    if _SIGNS.search(text):
        return None
    tokens = tokenize(text)
    found = [span for place in range(len(tokens)) if (span := _span(tokens, place))]
    if len(found) != 1:
        return None
    [(language, first, last)] = found
    said = tokens[first : last + 1]
    rest = f"{text[: said[0].start]} {text[said[-1].end :]}"
    return Wish(language, frozenset(token.text for token in said), " ".join(rest.split()))


def _span(tokens: Sequence[Token], place: int) -> tuple[str, int, int] | None:
    """A language, with the first and the last place of what asks for it, where it is named here."""
    word = fold(tokens[place].text)
    before = fold(tokens[place - 1].text) if place else ""
    after = fold(tokens[place + 1].text) if place + 1 < len(tokens) else ""
    alone, named, by_ear, adjective = _words()
    if word in alone:
        return alone[word], place, place
    if word in named and after in IN_KAZAKH:
        return named[word], place, place + 1
    if word in by_ear and before == "по":
        return by_ear[word], place - 1, place
    if word in adjective and (before == "на" or after in IN_RUSSIAN):
        return adjective[word], place - (before == "на"), place + (after in IN_RUSSIAN)
    return None


@cache
def _words() -> tuple[dict[str, str], ...]:
    """Languages by «қазақша», by «қазақ», by the second half of «по-казахски», by «казахском»."""
    names = NAMES.items()
    return (
        {fold(adverb): code for code, (_stem, _name, adverb) in names},
        {fold(name): code for code, (_stem, name, _adverb) in names},
        {fold(f"{stem}и"): code for code, (stem, _name, _adverb) in names},
        {fold(f"{stem}ом"): code for code, (stem, _name, _adverb) in names},
    )
