"""Queries read by the words of the index: what was typed first, then what it may have meant.

A word that records have is never replaced. Any other is looked for in other scripts, under other
keyboard layouts, and among the words it is a slip away from; the words of the index decide, by
what each reading costs and how frequent it is. One look for words, one for spellings, whatever
the query.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from birge.language import plausibility, russian
from birge.search import spelling, vocabulary
from birge.search.engines.base import Word
from birge.search.fields import without_prefix
from birge.search.forms import is_function_word, words_of
from birge.search.initials import is_joined
from birge.search.interpretation import Interpretation, interpret
from birge.search.readings import Kind, Option, Part, options
from birge.search.skeleton import skeletons
from birge.search.spelling import Match
from birge.search.vocabulary import Known

#: Words after these are taken as they are typed.
MOST_PIECES = 20
#: What reading a word otherwise costs before any slip.
COSTS = {Kind.PLAIN: 0.0, Kind.SCRIPT: 0.2, Kind.LAYOUT: 0.3}
#: Each further alphabet is likelier wrong.
NEXT_SCRIPT = 0.05
#: A word that nothing explains.
UNKNOWN = 10.0
#: A word that only an odd ending makes a form of one in the index.
DOUBT = 0.8
#: What costs more is not even looked for beside it.
MOST_DOUBT = 2.2
#: A word of the language is taken for another only if it is longer, and the other as likely.
SHORT = 5
LIKELY = 1.3
#: A surname is no form of a word that is so much shorter.
SHORTER = 2
#: Words that cost hardly more than the likeliest are looked for with it.
MARGIN = 0.85
MOST_ALIKE = 5
#: Words that differ in cost by no more are equally likely; in so few records a word is rare.
CLOSE = 0.7
RARE = 8


@dataclass(frozen=True, slots=True)
class Change:
    """One word read otherwise than it was typed, and why."""

    typed: str
    read: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """How one word of an option is taken: None for as it stands."""

    part: Part
    cost: float
    word: Word | None = None
    read: str = ""
    kind: Kind = Kind.PLAIN


@dataclass(slots=True)
class Vocabulary:
    """What the index knows of the words of one query."""

    known: dict[str, Known] = field(default_factory=dict)
    #: Words of names in the places where they stand, which initials may do for.
    names: Mapping[str, Word] = field(default_factory=dict)
    near: list[Known] = field(default_factory=list)
    #: The codes of spellings that have been looked for: what is near is what they lead to.
    codes: frozenset[int] = frozenset()
    #: Whether Latin words are read in Cyrillic though records have them as they are.
    doubts_latin: bool = False
    #: Whether the query is one word: no other one tells what it may be.
    is_alone: bool = False

    def has(self, word: Word) -> bool:
        """Whether records are found by the word."""
        return any(key in self.known for key in word.folded)

    def uses(self, word: Word) -> int:
        """How many records have the word, roughly."""
        known = {found.key: found.uses for found in (*self.known.values(), *self.near)}
        return max((known.get(key, 0) for key in word.folded), default=0)

    @property
    def records(self) -> int:
        """How many records there are, roughly."""
        every = self.known.get(vocabulary.EVERY)
        return every.uses if every else 1

    def look_near(self, codes: set[int]) -> None:
        """Look for words with these codes, if that has not been done."""
        if new := codes - self.codes:
            known = {found.key for found in self.near}
            self.near = [*self.near, *(f for f in vocabulary.near(new) if f.key not in known)]
            self.codes |= new

    def explains(self, part: Part) -> bool:
        """Whether a word of the index with an ordinary ending is what was typed."""
        found = [self.known[key] for key in part.plain.folded if key in self.known]
        name = self.names.get(part.plain.exact[0])
        if name and any(is_joined(key) and key in self.known for key in name.folded):
            return True
        if part.scripts:
            return bool(found) and not self.doubts_latin
        if found and russian.is_known(part.token.text):
            # A dictionary knows how: «детей» are children, whatever their ending looks like.
            return True
        bare = skeletons(part.token.text)[0]
        return any(
            not alignment.slips and spelling.is_ordinary(alignment)
            for known in found
            for alignment in spelling.alignments(bare, known)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it is asked, what was changed in it, and what is known of its words."""

    interpretation: Interpretation
    changes: tuple[Change, ...] = ()
    words: Vocabulary = field(default_factory=Vocabulary)


