"""The first answers to a question put in order by how much of each is about it.

An engine counts which words a record has; here the records themselves are read, and a word that
a short text says often tells more than one that a long text says once (BM25). A word that begins
alike counts too, for less: an answer says «геология» where the question has «геологиялық», and
no stemmer may make one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from birge.catalogue.cards import public_with_agents
from birge.catalogue.models import Record
from birge.language.tokens import words_of
from birge.search.engines.base import Hit, Query, Word
from birge.search.runs import language_hint, text_run

#: So many of the engine's first answers are read; those after them stay where they are.
WINDOW = 100
#: How soon saying a word again adds nothing, and how much the length of a text counts.
SATURATION, LENGTH = 0.9, 0.5
#: How many letters two words must have alike at their beginning, and what each such likeness
#: counts beside the same word; a shorter word must be alike as a whole.
BEGINNINGS, LIKENESS = (4, 6), 0.5

READ = ("title", "subtitle", "part_title", "author", "annotation")


class Text(NamedTuple):
    """How often a text says each key, and has words that begin so; how many words it has."""

    keys: Counter[str]
    beginnings: Mapping[int, Counter[str]]
    length: int

    def says(self, word: Word, slow: float) -> float:
        """How much of the text is about a word: 0 for nothing, 2 at most."""
        times = max(self.keys[key] for key in word.folded)
        likeness = sum(
            _grown(max(counts[form[:letters]] for form in word.exact), slow)
            for letters, counts in self.beginnings.items()
        )
        return _grown(times, slow) + LIKENESS * likeness


def reranked(hits: Sequence[Hit], query: Query) -> tuple[list[Hit], Mapping[int, Record]]:
    """The hits and their public records, in one query.

    First what has the query for its title, then what says most about its words; hits beyond the
    window stay as they are.
    """
    records = public_with_agents(hit.record_id for hit in hits)
    texts = {number: _text(record) for number, record in records.items()}
    mean = sum(text.length for text in texts.values()) / max(1, len(texts)) or 1.0

    def rank(hit: Hit) -> tuple[bool, float]:
        record = records.get(hit.record_id)
        if record is None:
            return True, 0.0
        text = texts[hit.record_id]
        slow = SATURATION * (1 - LENGTH + LENGTH * text.length / mean)
        says = sum((word.weight - 1) * text.says(word, slow) for word in query.words)
        return not _is_titled(record, query.sequence), -says

    return [*sorted(hits[:WINDOW], key=rank), *hits[WINDOW:]], records


def _is_titled(record: Record, typed: Sequence[Word]) -> bool:
    """Whether the title is what was typed, word for word."""
    title = [word for word, _kind in words_of(record.title)]
    return len(title) == len(typed) and all(
        own in word.exact for own, word in zip(title, typed, strict=True)
    )


def _text(record: Record) -> Text:
    subjects = [text for text in record.subjects if isinstance(text, str)]
    text = "\n".join([*(getattr(record, name) for name in READ), *subjects])
    run = text_run(text, language_hint(record.languages))
    keys, words = run.folded.split(), run.exact.split()
    return Text(
        Counter(keys) + Counter(run.others.split()),
        {letters: Counter([word[:letters] for word in words]) for letters in BEGINNINGS},
        len(keys),
    )


def _grown(times: int, slow: float) -> float:
    return times / (times + slow)
