"""The tables of the database engines, which Django's migrations cannot describe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "search_words",
    "search_terms",
    "search_facet",
    "search_value",
    "search_record",
    "search_change",
)

SQLITE = (
    """CREATE TABLE search_record (
        record_id bigint NOT NULL PRIMARY KEY
            REFERENCES catalogue_record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        public bool NOT NULL,
        year smallint NULL,
        received_on date NULL,
        title_key varchar(200) NOT NULL,
        title_words smallint NOT NULL)""",
    "CREATE INDEX search_record_title ON search_record (title_key, record_id)",
    "CREATE INDEX search_record_year ON search_record (year)",
    "CREATE INDEX search_record_received ON search_record (received_on)",
    # Narrow, for it is what every count goes through: values as numbers of four bytes.
    """CREATE TABLE search_facet (
        record_id INTEGER PRIMARY KEY, rank bigint NOT NULL, year smallint NULL, packed blob NOT NULL)""",
    """CREATE TABLE search_value (
        id INTEGER PRIMARY KEY, name varchar(12) NOT NULL, value varchar(120) NOT NULL,
        label varchar(200) NOT NULL)""",
    "CREATE UNIQUE INDEX search_value_once ON search_value (name, value)",
    "CREATE TABLE search_terms (record_id INTEGER PRIMARY KEY, packed blob NOT NULL)",
    # The `ascii` tokenizer keeps every letter beyond ASCII as it is: the lexemes are ours, and
    # FTS5 must not fold or split them. It keeps neither text nor sizes, for ranking is ours too.
    """CREATE VIRTUAL TABLE search_words USING fts5(
        terms, content='', columnsize=0, tokenize="ascii tokenchars '_'")""",
    "CREATE TABLE search_change (token bigint NOT NULL)",
    # A record may be deleted by anyone, in the admin or by a cascade: it is found no longer. Its
    # words go when the engine is told, or when it tidies.
    """CREATE TRIGGER search_record_removed AFTER DELETE ON search_record BEGIN
        DELETE FROM search_facet WHERE record_id = old.record_id;
        INSERT INTO search_change (token) VALUES (random() & 1099511627775);
        END""",
)
POSTGRES = (
    # Whatever is counted, ranked or filtered by stands in the row; the terms do not, for only
    # their index is ever looked into.
    """CREATE TABLE search_record (
        record_id bigint NOT NULL PRIMARY KEY,
        year smallint NULL,
        title_words smallint NOT NULL,
        public boolean NOT NULL,
        received_on date NULL,
        facets integer[] NOT NULL,
        title_key varchar(200) COLLATE "C" NOT NULL,
        terms tsvector NOT NULL) WITH (toast_tuple_target = 128)""",
    "ALTER TABLE search_record ALTER COLUMN facets SET STORAGE PLAIN",
    "ALTER TABLE search_record ALTER COLUMN title_key SET STORAGE PLAIN",
    """ALTER TABLE search_record ADD CONSTRAINT search_record_of FOREIGN KEY (record_id)
        REFERENCES catalogue_record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED""",
    """CREATE TABLE search_value (
        id integer NOT NULL PRIMARY KEY, name varchar(12) NOT NULL,
        value varchar(120) COLLATE "C" NOT NULL, label varchar(200) NOT NULL)""",
    "CREATE UNIQUE INDEX search_value_once ON search_value (name, value)",
    "CREATE SEQUENCE search_value_serial OWNED BY search_value.id",
    "CREATE TABLE search_change (token bigint NOT NULL)",
    """CREATE OR REPLACE FUNCTION search_record_removed() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN INSERT INTO search_change VALUES (floor(random() * 1099511627776)); RETURN NULL; END'""",
    """CREATE TRIGGER search_record_removed AFTER DELETE ON search_record
        FOR EACH STATEMENT EXECUTE FUNCTION search_record_removed()""",
)
#: The last one tells that all are there.
POSTGRES_INDEXES = (
    "CREATE INDEX search_record_title ON search_record (title_key, record_id)",
    "CREATE INDEX search_record_year ON search_record (year DESC NULLS LAST)",
    "CREATE INDEX search_record_received ON search_record (received_on DESC NULLS LAST)",
    "CREATE INDEX search_record_terms ON search_record USING gin (terms)",
)
#: What the making of an index may use of the server's memory.
BUILDING_MEM = "256MB"
POSTGRES_NO_INDEXES = (
    "DROP INDEX IF EXISTS search_record_terms, search_record_title, search_record_year,"
    " search_record_received"
)


def make_anew(connection: BaseDatabaseWrapper) -> None:
    """Take away whatever there is, and make all that the engine of this database needs, empty."""
    on_server = connection.vendor == "postgresql"
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in (*POSTGRES, *POSTGRES_INDEXES) if on_server else SQLITE:
            cursor.execute(statement)


def is_complete(connection: BaseDatabaseWrapper) -> bool:
    """Whether all of it is there."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            wanted = {"search_record", "search_record_terms", "search_value", "search_change"}
            cursor.execute("SELECT relname FROM pg_class WHERE pg_table_is_visible(oid)")
        else:
            wanted = {*TABLES, "search_record_removed"}
            cursor.execute("SELECT name FROM sqlite_master")
        return wanted.issubset(name for (name,) in cursor.fetchall())
