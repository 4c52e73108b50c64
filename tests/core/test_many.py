"""Many rows changed by one statement come out as if each had been changed alone, on both databases."""

from __future__ import annotations

import pytest
from django.db import DataError, IntegrityError, transaction

from birge.catalogue.models import Agent
from birge.catalogue.services.rows import insert_rows
from birge.core.many import Many
from birge.search.models import KnownWord

pytestmark = [pytest.mark.database, pytest.mark.django_db]

WORDS = Many("search_word", {"id": "bigint", "key": "text", "shown": "text", "uses": "integer"})
USES = Many("search_word", {"id": "bigint", "uses": "integer"})
ADD_UP = "ON CONFLICT (id) DO UPDATE SET uses = search_word.uses + excluded.uses"


def words() -> list[tuple]:
    """All there are, by id."""
    return list(KnownWord.objects.order_by("pk").values_list("pk", "key", "shown", "uses"))


def test_rows_are_added_whatever_signs_are_in_them():
    rows = [(1, "а'б", 'в"г\\n%s', 1), (2, "{а,б}", "", 2), (3, "NULL", "\n\t", 2**31 - 1)]
    WORDS.insert(rows)
    assert words() == rows


def test_a_row_that_is_there_already_is_left_or_counted():
    WORDS.insert([(1, "а", "а", 1)])
    WORDS.insert([(1, "б", "б", 5), (2, "в", "в", 1)], "ON CONFLICT DO NOTHING")
    WORDS.insert([(2, "г", "г", 5), (3, "д", "д", 1)], ADD_UP)
    assert words() == [(1, "а", "а", 1), (2, "в", "в", 6), (3, "д", "д", 1)]


def test_rows_that_are_there_are_changed_and_no_others():
    WORDS.insert([(1, "а", "а", 1), (2, "б", "б", 2), (3, "в", "в", 3)])
    USES.update([(3, 10), (1, 20), (4, 30)])
    USES.update([(2, 5), (3, 5)], uses="uses + {}")
    assert [(pk, uses) for pk, *_texts, uses in words()] == [(1, 20), (2, 7), (3, 15)]


def test_rows_are_deleted_where_all_of_their_values_agree():
    WORDS.insert([(1, "а", "а", 1), (2, "б", "б", 2), (3, "в", "в", 3)])
    USES.delete([(1, 1), (2, 9), (3, 3)])
    assert words() == [(2, "б", "б", 2)]


def test_without_rows_the_database_is_not_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        WORDS.insert([])
        WORDS.update([])
        WORDS.delete([])


@pytest.mark.postgres  # SQLite has no lengths
def test_a_text_too_long_is_refused_and_not_cut():
    row = ("person", "а" * 501, "", "", [], "", "person:a", "20")
    names = ("kind", "name", "name_kk", "name_ru", "variants", "dates", "key", "sort_key")
    with pytest.raises(DataError), transaction.atomic():
        insert_rows(Agent, names, [row])


def test_one_row_that_is_refused_refuses_all():
    with pytest.raises(IntegrityError), transaction.atomic():
        WORDS.insert([(1, "а", "а", 1), (1, "б", "б", 1)])
    assert words() == []