def read(interpretation: Interpretation) -> Reading:
    """The query with every unknown word read as what it most likely means."""
    choices = _choices(interpretation)
    names = {word.exact[0]: word for word in interpretation.query.words}
    joined = {key for word in names.values() for key in word.folded if is_joined(key)}
    words = Vocabulary(vocabulary.known({vocabulary.EVERY, *_keys(choices), *joined}), names)
    words.is_alone = len(interpretation.query.all_words) < 2
    if codes := _codes(choices, words):
        # One look will do for the other reading too.
        words.look_near(codes | _codes(choices, replace(words, doubts_latin=True)))
    return _read(interpretation, choices, words)


def read_in_cyrillic(interpretation: Interpretation, words: Vocabulary) -> Reading:
    """The query with every Latin word read in Cyrillic, where that can be; `words` are its own.

    Records may have a Latin word as it is, and yet not with the others.
    """
    choices = _choices(interpretation)
    words = replace(words, doubts_latin=True)
    words.look_near(_codes(choices, words))
    return _read(interpretation, choices, words)


def _choices(interpretation: Interpretation) -> list[Sequence[Option]]:
    pieces = interpretation.text.split()[:MOST_PIECES]
    return [options(without_prefix(piece)[1]) for piece in pieces]


def _read(
    interpretation: Interpretation, choices: Sequence[Sequence[Option]], words: Vocabulary
) -> Reading:
    pieces = interpretation.text.split()
    if all(not found or _is_settled(found, words) for found in choices):
        return Reading(interpretation, words=words)
    taken = [_choose(found, words) for found in choices]
    _let_letters_follow(choices, taken)
    return _assembled(interpretation, pieces, taken, words)


def _keys(choices: Iterable[Sequence[Option]]) -> set[str]:
    """Every key that any reading of any word has."""
    return {
        key
        for found in choices
        for option in found
        for part in option.parts
        if not part.is_fixed
        for word in (part.plain, *(spelled.word for spelled in part.scripts))
        for key in word.folded
    }


def _is_settled(found: Sequence[Option], words: Vocabulary) -> bool:
    """Whether the piece is taken as typed: its words are known, or not for us to judge."""
    return all(part.is_fixed or words.explains(part) for part in found[0].parts)


def _codes(choices: Iterable[Sequence[Option]], words: Vocabulary) -> set[int]:
    """Codes of what is not taken as typed."""
    return {
        code
        for found in choices
        if found and not _is_settled(found, words)
        for option in found
        for part in option.parts
        if not (part.is_fixed or words.explains(part))
        for bare in skeletons(part.token.text)
        for code in spelling.codes_of(bare)
    }


def _choose(found: Sequence[Option], words: Vocabulary) -> tuple[Option, list[Choice]] | None:
    """The option whose words cost least, the first of equals."""
    if not found or _is_settled(found, words):
        return None
    best: tuple[float, Option, list[Choice]] | None = None
    for option in found:
        choices = [_choice(part, option.kind, words) for part in option.parts]
        cost = COSTS[option.kind] + sum(choice.cost for choice in choices)
        if best is None or cost < best[0]:
            best = cost, option, choices
    return best[1:] if best else None


def _let_letters_follow(
    choices: Sequence[Sequence[Option]], taken: list[tuple[Option, list[Choice]] | None]
) -> None:
    """Lone letters, such as the "b" and the "i" meant as «и», are read as the words beside them."""
    kinds = {choice.kind for each in taken if each for choice in each[1]}
    for place, found in enumerate(choices):
        if taken[place] or not found or len(found[0].parts) != 1:
            continue
        [part] = found[0].parts
        if len(part.token.text) > 1 or not part.scripts:
            continue
        if Kind.LAYOUT in kinds and len(found) > 1:
            taken[place] = (
                found[1],
                [Choice(each, 0.0, kind=Kind.LAYOUT) for each in found[1].parts],
            )
        elif Kind.SCRIPT in kinds:
            read = next((each for each in part.scripts if is_function_word(each.word)), None)
            if read:
                choice = Choice(part, 0.0, read.word, read.text, Kind.SCRIPT)
                taken[place] = found[0], [choice]


def _choice(part: Part, kind: Kind, words: Vocabulary) -> Choice:
    if part.is_fixed or words.explains(part):
        return Choice(part, 0.0, kind=kind)
    if kind is Kind.LAYOUT and part.scripts:
        # Nobody types Kazakh in Latin letters with the Cyrillic layout on.
        return Choice(part, UNKNOWN, kind=kind)
    for place, spelled in enumerate(part.scripts):
        if words.has(spelled.word):
            cost = COSTS[Kind.SCRIPT] + NEXT_SCRIPT * place
            return Choice(part, cost, spelled.word, spelled.text, Kind.SCRIPT)
    nearest = _nearest(part, kind, words)
    if words.has(part.plain) and (nearest.cost > DOUBT or nearest.kind is kind):
        return _beside(part, kind, nearest)
    if _is_name(part.token.text, nearest):
        return Choice(part, UNKNOWN, kind=kind)
    if nearest.kind is Kind.SPELLING and _is_another(part.token.text, nearest.cost, words):
        return Choice(part, UNKNOWN, kind=kind)
    return nearest


