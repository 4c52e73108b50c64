"""The tables of the database engines that Django's migrations cannot describe."""

# ruff: noqa: S608  only names of our own tables and columns are written into SQL

from __future__ import annotations

from typing import TYPE_CHECKING

from birge.search.engines.base import Level, Role

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: One column for each role and level, so that a query can name the ones that count.
COLUMNS = (*(f"{role}_{level}" for role in Role for level in Level), "identifiers")


def _listed(prefix: str = "") -> str:
    return ", ".join(prefix + column for column in COLUMNS)


# The `ascii` tokenizer keeps every letter beyond ASCII as it is: the terms are ours, and FTS5
# must not fold or split them. "_" is a word that stands between two values. Sizes of columns
# are left out, for ranking is ours too.
SQLITE = (
    f"CREATE TABLE search_terms (record_id INTEGER PRIMARY KEY, {_listed()})",
    f"""CREATE VIRTUAL TABLE search_words USING fts5(
        {_listed()}, content='search_terms', content_rowid='record_id',
        columnsize=0, tokenize="ascii tokenchars '_'")""",
    f"""CREATE TRIGGER search_terms_added AFTER INSERT ON search_terms BEGIN
        INSERT INTO search_words (rowid, {_listed()}) VALUES (new.record_id, {_listed("new.")});
        END""",
    f"""CREATE TRIGGER search_terms_removed AFTER DELETE ON search_terms BEGIN
        INSERT INTO search_words (search_words, rowid, {_listed()})
        VALUES ('delete', old.record_id, {_listed("old.")});
        END""",
)
#: A record may be deleted by anyone, in the admin or by a cascade: its words go with it.
SQLITE_RECORD_TRIGGER = """CREATE TRIGGER IF NOT EXISTS search_record_removed AFTER DELETE ON search_record BEGIN
        DELETE FROM search_terms WHERE record_id = old.record_id;
        END"""
SQLITE_DROP = (
    "DROP TRIGGER IF EXISTS search_record_removed",
    "DROP TABLE IF EXISTS search_words",
    "DROP TABLE IF EXISTS search_terms",
)
POSTGRES = (
    "ALTER TABLE search_record ADD COLUMN terms tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX search_record_terms ON search_record USING gin (terms)",
)
POSTGRES_DROP = ("ALTER TABLE search_record DROP COLUMN terms",)


def create(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Make what the engine of this database needs beside the tables of the models."""
    if editor.connection.vendor == "postgresql":
        statements = POSTGRES
    else:
        statements = (*SQLITE, SQLITE_RECORD_TRIGGER)
    for statement in statements:
        editor.execute(statement)


def drop(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Undo `create`."""
    vendor = editor.connection.vendor
    for statement in POSTGRES_DROP if vendor == "postgresql" else SQLITE_DROP:
        editor.execute(statement)
