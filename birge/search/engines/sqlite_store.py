"""How the embedded engine keeps documents: put, taken out, tidied."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

import json
import secrets
import zlib
from array import array
from collections.abc import Iterable, Sequence

from birge.search.engines import values
from birge.search.engines.base import Document
from birge.search.engines.database import DatabaseEngine, Sql, failing_as_engine
from birge.search.engines.terms import JOINT, held_by

#: The place of a record among equals is one number: the words of its title, then so many digits
#: of its sort key.
RANK_DIGITS = 15
#: Pages merged in one step of tidying; between two of them others can write.
MERGE_PAGES = 2000
MOST_STEPS = 100_000
TOKEN_BITS = 40
#: Window and memory of zlib for a text of few thousand bytes; to make larger ones ready takes
#: three times as long as packing it.
SMALL = (12, 5)
FORGET = "INSERT INTO search_words (search_words, rowid, terms) VALUES ('delete', %s, %s)"


class SqliteStore(DatabaseEngine):
    """Words go into FTS5, which keeps no text: ours is kept packed, to take them out again."""

    def put(self, documents: Sequence[Document]) -> None:
        """Replace these documents, in the transaction that is open."""
        if not documents:
            return
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, [document.record_id for document in documents])
            known = self._numbered(cursor, documents)
            rows = [_Rows(document, values.numbers_of(document, known)) for document in documents]
            cursor.executemany(
                "INSERT INTO search_record"
                " (record_id, public, year, received_on, title_key, title_words)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [row.record for row in rows],
            )
            cursor.executemany(
                "INSERT INTO search_facet (record_id, rank, year, packed) VALUES (%s, %s, %s, %s)",
                [row.facet for row in rows],
            )
            cursor.executemany(
                "INSERT INTO search_words (rowid, terms) VALUES (%s, %s)",
                [(row.record[0], row.terms) for row in rows],
            )
            cursor.executemany(
                "INSERT INTO search_terms (record_id, packed) VALUES (%s, %s)",
                [(row.record[0], row.packed) for row in rows],
            )
            _changed(cursor)

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget these records; ids it does not know are no error."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, record_ids)
            _changed(cursor)

    def clear(self) -> None:
        """Forget everything, without looking at each record."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
            for table in ("search_terms", "search_record", "search_facet", "search_value"):
                cursor.execute(f"DELETE FROM {table}")
            _changed(cursor)

    def tidy(self) -> None:
        """Take out what deleted records left, and merge the index a little at a time."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT record_id FROM search_terms"
                " WHERE record_id NOT IN (SELECT record_id FROM search_record)"
            )
            self._delete(cursor, [number for (number,) in cursor.fetchall()])
            pages = -MERGE_PAGES  # the first step asks for all of the index to become one piece
            for _step in range(MOST_STEPS):
                before = self.connection.connection.total_changes
                cursor.execute(
                    "INSERT INTO search_words (search_words, rank) VALUES ('merge', %s)", (pages,)
                )
                pages = MERGE_PAGES
                if self.connection.connection.total_changes - before < 2:
                    break

    def _delete(self, cursor, record_ids: Iterable[int]) -> None:
        ids = as_list(record_ids)  # one parameter, however many they are
        cursor.execute(
            "SELECT record_id, packed FROM search_terms"
            " WHERE record_id IN (SELECT value FROM json_each(%s))",
            (ids,),
        )
        known = cursor.fetchall()
        if not known:
            return
        cursor.executemany(
            FORGET, [(number, zlib.decompress(packed).decode()) for number, packed in known]
        )
        for table in ("search_terms", "search_record"):
            cursor.execute(
                f"DELETE FROM {table} WHERE record_id IN (SELECT value FROM json_each(%s))", (ids,)
            )

    def _among(self, column: str, found: Sequence[object]) -> Sql:
        return Sql(f"{column} IN (SELECT value FROM json_each(%s))", (as_list(found),))

    def _add_values(self, cursor, new: Sequence[tuple[str, str, str]]) -> dict[values.Pair, int]:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM search_value")
        (last,) = cursor.fetchone()
        first = (last >> values.FACET_BITS) + 1
        rows = [
            (number << values.FACET_BITS | values.NUMBERS[name], name, text, label)
            for number, (name, text, label) in enumerate(new, first)
        ]
        cursor.executemany(
            "INSERT INTO search_value (id, name, value, label) VALUES (%s, %s, %s, %s)", rows
        )
        return {(name, text): number for number, name, text, _label in rows}


class _Rows:
    """A document as rows of the tables."""

    def __init__(self, document: Document, numbers: Sequence[int]) -> None:
        received = document.received_on
        self.record = (
            document.record_id,
            document.public,
            document.year,
            received.isoformat() if received else None,
            document.title_key,
            document.title_words,
        )
        rank = document.title_words * 10**RANK_DIGITS + _leading_digits(document.title_key)
        facets = array("I", numbers).tobytes()
        self.facet = (document.record_id, rank, document.year, facets)
        held = held_by(document, numbers)
        # What stands between them keeps the words of two values apart, and one key from the next.
        pieces = [piece for value in held.values for piece in value]
        keys = held.keys.replace(" ", f" {JOINT} ")
        self.terms = " ".join([*pieces, keys, held.marks]).replace("\x00", "")
        self.packed = packed(self.terms)


def _leading_digits(key: str) -> int:
    head = key[:RANK_DIGITS]
    return int(head.ljust(RANK_DIGITS, "0")) if head.isdecimal() else 0


def _changed(cursor) -> None:
    """Leave another mark than before: what is remembered of the index is no longer true."""
    cursor.execute("DELETE FROM search_change")
    cursor.execute("INSERT INTO search_change (token) VALUES (%s)", (secrets.randbits(TOKEN_BITS),))


def as_list(found: Iterable[object]) -> str:
    """Many values as one parameter."""
    return json.dumps(list(found))


def packed(terms: str) -> bytes:
    """The terms of a record, to be kept."""
    packer = zlib.compressobj(1, zlib.DEFLATED, *SMALL)
    return packer.compress(terms.encode("utf-8", "replace")) + packer.flush()


def unpacked(packed: bytes) -> set[str]:
    """The lexemes of a record, as they are kept."""
    return set(zlib.decompress(packed).decode().split(" "))
