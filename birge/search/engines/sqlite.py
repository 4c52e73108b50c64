"""The embedded engine: FTS5 over terms that were analyzed before."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import product

from birge.search.engines.base import Document, Level, Query, Role, Run, Word
from birge.search.engines.database import DatabaseEngine, Sql, failing_as_engine
from birge.search.engines.storage import COLUMNS

#: A word that no text holds; a phrase cannot reach over it from one value to the next.
GAP = " _ "


class SqliteEngine(DatabaseEngine):
    """Keeps the terms in an ordinary table that triggers mirror into FTS5."""

    name = "sqlite"

    def matching(self, expression: str) -> Sql:
        """Ids by one look into the index."""
        return Sql(
            "SELECT rowid AS id FROM search_words WHERE search_words MATCH %s", (expression,)
        )

    def holds(self, expression: str) -> Sql:
        """Membership of a set that SQLite finds once for the whole statement."""
        found = self.matching(expression)
        return Sql(f"d.record_id IN ({found.text})", found.params)

    def whole_query(self, query: Query) -> str:
        """Everything must be there, at the loosest level; where some words are enough, one."""
        words = [_any_word(word, Level.FOLDED) for word in query.words]
        parts = [" OR ".join(f"({word})" for word in words)] if query.enough and words else words
        parts += [_phrase_anywhere(phrase) for phrase in query.phrases]
        parts += [f"identifiers : ({_alternatives(group)})" for group in query.identifiers]
        wanted = " AND ".join(f"({part})" for part in parts)
        for word in query.excluded:
            wanted = f"({wanted}) NOT ({_any_word(word, Level.FOLDED)})"
        return wanted

    def words_in(self, words: Sequence[Word], scope: str, level: Level) -> str:
        """All words in the columns of a scope."""
        return " AND ".join(f"({_any_word(word, level, scope)})" for word in words)

    def phrase_in_title(self, query: Query) -> str:
        """The words as typed, side by side."""
        return f"title_exact : ({_phrase(query.sequence, Level.EXACT)})"

    def put(self, documents: Sequence[Document]) -> None:
        """Replace documents with a few statements for all of them."""
        if not documents:
            return
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, [document.record_id for document in documents])
            cursor.executemany(
                "INSERT INTO search_record"
                " (record_id, public, year, received_on, title_key, title_words)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [_record_row(document) for document in documents],
            )
            cursor.executemany(
                f"INSERT INTO search_terms (record_id, {', '.join(COLUMNS)})"
                f" VALUES ({', '.join(['%s'] * (len(COLUMNS) + 1))})",
                [_terms_row(document) for document in documents],
            )
            cursor.executemany(
                "INSERT INTO search_facet (record_id, name, value) VALUES (%s, %s, %s)",
                list(facet_rows(documents)),
            )

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget records; the triggers take their words out of the index."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, record_ids)

    def clear(self) -> None:
        """Forget everything, without looking at each record."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_facet")
            cursor.execute("DELETE FROM search_record")

    def tidy(self) -> None:
        """Merge what many transactions left in the index into one piece."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
            cursor.execute("ANALYZE search_facet")

    @staticmethod
    def _delete(cursor, record_ids: Iterable[int]) -> None:
        ids = json.dumps(list(record_ids))  # one parameter, however many they are
        for table in ("search_facet", "search_record"):
            cursor.execute(
                f"DELETE FROM {table} WHERE record_id IN (SELECT value FROM json_each(%s))",
                [ids],
            )


def facet_rows(documents: Sequence[Document]) -> Iterable[tuple[int, str, str]]:
    """Rows of the facet table, none twice."""
    for document in documents:
        for name, values in document.facets.items():
            for value in dict.fromkeys(values):
                yield document.record_id, name, value


def _record_row(document: Document) -> tuple:
    received = document.received_on
    return (
        document.record_id,
        document.public,
        document.year,
        received.isoformat() if received else None,
        document.title_key,
        document.title_words,
    )


def _terms_row(document: Document) -> tuple:
    cells: list[int | str] = [document.record_id]
    for role in Role:
        runs = document.runs.get(role, ())
        cells.append(GAP.join(run.exact for run in runs))
        cells.append(GAP.join(run.stem for run in runs))
        cells.append(_folded(runs))
    cells.append(GAP.join(document.identifiers))
    return tuple(cells)


def _folded(runs: Sequence[Run]) -> str:
    """Keys in the places of their words, then the further keys, which have none."""
    pieces = [run.folded for run in runs]
    pieces += dict.fromkeys(key for run in runs for key in run.others.split())
    return GAP.join(pieces)


def _string(*words: str) -> str:
    """Words as one FTS5 string: inside quotation marks nothing is an operator."""
    return '"' + " ".join(words).replace("\x00", "").replace('"', '""') + '"'


def _alternatives(forms: Iterable[str]) -> str:
    return " OR ".join(_string(form) for form in forms)


def _columns(roles: Sequence[Role], level: Level) -> str:
    return "{" + " ".join(f"{role}_{level}" for role in roles) + "}"


def _any_word(word: Word, level: Level, scope: str = "all") -> str:
    return f"{_columns(word.roles(scope), level)} : ({_alternatives(word.forms(level))})"


def _phrase(words: Sequence[Word], level: Level) -> str:
    spellings = product(*(word.phrase_forms(level) for word in words))
    return " OR ".join(_string(*spelling) for spelling in spellings)


def _phrase_anywhere(words: Sequence[Word]) -> str:
    return " OR ".join(
        f"({_columns(tuple(Role), level)} : ({_phrase(words, level)}))" for level in Level
    )
