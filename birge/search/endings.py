"""Endings of Kazakh and Russian words as skeletons: what may stand after a stem.

A spelling is corrected on the stem and on the ending apart; here is what an ending can be. Kazakh
endings are slots in a fixed order (plural, possessive, case, what makes a predicate; or voice,
negation, tense, person), each with its shapes after different sounds (grammar: Kazakh suffixes as
any school grammar has them). Shapes that differ only by letters a skeleton does not tell apart
are one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

Slots = tuple[list[str], ...]
State = frozenset[int]

#: No ending is longer, chains of suffixes included.
LONGEST: Final = 20

_PLURAL: Final = "лар лер дар дер тар тер".split()
_POSSESSIVE: Final = "м им н ин миз имиз низ иниз и си лари лери дари дери тари тери".split()
_CASE: Final = (
    "нин дин тин ни ди ти н га ге ка ке на не а е да де та те нда нде дан ден тан тен нан нен"
    " мен бен пен менен"
).split()
_MADE: Final = (
    "ли ди ти сиз лик дик тик лиг диг тиг ши ша ше даи деи таи теи гана раак"
    " даги деги таги теги ндаги ндеги ники дики тики шак шек"
).split()
_BEING: Final = (
    "мин бин пин син сиз миз биз пиз сиздар сиздер синдар синдер дир тир ма ме ба бе па пе"
).split()

_VOICE: Final = (
    "л ил н ин с ис т тир дир гиз киз ир ар ер гиздир киздир тил дирил тирил лас лес дас дес"
    " тас тес лан лен дан ден тан тен ла ле да де та те"
).split()
_NEGATION: Final = "ма ме ба бе па пе".split()
_TENSE: Final = (
    "ган ген кан кен атин етин итин п ип са се ди ти а е и ар ер р ри мак мек бак бек пак пек"
    " ушили уши гали гели кали кели гандаи гендеи гаи геи каи кеи у иу син аиик еиик иик с"
    " ганша генше канша кенше мас мес бас бес пас пес гиш гиш киш ик ак ек к ип п маи меи баи беи"
    " паи пеи улар атуг етуг"
).split()
_PERSON: Final = (
    "м н к низ низдар низдер ндар ндер мин син сиз миз биз пиз иниз индар индер ди мын"
    " сиздар сиздер синдар синдер дир екен"
).split()

_NOMINAL_VERB: Final = "у иу ган ген кан кен атин етин итин уши с ис ма ме мак мек".split()
_RUSSIAN_PARTICIPLE: Final = (
    "уш иуш уиуш аиуш еиуш иаш аш аиаш вш ш ем им аем иаем н ен ан иан ен ениен ован ирован т ит"
    " еиш аиш ск ест ост тел тел ениц ник нис с"
).split()
_RUSSIAN: Final = (
    "а е и о у иу иа еи ои ии ам ем им ом ах их иах ех ами ими иами еми еу оиу еиу оу ов ев"
    " иами иах иам ием иеи иии ииу ииа ии ие ого его ому ему иму аиа иаиа ое ее ие иие"
    " ими их им аиу ииу иуиу ууиу от ет ит ат ут иут иат еш иш есте ете ите ем им ал ала ало али"
    " ил ила ило или ел ела ело ели ул ула уло ули ат ит ет от ут т аиут уиут"
    " х ми лос иас ов ева ова ух иух еш"
    " ла ло ли л на но ни н ен ена ено ени аиа ат ати ит ити ет ети ис са сиа си ан ана ано ани"
    " шии ше ша вши вшис ав ив аиа ост ости остиу ее еише еиши нии ниии ниа ние ниу"
    " к ки ка ке ку кои ок ек ик с са се си су сом сем сам сах сами ев"
).split()


_REFLEXIVE: Final = "са си сиа с".split()

#: Every slot of a chain may stay empty.
_CHAINS: Final[tuple[Slots, ...]] = (
    (_MADE, _PLURAL, _POSSESSIVE, _CASE, _MADE, _BEING),
    (_VOICE, _NEGATION, _TENSE, _PERSON, _BEING),
    (_VOICE, _NEGATION, _NOMINAL_VERB, _MADE, _PLURAL, _POSSESSIVE, _CASE, _MADE, _BEING),
    (_RUSSIAN_PARTICIPLE, _RUSSIAN, _REFLEXIVE),
)


class Automaton:
    """What the chains spell, walked letter by letter; sets of places are made as they are met."""

    END = 0

    def __init__(self, chains: tuple[Slots, ...]) -> None:
        self._steps: list[dict[str, list[int]]] = [{}]
        self._skips: dict[int, int] = {}
        self._known: dict[tuple[State, str], State] = {}
        self.start: State = frozenset().union(*(self._reached(self._chain(c)) for c in chains))

    def step(self, state: State, letter: str) -> State:
        """Where a letter leads; an empty set where it cannot stand."""
        found = self._known.get((state, letter))
        if found is None:
            places = {
                reached
                for place in state
                for following in self._steps[place].get(letter, ())
                for reached in self._reached(following)
            }
            found = self._known[state, letter] = frozenset(places)
        return found

    def letters(self, state: State) -> set[str]:
        """The letters that can come next."""
        return {letter for place in state for letter in self._steps[place]}

    def _place(self) -> int:
        self._steps.append({})
        return len(self._steps) - 1

    def _chain(self, slots: Slots) -> int:
        after = self.END
        for endings in reversed(slots):
            start = self._place()
            self._skips[start] = after
            for ending in endings:
                self._spell(start, ending, after)
            after = start
        return after

    def _spell(self, place: int, ending: str, after: int) -> None:
        for number, letter in enumerate(ending, 1):
            following = after if number == len(ending) else self._place()
            self._steps[place].setdefault(letter, []).append(following)
            place = following

    def _reached(self, place: int) -> State:
        """A place with all that is reached by leaving slots empty."""
        found = {place}
        while place in self._skips:
            place = self._skips[place]
            found.add(place)
        return frozenset(found)


@cache
def _automaton() -> Automaton:
    return Automaton(_CHAINS)


@lru_cache(maxsize=65536)
def edits(ending: str) -> int:
    """Edits that make an ending of this: 0, 1, or 2 for more than one."""
    if len(ending) > LONGEST:
        return 2
    automaton = _automaton()
    if _fits(automaton, automaton.start, ending):
        return 0
    return 1 if _nearly_fits(automaton, ending) else 2


def _fits(automaton: Automaton, state: State, rest: str) -> bool:
    for letter in rest:
        state = automaton.step(state, letter)
        if not state:
            return False
    return automaton.END in state


def _nearly_fits(automaton: Automaton, ending: str) -> bool:
    """Whether one letter dropped, added, changed or swapped with its neighbor is all it takes."""
    state = automaton.start
    for place in range(len(ending) + 1):
        after, later = ending[place + 1 :], ending[place:]
        for letter in automaton.letters(state):
            following = automaton.step(state, letter)
            if _fits(automaton, following, later) or (later and _fits(automaton, following, after)):
                return True
        if not later:
            return False
        if _fits(automaton, state, after):
            return True
        if after and _fits(automaton, state, after[0] + later[0] + after[1:]):
            return True
        state = automaton.step(state, later[0])
    return False