def _beside(part: Part, kind: Kind, nearest: Choice) -> Choice:
    """A word as typed, and after it what else it may be."""
    if not nearest.word or nearest.cost > MOST_DOUBT:
        return Choice(part, DOUBT, kind=kind)
    keys = tuple(dict.fromkeys((*part.plain.folded, *nearest.word.folded)))
    word = replace(part.plain, folded=keys, keys=keys)
    return Choice(part, DOUBT, word, nearest.read, kind)


def _is_name(word: str, nearest: Choice) -> bool:
    """Whether this is a surname, and what is held a word within it: «Есенин» is no form of «эссе»."""
    return 0 < len(nearest.read) <= len(word) - SHORTER and russian.is_surname(word)


def _is_another(word: str, cost: float, words: Vocabulary) -> bool:
    """Whether this is a word of the language in its own right: what is not held is not misspelled.

    A long word alone may still be a slip that happens to be a word, if a very likely one.
    """
    may_be = words.is_alone and len(word) > SHORT and cost <= LIKELY
    return not may_be and plausibility.is_known(word)


def _nearest(part: Part, kind: Kind, words: Vocabulary) -> Choice:
    """The words of the index that a word may be by a slip."""
    found: list[Match] = []
    for place, bare in enumerate(skeletons(part.token.text)):
        for match in spelling.matches(bare, part.token.text, words.near):
            found.append(match._replace(cost=match.cost + place * NEXT_SCRIPT))
    if not found:
        return Choice(part, UNKNOWN, kind=kind)
    found.sort(key=lambda match: (match.cost, match.known.key))
    best = found[0]
    if best.slips and (kind is Kind.LAYOUT or (part.scripts and best.cost > LIKELY)):
        return Choice(part, UNKNOWN, kind=kind)
    if not best.slips and kind is Kind.PLAIN and part.scripts:
        kind = Kind.SCRIPT
    return Choice(
        part,
        best.cost + COSTS[kind],
        _word(spelling.best_of(found, MARGIN)[:MOST_ALIKE]),
        best.known.shown or best.known.key,
        Kind.SPELLING if best.slips else kind,
    )


def _word(found: Sequence[Match]) -> Word:
    """The likeliest word in its own forms, the others by their keys alone.

    A rare one that is as likely has its own forms too: what few records have costs the others
    few places.
    """
    keys = tuple(dict.fromkeys(match.known.key for match in found))
    most = found[0].cost + CLOSE
    own = [m.known for m in found if m is found[0] or (m.cost <= most and m.known.uses <= RARE)]
    forms = [words_of(known.shown or known.key)[0] for known in own]
    rare = [form for form, known in zip(forms, own, strict=True) if known.uses <= RARE]
    return Word(
        tuple(dict.fromkeys(text for form in rare or forms for text in form.exact)),
        tuple(dict.fromkeys(text for form in forms for text in form.stems)),
        keys,
        keys,
    )


def _assembled(
    interpretation: Interpretation,
    pieces: Sequence[str],
    taken: Sequence[tuple[Option, list[Choice]] | None],
    words: Vocabulary,
) -> Reading:
    """The query with the chosen readings in the places of their words."""
    text, changes = [], []
    readings: dict[str, Word] = {}
    for piece, choice in zip(pieces, taken, strict=False):
        prefix = without_prefix(piece)[0]
        text.append(prefix + _rewritten(choice, readings) if choice else piece)
        if choice and text[-1] != piece:
            kinds = [each.kind for each in choice[1] if each.kind is not Kind.PLAIN]
            changes.append(Change(piece, text[-1], max(kinds)))
    text += pieces[len(taken) :]
    if not (readings or changes):
        return Reading(interpretation, words=words)
    return Reading(interpret(" ".join(text), readings), tuple(changes), words)


def _rewritten(taken: tuple[Option, list[Choice]], readings: dict[str, Word]) -> str:
    """An option's text with its words as they are read; notes the words to take for them."""
    option, choices = taken
    text, place = "", 0
    for choice in choices:
        token = choice.part.token
        read = choice.read if choice.kind is not Kind.PLAIN else ""
        text += option.text[place : token.start] + (read or option.text[token.start : token.end])
        place = token.end
        if choice.word:
            for word in words_of(read) if read else (choice.part.plain,):
                readings[word.exact[0]] = choice.word
    return text + option.text[place:]
