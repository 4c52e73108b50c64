"""The server engine: tsvector made of terms that were analyzed before, with a GIN index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from birge.search.engines.base import Document, Level, Query, Role, Word
from birge.search.engines.database import DatabaseEngine, Sql, failing_as_engine
from birge.search.engines.sqlite import facet_rows

#: PostgreSQL's four labels of a position say what it belongs to.
LABELS = {Role.TITLE: "A", Role.NAMES: "B", Role.SUBJECTS: "C", Role.TEXT: "D"}
#: A lexeme begins with a letter for its level; further folded keys and identifiers have their own.
PREFIXES = {Level.EXACT: "x", Level.STEM: "s", Level.FOLDED: "f"}
OTHER = "v"
IDENTIFIER = "i"
LAST_POSITION = 16383  # all tsvector can count to; further words share it
GAP = 1


class PostgresEngine(DatabaseEngine):
    """No text search configuration takes part: lexemes and positions are written by us."""

    name = "postgres"

    def matching(self, expression: str) -> Sql:
        """Ids by the GIN index."""
        return Sql(
            "SELECT record_id AS id FROM search_record WHERE terms @@ CAST(%s AS tsquery)",
            (expression,),
        )

    def holds(self, expression: str) -> Sql:
        """A look at the terms of the row at hand."""
        return Sql("d.terms @@ CAST(%s AS tsquery)", (expression,))

    def whole_query(self, query: Query) -> str:
        """Everything must be there, at the loosest level; where some words are enough, one."""
        words = [_any_word(word, Level.FOLDED) for word in query.words]
        parts = [" | ".join(words)] if query.enough and words else words
        parts += [_phrase_anywhere(phrase) for phrase in query.phrases]
        parts += [
            " | ".join(_quoted(IDENTIFIER, text) for text in group) for group in query.identifiers
        ]
        parts += [f"!({_any_word(word, Level.FOLDED)})" for word in query.excluded]
        return " & ".join(f"({part})" for part in parts)

    def words_in(self, words: Sequence[Word], scope: str, level: Level) -> str:
        """All words at positions labeled as the scope's."""
        return " & ".join(f"({_any_word(word, level, scope)})" for word in words)

    def phrase_in_title(self, query: Query) -> str:
        """The words as typed, side by side."""
        return _phrase(query.sequence, Level.EXACT, LABELS[Role.TITLE])

    def put(self, documents: Sequence[Document]) -> None:
        """Replace documents with one statement for each table."""
        if not documents:
            return
        ids = [document.record_id for document in documents]
        facets = list(zip(*facet_rows(documents), strict=True)) or [(), (), ()]
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, ids)
            cursor.execute(
                "INSERT INTO search_record"
                " (record_id, public, year, received_on, title_key, title_words, terms)"
                " SELECT a, b, c, d, e, f, CAST(g AS tsvector) FROM unnest(%s::bigint[], %s::bool[],"
                " %s::int[], %s::date[], %s::text[], %s::int[], %s::text[]) AS t(a, b, c, d, e, f, g)",
                [
                    ids,
                    [document.public for document in documents],
                    [document.year for document in documents],
                    [document.received_on for document in documents],
                    [document.title_key for document in documents],
                    [document.title_words for document in documents],
                    [vector(document) for document in documents],
                ],
            )
            cursor.execute(
                "INSERT INTO search_facet (record_id, name, value)"
                " SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[])",
                [list(column) for column in facets],
            )

    def remove(self, record_ids: Iterable[int]) -> None:
        """Forget records."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            self._delete(cursor, record_ids)

    def clear(self) -> None:
        """Forget everything; not by TRUNCATE, which would keep readers out until the end."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_facet")
            cursor.execute("DELETE FROM search_record")

    def tidy(self) -> None:
        """Let the planner know the tables as they are now."""
        with failing_as_engine(), self.connection.cursor() as cursor:
            cursor.execute("ANALYZE search_record")
            cursor.execute("ANALYZE search_facet")

    @staticmethod
    def _delete(cursor, record_ids: Iterable[int]) -> None:
        ids = list(record_ids)
        cursor.execute("DELETE FROM search_facet WHERE record_id = ANY(%s)", [ids])
        cursor.execute("DELETE FROM search_record WHERE record_id = ANY(%s)", [ids])


def vector(document: Document) -> str:
    """A document's terms as PostgreSQL reads a tsvector, such as `'xabai':1A,7B 'sabai':1A,7B`."""
    places: dict[str, list[str]] = {}
    position = 1
    for role in Role:
        label = LABELS[role]
        for run in document.runs.get(role, ()):
            words = zip(run.exact.split(), run.stem.split(), run.folded.split(), strict=True)
            for forms in words:
                place = f"{min(position, LAST_POSITION)}{label}"
                for prefix, form in zip(PREFIXES.values(), forms, strict=True):
                    places.setdefault(prefix + form, []).append(place)
                position += 1
            for key in run.others.split():
                places.setdefault(OTHER + key, []).append(f"{LAST_POSITION}{label}")
            position += GAP
    lexemes = [f"{_literal(lexeme)}:{','.join(found)}" for lexeme, found in places.items()]
    lexemes += [_literal(IDENTIFIER + text) for text in document.identifiers]
    return " ".join(lexemes)


def _literal(lexeme: str) -> str:
    escaped = lexeme.replace("\x00", "").replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _quoted(prefix: str, form: str, labels: str = "") -> str:
    return _literal(prefix + form) + (f":{labels}" if labels else "")


def _any_word(word: Word, level: Level, scope: str = "all") -> str:
    roles = word.roles(scope)
    labels = "" if len(roles) == len(Role) else "".join(LABELS[role] for role in roles)
    forms = [_quoted(PREFIXES[level], form, labels) for form in word.forms(level)]
    if level is Level.FOLDED:
        forms += [_quoted(OTHER, form, labels) for form in word.forms(level)]
    return " | ".join(forms)


def _phrase(words: Sequence[Word], level: Level, labels: str = "") -> str:
    steps = (
        " | ".join(_quoted(PREFIXES[level], form, labels) for form in word.phrase_forms(level))
        for word in words
    )
    return " <-> ".join(f"({step})" for step in steps)


def _phrase_anywhere(words: Sequence[Word]) -> str:
    return " | ".join(f"({_phrase(words, level)})" for level in Level)
