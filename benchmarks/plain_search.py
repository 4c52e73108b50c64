"""What stands beside our engines in benchmarks: the full text of the databases as it comes."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from benchmarks.questions import Question
    from birge.search.engines.base import Document

SINGLE = ("language", "type", "audience", "availability")
SEVERAL = ("branch", "author", "subject", "collection")
PAGE = 20


def plain_engine(name: str) -> Plain:
    """The plain engine of a database."""
    return {"sqlite": PlainSqlite, "postgres": PlainPostgres}[name]()


def terms_of(document: Document) -> str:
    """All folded keys of a document: what our engine matches."""
    return " ".join(
        text
        for runs in document.runs.values()
        for run in runs
        for text in (run.folded, run.others)
        if text
    )


class Plain(ABC):
    """Hits, a count and a GROUP BY for each facet, each a statement of its own."""

    title = ""
    our_tables: tuple[str, ...] = ()
    tables = ("plain_record", "plain_facet")
    and_, or_ = " AND ", " OR "

    @abstractmethod
    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents."""

    def records(self, documents: Sequence[Document]) -> list[tuple]:
        """Rows of records, with one value of each single facet."""
        return [
            (
                each.record_id,
                each.year,
                *(next(iter(each.facets.get(name, ())), None) for name in SINGLE),
            )
            for each in documents
        ]

    def facets(self, documents: Sequence[Document]) -> list[tuple]:
        """Rows of the facets of several values."""
        return [
            (each.record_id, name, value)
            for each in documents
            for name in SEVERAL
            for value in dict.fromkeys(each.facets.get(name, ()))
        ]

    def expression(self, question: Question) -> str:
        """The words as the database's own query language has them."""
        groups = [
            "(" + self.or_.join(f"{self.quoted(key)}" for key in keys) + ")"
            for keys in question.words
        ]
        several = combinations(groups, question.least)
        return self.or_.join("(" + self.and_.join(each) + ")" for each in several)

    def quoted(self, key: str) -> str:
        """A term."""
        return f'"{key}"'

    def search(self, question: Question) -> int:
        """Everything a page shows; returns the total."""
        filters = question.request.filters
        words = self.expression(question) if question.words else ""
        with connection.cursor() as cursor:
            cursor.execute(*self.hits(words, filters))
            cursor.fetchall()
            source, params = self.source(words, filters)
            cursor.execute(f"SELECT COUNT(*) {source}", params)
            (total,) = cursor.fetchone()
            for name in (*SINGLE, "year"):
                source, params = self.source(words, {k: v for k, v in filters.items() if k != name})
                order = "" if name == "year" else f"ORDER BY 2 DESC LIMIT {PAGE}"
                cursor.execute(f"SELECT r.{name}, COUNT(*) {source} GROUP BY 1 {order}", params)
                cursor.fetchall()
            for name in SEVERAL:
                source, params = self.source(
                    words, {k: v for k, v in filters.items() if k != name}, name
                )
                cursor.execute(
                    f"SELECT f.value, COUNT(*) {source} GROUP BY 1 ORDER BY 2 DESC LIMIT {PAGE}",
                    params,
                )
                cursor.fetchall()
        return total

    def filtered(self, filters) -> tuple[list[str], list]:
        """Conditions on `r`."""
        conditions, params = [], []
        for name, values in filters.items():
            places = ", ".join(["%s"] * len(values))
            params += values
            if name in SINGLE:
                conditions.append(f"r.{name} IN ({places})")
            else:
                conditions.append(
                    "EXISTS (SELECT 1 FROM plain_facet o WHERE o.record = r.id"
                    f" AND o.name = '{name}' AND o.value IN ({places}))"
                )
        return conditions, params


