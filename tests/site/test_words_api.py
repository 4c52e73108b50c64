"""Words taken apart over HTTP."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v3/search/words/"


def words(client, text: str) -> list[dict]:
    return client.get(ADDRESS, {"q": text}).json()["words"]


def test_a_kazakh_word_is_taken_apart_suffix_by_suffix(client):
    [word] = words(client, "кітаптарымыздағы")
    assert word["root"] == "кітап"
    assert [suffix["text"] for suffix in word["suffixes"]] == ["тар", "ымыз", "дағы"]
    assert word["suffixes"][0]["kazakh_name"] == "көптік жалғау"


def test_forms_of_a_word_share_a_key(client):
    one, other = words(client, "книгами книги")
    assert one["language"] == "ru"
    assert set(one["keys"]) & set(other["keys"])


def test_words_stand_in_order(client):
    assert [word["word"] for word in words(client, "Абай, жолы!")] == ["абай", "жолы"]


@pytest.mark.parametrize("query", [{}, {"q": "сөз " * 51}, {"q": "а", "lang": "kk"}])
def test_what_cannot_be_answered_is_refused(client, query):
    assert client.get(ADDRESS, query).status_code in (400, 422)
