"""The words of the index: learnt as records come in, counted anew when it is rebuilt.

They live in the site's own database whichever engine answers, for every engine's queries are
read by the same words. A word of a record that has been hidden since may stay until the next
rebuild: what is read by it is asked of the engine like anything else, and never shown unless
something public is found.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from django.db import transaction

from birge.core.among import among
from birge.core.many import Many
from birge.search.engines.base import Document, Run
from birge.search.initials import is_joined
from birge.search.models import KnownWord, SpellingCode
from birge.search.skeleton import ONE_LETTER, skeletons

#: What every record "has": its uses are the number of records.
EVERY = ""
LONGEST = 40
#: A shorter skeleton says too little without one of its letters.
SHORTEST_CUT = 3
#: What is coded of a long word; two words of a language that agree so far are one family.
CODED = 14
#: A batch this large is an import: it tells how frequent words are.
BULK = 50
#: Codes that bring more words than this are of no use to anyone.
MOST_NEAR = 3000
BATCH = 2000

WORDS = Many("search_word", {"id": "bigint", "key": "text", "shown": "text", "uses": "integer"})
USES = Many("search_word", {"id": "bigint", "uses": "integer"})
CODES = Many("search_spelling", {"code": "bigint", "word": "bigint"})

_WORD = re.compile(r"[^\W_]*[^\W\d_][^\W_]*")


class Known(NamedTuple):
    """A key of the index, a word it stands for, and in how many records, roughly.

    Without a word, it is only a further key of words that stand for others.
    """

    key: str
    shown: str
    uses: int


class Tally:
    """Keys of public documents with the number of documents that have each."""

    def __init__(self) -> None:
        self.uses: Counter[str] = Counter()
        self.shown: dict[str, str] = {}

    def add(self, documents: Iterable[Document]) -> None:
        """Count the words of these documents, each once for each document."""
        pairs: set[tuple[str, str]] = set()
        for document in documents:
            if document.public:
                self.uses[EVERY] += 1
                self._add((run for runs in document.runs.values() for run in runs), pairs)
        for key, exact in pairs:
            known = self.shown.get(key)
            if known is None or _better(exact, known):
                self.shown[key] = exact

    def _add(self, runs: Iterable[Run], pairs: set[tuple[str, str]]) -> None:
        """Count the words of one document, and note which word each key stands for."""
        found: set[str] = set()
        for run in runs:
            keys = run.folded.split()
            found.update(keys)
            if run.others:
                found.update(run.others.split())
            pairs.update(zip(keys, run.exact.split(), strict=True))
        self.uses.update(found)

    def words(self) -> dict[int, Known]:
        """What is worth keeping, by id."""
        return {
            word_id(key): Known(key, self.shown.get(key, "")[:100], uses)
            for key, uses in self.uses.items()
            if key == EVERY or (len(key) <= LONGEST and _WORD.fullmatch(key))
        }


def _better(exact: str, known: str) -> bool:
    """Whether a form stands better for its key than another: shorter, with its own letters."""
    return (len(exact), exact.isascii(), known) < (len(known), known.isascii(), exact)


def word_id(key: str) -> int:
    """The id of a key, the same on every machine."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


@lru_cache(maxsize=65536)
def bare_of(key: str) -> str:
    """The skeleton by which a key is found, in whatever script it is."""
    return skeletons(key)[0]


def codes(bare: str) -> set[int]:
    """Codes of a skeleton and of what is left of it without any one letter."""
    bare = bare[:CODED]
    found = {bare}
    if len(bare) >= SHORTEST_CUT:
        found.update(bare[:place] + bare[place + 1 :] for place in range(len(bare)))
        found.update(
            bare[: pair.start()] + bare[pair.end() :] for pair in ONE_LETTER.finditer(bare)
        )
    return {zlib.crc32(each.encode()) for each in found}


def learn(documents: Sequence[Document]) -> None:
    """Take in what is new in these documents; a bulk of them also tells how frequent words are."""
    tally = Tally()
    tally.add(documents)
    words = tally.words()
    rows = KnownWord.objects.filter(pk__in=among(words))
    if len(documents) >= BULK:
        # In the order of the ids: two imports at once must not wait for each other in a circle.
        rows = rows.order_by("pk").select_for_update()
    known = set(rows.values_list("pk", flat=True))
    _insert({word: found for word, found in words.items() if word not in known})
    if len(documents) >= BULK:
        _add_uses({word: found for word, found in words.items() if word in known})


def replace(tally: Tally, before: set[int]) -> None:
    """Make the vocabulary what a whole run over the catalogue has counted.

    `before` are the ids there were when the run began: a word that came while it ran stays.
    """
    words = tally.words()
    with transaction.atomic():
        rows = {word.pk: word for word in KnownWord.objects.iterator(BATCH)}
        gone = [word for word in rows if word in before and word not in words]
        for start in range(0, len(gone), BATCH):
            batch = among(gone[start : start + BATCH])
            KnownWord.objects.filter(pk__in=batch).delete()
            SpellingCode.objects.filter(word__in=batch).delete()
        changed = []
        for word, row in rows.items():
            found = words.get(word)
            if found and (row.uses, row.shown) != (found.uses, found.shown):
                row.uses, row.shown = found.uses, found.shown
                changed.append(row)
        KnownWord.objects.bulk_update(changed, ["uses", "shown"], batch_size=BATCH)
        _insert({word: found for word, found in words.items() if word not in rows})


def ids() -> set[int]:
    """Ids of all words there are."""
    return set(KnownWord.objects.values_list("pk", flat=True).iterator(BATCH))


def known(keys: Iterable[str]) -> dict[str, Known]:
    """Those of these keys that records are found by; one query."""
    wanted = [word_id(key) for key in dict.fromkeys(keys)]
    rows = KnownWord.objects.filter(pk__in=among(wanted)) if wanted else ()
    return {row.key: Known(row.key, row.shown, row.uses) for row in rows}


def near(wanted: set[int]) -> list[Known]:
    """Words that share a code with what was typed; one query."""
    if not wanted:
        return []
    words = SpellingCode.objects.filter(code__in=among(sorted(wanted))).values("word")
    rows = KnownWord.objects.filter(pk__in=words).values_list("key", "shown", "uses")
    return [Known(*row) for row in rows[:MOST_NEAR]]


def _insert(words: dict[int, Known]) -> None:
    rows = [(word, *found) for word, found in sorted(words.items())]
    WORDS.insert(rows, "ON CONFLICT DO NOTHING")
    pairs = sorted(
        (code, word)
        for word, found in words.items()
        if found.key != EVERY and not is_joined(found.key)
        for code in codes(bare_of(found.key))
    )
    CODES.insert(pairs, "ON CONFLICT DO NOTHING")


def _add_uses(words: dict[int, Known]) -> None:
    USES.update([(word, found.uses) for word, found in words.items()], uses="uses + {}")
