"""The texts of records analyzed in the process that reads them ahead.

It is the most work of all that is done for a record, and needs nothing but its texts. What is
left out here, or read there with another text, is analyzed when the record is indexed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from birge.catalogue.marc.bibliographic import BibRecord
from birge.catalogue.marc.reading import Item
from birge.language.names import name_forms
from birge.search.engines.base import Run
from birge.search.runs import Read, language_hint, made_run

if TYPE_CHECKING:
    from birge.catalogue.models import Record

#: Fields whose text is a record's own.
OWN = (
    "original_title",
    "title",
    "subtitle",
    "part_number",
    "part_title",
    "responsibility",
    "annotation",
)
#: So many texts are remembered as sent: what many records share is sent once.
MOST_SENT = 100_000

_sent: set[Read] = set()


def runs_of(items: Sequence[Item]) -> dict[Read, Run]:
    """The runs of what these records say, as `documents` asks for them."""
    records = [item for item in items if isinstance(item, BibRecord)]
    own = {read for record in records for read in own_texts(record)}
    if len(_sent) > MOST_SENT:
        _sent.clear()
    shared = {read for record in records for read in _shared(record)} - _sent
    _sent.update(shared)
    return {(text, hint): made_run(text, hint) for text, hint in own | shared if text}


def own_texts(record: BibRecord | Record) -> Iterator[Read]:
    """Texts that hardly any other record has."""
    hint = language_hint(record.languages)
    yield record.original_title, ""
    for name in OWN[1:]:
        yield getattr(record, name), hint


def _shared(record: BibRecord) -> Iterator[Read]:
    """Texts that come again and again, and are remembered by whoever asks for them."""
    hint = language_hint(record.languages)
    numbered = f"{record.series} {record.series_number}" if record.series_number else record.series
    texts = (numbered, record.publisher, record.place, record.year_text, record.edition)
    for text in (*texts, record.set_title, *record.subjects):
        yield text, hint
    if record.year is not None:
        yield str(record.year), ""
    for contributor in record.contributors:
        forms = name_forms(contributor.name)
        for name in (contributor.name, *contributor.variants, forms.short, forms.surname):
            yield name, hint
