"""Rows in the binary format are what PostgreSQL would have made of the same documents as text."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from io import BytesIO

import pytest
from django.db import connection

from birge.search.engines import postgres_rows
from birge.search.engines.base import Document, Role, Run
from birge.search.engines.postgres_rows import LAST_POSITION, MOST_POSITIONS
from birge.search.engines.terms import held_by

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


def run(words: str, others: str = "") -> Run:
    return Run(words, words, words, others)


def document(**fields: object) -> Document:
    usual = {
        "record_id": 2**40,
        "public": True,
        "runs": {Role.TITLE: [run("абай жолы")]},
        "identifiers": ["9786010000001"],
        "facets": {},
        "year": 1942,
        "received_on": date(2026, 11, 21),
        "title_key": "012345",
        "title_words": 2,
    }
    return Document(**(usual | fields))


def stored(each: Document, numbers: tuple[int, ...] = (17, 33)) -> tuple:
    """The row as the database gives it back, its terms as text."""
    copy = f"COPY read_back ({postgres_rows.COLUMNS}) FROM STDIN BINARY"
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE read_back (LIKE search_record) ON COMMIT DROP")
        cursor.copy_expert(copy, BytesIO(postgres_rows.rows([(each, numbers)])))
        cursor.execute("SELECT * FROM read_back")
        [row] = cursor.fetchall()
        return row


def as_text(each: Document, numbers: tuple[int, ...]) -> str:
    """The tsvector that PostgreSQL makes of the same lexemes in quotes."""
    held = held_by(each, numbers)
    places: dict[str, list[int]] = defaultdict(list)
    position = 0
    for words, forms in held.values:
        for word in words.split():
            position += 1
            places[word].append(min(position, LAST_POSITION))
        position += 1
        for form in forms.split():
            places[form] += ()
    for mark in held.marks.split():
        places[mark] += ()
    for key in held.keys.split():
        places[key].append(LAST_POSITION)
    pieces = [
        f"'{lexeme}'" + (":" + ",".join(map(str, found)) if found else "")
        for lexeme, found in places.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT (%s::tsvector)::text", (" ".join(pieces),))
        return cursor.fetchone()[0]


def test_all_that_is_counted_and_filtered_by():
    found = stored(document())
    assert found[:-1] == (2**40, 1942, 2, True, date(2026, 11, 21), [0, 17, 33], "012345")


def test_what_is_not_known():
    found = stored(document(year=None, received_on=None, public=False, title_key=""), ())
    assert found[:-1] == (2**40, None, 2, False, None, [0], "")


def test_a_day_long_ago():
    assert stored(document(received_on=date(1925, 3, 1)))[4] == date(1925, 3, 1)


@pytest.mark.parametrize(
    "runs",
    [
        {},
        {Role.TITLE: [run("абай жолы", "абаи жоли"), run("екінші абай")], Role.TEXT: [run("абай")]},
        {Role.TITLE: [run("абай", "абай жолы")], Role.NAMES: [run("жолы әуезов 1942")]},
        {Role.TEXT: [run(" ".join(["сөз"] * (MOST_POSITIONS + 5) + ["соңы"]))]},
        {Role.TEXT: [run(" ".join(f"с{n}" for n in range(LAST_POSITION + 10)) + " с1 с1")]},
    ],
    ids=["no words", "further keys", "a key that is a word too", "often", "a long text"],
)
def test_lexemes_and_their_positions(runs):
    each = document(runs=runs)
    assert stored(each)[-1] == as_text(each, (17, 33))
