"""Every way to read an ending of a Kazakh word as a chain of suffixes, remembered by its letters.

Words are many, endings few: the chains of an ending are worked out once, out of the chains of the
shorter ending to its right, and kept. That is a trie over reversed suffixes built as it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from birge.language.kazakh_grammar import EMPTY, FULL_VOWELS, Grammar, Suffix

#: Longer chains are noise.
LONGEST_CHAIN: Final = 7
#: Endings remembered at most.
_MOST: Final = 200_000


_SHORT: Final = 5


class Chain(NamedTuple):
    """One reading of an ending: its suffixes from the end, and what it asks of what is left of it."""

    part: str  # "N", "V"
    tags: tuple[str, ...]
    after: frozenset[str]
    harmony: str
    restore: str
    score: float
    head: str  # the first letter of the suffix next to the root

    @property
    def tag(self) -> str:
        """Return the suffix next to the root, "-" for none."""
        return self.tags[-1] if self.tags else "-"


class _Open(NamedTuple):
    """A chain that may go on to the left."""

    state: str
    tags: tuple[str, ...]
    after: frozenset[str]
    harmony: str
    restore: str
    head: str


_Table = dict[str, list[Suffix]]


class Ending(NamedTuple):
    """What is known of one string of letters at the end of words."""

    #: The chains that may go on, by the suffixes that may stand before them.
    open: tuple[tuple[_Table, tuple[_Open, ...]], ...]
    chains: tuple[Chain, ...]


NONE: Final = Ending((), ())


def root_part(state: str) -> str:
    """Return the kind of root a state leads to without more suffixes: "N", "V" or ""."""
    while state not in "NV":
        if state not in EMPTY:
            return ""
        state = EMPTY[state]
    return state


class Endings:
    """The endings of one grammar, each chain with its score."""

    def __init__(
        self,
        grammar: Grammar,
        score: Callable[[str, tuple[str, ...]], float],
        *,
        best_only: bool,
    ) -> None:
        self._best_only = best_only
        self._grammar = grammar
        self._score = score
        self._vowels = grammar.back | grammar.front | FULL_VOWELS
        self._known: dict[str, Ending] = {}
        start = _Open("W", (), frozenset(), "", "", "")
        self._start = Ending(((grammar.table["W"], (start,)),), ())

    def of(self, word: str) -> Iterator[tuple[int, tuple[Chain, ...]]]:
        """Yield each place of a word where an ending may begin, with its chains."""
        reach = self._grammar.longest
        known = self._known
        live = [(len(word), self._start)]
        for place in range(len(word) - 1, 1, -1):
            while live[0][0] - place > reach:
                live.pop(0)
                if not live:
                    return
            text = word[place:]
            ending = known.get(text)
            if ending is None:
                ending = self._read(word, place, live)
            if ending.open:
                live.append((place, ending))
                if ending.chains:
                    yield place, ending.chains

    def _read(self, word: str, place: int, live: list[tuple[int, Ending]]) -> Ending:
        found: dict[tuple[str, tuple[str, ...], str, str], _Open] = {}
        for end, right in live:
            head = word[place:end]
            for table, chains in right.open:
                for suffix in table.get(head, ()):
                    for chain in chains:
                        longer = self._extended(chain, suffix)
                        if longer:
                            found[longer.state, longer.tags, longer.harmony, longer.restore] = (
                                longer
                            )
        if len(self._known) > _MOST:
            self._known.clear()
        if not found:
            # Long strings that are no ending are as many as words; only short ones come again.
            if len(word) - place <= _SHORT:
                self._known[word[place:]] = NONE
            return NONE
        ending = self._known[word[place:]] = self._ending(list(found.values()))
        return ending

    def _ending(self, found: list[_Open]) -> Ending:
        by_state: dict[str, list[_Open]] = {}
        best: dict[tuple[str, ...], Chain] = {}
        for each in found:
            by_state.setdefault(each.state, []).append(each)
            part = root_part(each.state)
            if part:
                # Of chains that ask the same of the root only the likeliest can win.
                key = (
                    part,
                    each.tags[-1],
                    each.harmony,
                    each.restore,
                    each.head,
                    *sorted(each.after),
                )
                chain = Chain(part, *each[1:5], self._score(part, each.tags), each.head)
                if key not in best or chain.score > best[key].score:
                    best[key] = chain
        table = self._grammar.table
        return Ending(
            tuple((table[state], tuple(opens)) for state, opens in by_state.items()),
            tuple(sorted(best.values(), key=lambda chain: -chain.score)),
        )

    def split(self, text: str, tags: tuple[str, ...], state: str = "W") -> tuple[str, ...] | None:
        """Return the letters of each suffix of a chain, left to right; None if it does not fit."""
        if not tags:
            return None if text else ()
        for length in range(1, len(text) + 1):
            for suffix in self._grammar.table[state].get(text[-length:], ()):
                if suffix.tag == tags[0]:
                    left = self.split(text[:-length], tags[1:], suffix.state)
                    if left is not None:
                        return (*left, suffix.text)
        return None

    def _extended(self, right: _Open, suffix: Suffix) -> _Open | None:
        """Return a chain with one more suffix at its left, None where the two do not meet."""
        harmony = suffix.harmony
        if right.tags:
            if right.restore or suffix.text[-1] not in right.after:
                return None
            if len(right.tags) == LONGEST_CHAIN:
                return None
            if self._vowels.isdisjoint(suffix.text):
                harmony = harmony or right.harmony
            elif not self._agree(suffix.text, right.harmony):
                return None
        tags = (*right.tags, suffix.tag)
        return _Open(suffix.state, tags, suffix.after, harmony, suffix.restore, suffix.text[0])

    def _agree(self, text: str, harmony: str) -> bool:
        wanted = self._grammar.harmony(text)
        return not harmony or not wanted or wanted == harmony