class PlainSqlite(Plain):
    """FTS5 over the terms, ranked by bm25."""

    our_tables = (
        "search_record",
        "search_facet",
        "search_value",
        "search_terms",
        "search_words",
        "search_change",
    )
    tables = ("plain_record", "plain_facet", "plain_words")

    @property
    def title(self) -> str:
        return f"SQLite {connection.Database.sqlite_version}"

    def prepare(self) -> None:
        """Make the tables."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TABLE plain_record (id INTEGER PRIMARY KEY, year, {', '.join(SINGLE)})"
            )
            cursor.execute(
                "CREATE TABLE plain_facet (record INTEGER, name TEXT, value TEXT,"
                " PRIMARY KEY (record, name, value)) WITHOUT ROWID"
            )
            cursor.execute("CREATE INDEX plain_facet_value ON plain_facet (name, value)")
            cursor.execute("CREATE VIRTUAL TABLE plain_words USING fts5 (terms, tokenize='ascii')")

    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO plain_record VALUES ({', '.join(['%s'] * (len(SINGLE) + 2))})",
                self.records(documents),
            )
            cursor.executemany(
                "INSERT INTO plain_facet VALUES (%s, %s, %s)", self.facets(documents)
            )
            cursor.executemany(
                "INSERT INTO plain_words (rowid, terms) VALUES (%s, %s)",
                [(each.record_id, terms_of(each)) for each in documents],
            )

    def finish(self) -> None:
        """What is done once at the end."""
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO plain_words (plain_words) VALUES ('optimize')")
            cursor.execute("ANALYZE")

    def hits(self, words: str, filters) -> tuple[str, list]:
        """The best twenty."""
        if not words:
            source, params = self.source(words, filters)
            return f"SELECT r.id {source} ORDER BY r.id LIMIT {PAGE}", params
        if not filters:
            return (
                f"SELECT rowid FROM plain_words WHERE plain_words MATCH %s ORDER BY rank LIMIT {PAGE}",
                [words],
            )
        source, params = self.source(words, filters)
        return f"SELECT w.rowid {source} ORDER BY rank LIMIT {PAGE}", params

    def source(self, words: str, filters, facet: str = "") -> tuple[str, list]:
        """Where rows come from."""
        conditions, params = self.filtered(filters)
        text = "FROM plain_record r"
        if words:
            text = "FROM plain_words w CROSS JOIN plain_record r ON r.id = w.rowid"
            conditions, params = ["plain_words MATCH %s", *conditions], [words, *params]
        if facet:
            text += f" JOIN plain_facet f ON f.record = r.id AND f.name = '{facet}'"
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return text + where, params

    def size(self, tables: Sequence[str]) -> int:
        """Bytes of tables with all that belongs to them."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, tbl_name FROM sqlite_master")
            names = [
                name
                for name, table in cursor.fetchall()
                if any(table == each or table.startswith(each + "_") for each in tables)
            ]
            try:
                marks = ", ".join(["%s"] * len(names))
                cursor.execute(f"SELECT SUM(pgsize) FROM dbstat WHERE name IN ({marks})", names)
            except Exception:  # noqa: BLE001  not every SQLite has the table
                return 0
            return cursor.fetchone()[0] or 0


class PlainPostgres(Plain):
    """A tsvector of the terms, ranked by ts_rank."""

    our_tables = ("search_record", "search_value")
    and_, or_ = " & ", " | "

    @property
    def title(self) -> str:
        version = connection.pg_version
        return f"PostgreSQL {version // 10000}.{version % 10000}"

    def quoted(self, key: str) -> str:
        """A term."""
        return f"'{key}'"

    def prepare(self) -> None:
        """Make the tables."""
        with connection.cursor() as cursor:
            columns = ", ".join(f"{name} text" for name in SINGLE)
            cursor.execute(
                f"CREATE TABLE plain_record (id bigint, year int, {columns}, terms tsvector)"
            )
            cursor.execute("CREATE TABLE plain_facet (record bigint, name text, value text)")

    def put(self, documents: Sequence[Document]) -> None:
        """Keep documents."""
        from io import StringIO

        def line(cells) -> str:
            return "\t".join(r"\N" if cell is None else str(cell) for cell in cells) + "\n"

        rows = zip(self.records(documents), documents, strict=True)
        texts = "".join(line((*row, self.vector(terms_of(each)))) for row, each in rows)
        with connection.cursor() as cursor:
            cursor.copy_expert("COPY plain_record FROM STDIN", StringIO(texts))
            facets = "".join(map(line, self.facets(documents)))
            cursor.copy_expert("COPY plain_facet FROM STDIN", StringIO(facets))

    @staticmethod
    def vector(terms: str) -> str:
        """Terms with positions."""
        return " ".join(f"'{term}':{min(n, 16383)}" for n, term in enumerate(terms.split(), 1))

    def finish(self) -> None:
        """What is done once at the end."""
        with connection.cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '256MB'")
            cursor.execute("CREATE INDEX ON plain_record USING gin (terms)")
            cursor.execute("ALTER TABLE plain_record ADD PRIMARY KEY (id)")
            cursor.execute("CREATE INDEX ON plain_facet (record, name)")
            cursor.execute("CREATE INDEX ON plain_facet (name, value)")
            cursor.execute("VACUUM ANALYZE plain_record")
            cursor.execute("VACUUM ANALYZE plain_facet")
            cursor.execute("SET work_mem = '64MB'")

    def hits(self, words: str, filters) -> tuple[str, list]:
        """The best twenty."""
        source, params = self.source(words, filters)
        if not words:
            return f"SELECT r.id {source} ORDER BY r.id LIMIT {PAGE}", params
        order = "ts_rank(r.terms, CAST(%s AS tsquery)) DESC"
        return f"SELECT r.id {source} ORDER BY {order} LIMIT {PAGE}", [*params, words]

    def source(self, words: str, filters, facet: str = "") -> tuple[str, list]:
        """Where rows come from."""
        conditions, params = self.filtered(filters)
        if words:
            conditions = ["r.terms @@ CAST(%s AS tsquery)", *conditions]
            params = [words, *params]
        text = "FROM plain_record r"
        if facet:
            text += f" JOIN plain_facet f ON f.record = r.id AND f.name = '{facet}'"
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return text + where, params

    def size(self, tables: Sequence[str]) -> int:
        """Bytes of tables with all that belongs to them."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT SUM(pg_total_relation_size(oid)) FROM pg_class WHERE relname = ANY(%s)",
                [list(tables)],
            )
            return cursor.fetchone()[0]
