"""What an import has met so far, kept on disk: its memory does not grow with the file."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CHUNK = 500


class Met(NamedTuple):
    """A number met in this run: in which file, with what outcome, and its digest before the run."""

    file: int
    outcome: str
    before: str


class Ledger:
    """A temporary SQLite file without a name, gone when it is closed or the process ends."""

    def __init__(self) -> None:
        # An empty name is a private database on disk that SQLite removes by itself.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(
            """
            PRAGMA journal_mode=OFF;
            PRAGMA synchronous=OFF;
            PRAGMA cache_size=-8192;
            CREATE TABLE met (number TEXT PRIMARY KEY, file INT, outcome TEXT, digest TEXT)
                WITHOUT ROWID;
            CREATE TABLE origin (number TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE orphan (id INTEGER PRIMARY KEY, item BLOB);
            CREATE TABLE gone (id INTEGER PRIMARY KEY);
            CREATE TABLE gone_copy (id INTEGER PRIMARY KEY);
            """
        )

    def close(self) -> None:
        """Give the disk space back."""
        self._db.close()

    def find(self, numbers: Iterable[str]) -> dict[str, Met]:
        """Those of the numbers that this run has met."""
        return {
            number: Met(file, outcome, digest)
            for number, file, outcome, digest in self._rows(
                "SELECT number, file, outcome, digest FROM met WHERE number IN", numbers
            )
        }

    def keep(self, met: dict[str, Met]) -> None:
        """Remember numbers; what was known of one of them is replaced."""
        self._db.executemany(
            "INSERT OR REPLACE INTO met VALUES (?, ?, ?, ?)",
            [(number, *each) for number, each in met.items()],
        )

    def keep_origins(self, numbers: Iterable[str]) -> None:
        """Remember the holdings records that were met."""
        self._db.executemany(
            "INSERT OR IGNORE INTO origin VALUES (?)", [(number,) for number in numbers]
        )

    def met_origins(self) -> bool:
        """Whether any holdings record was met."""
        return bool(self._db.execute("SELECT EXISTS (SELECT * FROM origin)").fetchone()[0])

    def missing_origins(self, numbers: Iterable[str]) -> set[str]:
        """Those of the holdings records that were not met."""
        numbers = set(numbers)
        met = self._rows("SELECT number FROM origin WHERE number IN", numbers)
        return numbers - {number for (number,) in met}

    def keep_orphan(self, item: object) -> None:
        """Put aside a holdings record whose bibliographic record has not come yet."""
        self._db.execute("INSERT INTO orphan (item) VALUES (?)", (pickle.dumps(item),))

    def orphans(self) -> Iterator[object]:
        """What was put aside, in the order it came."""
        for (item,) in self._db.execute("SELECT item FROM orphan ORDER BY id"):
            yield pickle.loads(item)  # noqa: S301

    def keep_gone(self, ids: Iterable[int]) -> None:
        """Remember records that the source no longer holds."""
        self._db.executemany("INSERT OR IGNORE INTO gone VALUES (?)", [(pk,) for pk in ids])

    def gone(self) -> Iterator[list[int]]:
        """Ids of records that the source no longer holds, in chunks."""
        return self._ids("SELECT id FROM gone WHERE id > ? ORDER BY id LIMIT ?")

    def keep_gone_copies(self, ids: Iterable[int]) -> None:
        """Remember copies that no holdings record of the source speaks of any more."""
        self._db.executemany("INSERT OR IGNORE INTO gone_copy VALUES (?)", [(pk,) for pk in ids])

    def gone_copies(self) -> Iterator[list[int]]:
        """Ids of those copies, in chunks."""
        return self._ids("SELECT id FROM gone_copy WHERE id > ? ORDER BY id LIMIT ?")

    def _ids(self, query: str) -> Iterator[list[int]]:
        last = 0
        while rows := self._db.execute(query, (last, CHUNK)).fetchall():
            last = rows[-1][0]
            yield [pk for (pk,) in rows]

    def _rows(self, query: str, values: Iterable[str]) -> list[tuple]:
        found: list[tuple] = []
        values = list(values)
        for start in range(0, len(values), CHUNK):
            chunk = values[start : start + CHUNK]
            marks = ",".join("?" * len(chunk))
            found += self._db.execute(f"{query} ({marks})", chunk).fetchall()
        return found
