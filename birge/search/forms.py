"""The words of a piece of a query, each in every form it may have in the index."""

from __future__ import annotations

from collections.abc import Mapping

from birge.language.analysis import Term, analyse
from birge.search.engines.base import Word

#: Words too common to insist on; they still count inside quotation marks.
FUNCTION_WORDS = frozenset(
    "и в во на с со о об обо про к ко у из по за от до для не ни а но же ли бы как что это или при "
    "мен пен бен және да де та те үшін туралы жайлы бойынша арналған не немесе бұл сол осы a an and in of on the to".split()
)
#: Words that ask, and say nothing of what is asked about.
ASKING = frozenset(
    "нені неден немене немен неге неменеге нелер кім кімдер кімнің кімге қандай қай қайсы қашан"
    " қайда қайдан қалай қанша неше неліктен ма ме ба бе па пе еді екен болды болып болады болған"
    " болатын деген деп дейді айтады аталады атауы аталуы дегеніміз жазған жазды"
    " кто что какой какая какое какие какого каким когда где куда откуда как сколько почему зачем"
    " чем чего кого кому чей который которые было был была были есть ли написал написала"
    " who what which when where why how is are was were".split()
)
#: Words that ask for an answer, which no title has.
DEMANDING = frozenset("атаңыз атаңдар белгілеңіз көрсетіңіз табыңыз назовите укажите".split())
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
