"""The first answers to a question put in order by how much of each is about it.

An engine counts which words a record has; here the records themselves are read, and a word that
a short text says often tells more than one that a long text says once (BM25).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from birge.catalogue.models import Record
from birge.language.tokens import words_of
from birge.search.engines.base import Hit, Query, Word
from birge.search.runs import language_hint, text_run

#: So many of the engine's first answers are read; those after them stay where they are.
WINDOW = 60
#: How soon saying a word again adds nothing, and how much the length of a text counts.
SATURATION, LENGTH = 0.9, 0.5

Text = tuple[Counter[str], int]
READ = ("title", "subtitle", "part_title", "author", "annotation")


def reranked(hits: Sequence[Hit], query: Query) -> tuple[list[Hit], Mapping[int, Record]]:
    """The hits and their public records, in one query.

    First what has the query for its title, then what says most about its words; hits beyond the
    window stay as they are.
    """
    records = (
        Record.objects.public().select_related("source").in_bulk([hit.record_id for hit in hits])
    )
    texts = {number: _text(record) for number, record in records.items()}
    mean = sum(length for _counts, length in texts.values()) / max(1, len(texts)) or 1.0
    empty: Text = (Counter(), 0)

    def rank(hit: Hit) -> tuple[bool, float]:
        counts, length = texts.get(hit.record_id, empty)
        slow = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        said = ((word.weight - 1, max(counts[key] for key in word.folded)) for word in query.words)
        says = sum(weight * times / (times + slow) for weight, times in said if times)
        record = records.get(hit.record_id)
        return not (record and _is_titled(record, query.sequence)), -says

    return [*sorted(hits[:WINDOW], key=rank), *hits[WINDOW:]], records


def _is_titled(record: Record, typed: Sequence[Word]) -> bool:
    """Whether the title is what was typed, word for word."""
    title = [word for word, _kind in words_of(record.title)]
    return len(title) == len(typed) and all(
        own in word.exact for own, word in zip(title, typed, strict=True)
    )


def _text(record: Record) -> Text:
    """How often the record says each key, and how long it is."""
    subjects = [text for text in record.subjects if isinstance(text, str)]
    text = "\n".join([*(getattr(record, name) for name in READ), *subjects])
    run = text_run(text, language_hint(record.languages))
    keys = run.folded.split()
    return Counter(keys) + Counter(run.others.split()), len(keys)
