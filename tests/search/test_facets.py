"""Years as bars."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils import translation

from birge.catalogue.choices import HoldingStatus
from birge.catalogue.models import Holding, Source
from birge.catalogue.services.sources import save_source
from birge.search import providers, services
from birge.search.documents import subject_key
from birge.search.engines import get_engine
from birge.search.engines.base import FACETS, SearchRequest
from birge.search.engines.values import LONGEST_VALUE, NUMBERS
from birge.search.facets import MOST_BARS, SHOWN, Facet, FacetValue, histogram, labelled
from birge.search.wanted import read_wanted
from tests.search.library import make_branch, make_record


def test_without_years_there_are_no_bars():
    years = histogram([], 1990, None)
    assert (years.bars, years.min, years.max, years["from"], years["to"]) == (
        (),
        None,
        None,
        1990,
        None,
    )


@pytest.mark.parametrize(
    "counts",
    [
        [(2020, 1)],
        [(1999, 5), (2000, 1)],
        [(1850, 1), (2026, 300)],
        [(0, 1), (9999, 1)],
        [(1977, 5), (99_999, 1)],
        [(year, year % 7 + 1) for year in range(1936, 2027)],
    ],
)
def test_bars_cover_all_years_once_and_keep_the_sum(counts):
    years = histogram(counts, None, None)
    assert len(years.bars) <= MOST_BARS
    assert sum(bar.count for bar in years.bars) == sum(number for _year, number in counts)
    assert years.bars[0]["from"] == counts[0][0]
    assert years.bars[-1]["to"] == counts[-1][0]
    for before, after in zip(years.bars, years.bars[1:], strict=False):
        assert after["from"] == before["to"] + 1
    assert max(bar.height for bar in years.bars) == 10
    assert all((bar.height > 0) == (bar.count > 0) for bar in years.bars)


def test_bars_outside_of_the_range_are_off():
    years = histogram([(1990, 1), (2000, 1), (2010, 1)], 2000, 2005)
    assert [bar["from"] for bar in years.bars if not bar.off and bar.count] == [2000]


# What the records say


def shown(address: str = "") -> dict[str, dict[str, int]]:
    """Labels and counts of every facet that has values, as a reader in Russian sees them."""
    wanted = read_wanted(QueryDict(address))
    request = SearchRequest(query=wanted.interpretation.query, filters=wanted.filters)
    with translation.override("ru"):
        facets, _labels = labelled(get_engine().search(request), wanted)
    return {
        facet.name: {value.label: value.count for value in facet.values}
        for facet in facets
        if facet.values
    }


def test_every_facet_has_a_number_that_stays():
    assert tuple(sorted(NUMBERS)) == tuple(sorted(FACETS))
    assert len(set(NUMBERS.values())) == len(NUMBERS)
    assert max(NUMBERS.values()) < 15


@pytest.mark.django_db
@pytest.mark.database
def test_writings_of_one_subject_are_one_value_shown_as_first_written():
    make_record("Бір", subjects=["История Казахстана.", "Этнография"])
    make_record("Екі", subjects=["история  Казахстана", "ИСТОРИЯ КАЗАХСТАНА"])
    assert shown()["subject"] == {"История Казахстана": 2, "Этнография": 1}
    assert shown("subject=история+казахстана")["subject"] == {
        "История Казахстана": 2,
        "Этнография": 1,
    }
    assert shown("subject=этнография")["language"] == {"Казахский": 1}


def test_the_key_of_a_long_subject_is_cut_and_never_empty_for_words():
    key = subject_key("Қазақ әдебиеті — XX ғасыр. " * 20)
    assert len(key) <= LONGEST_VALUE
    assert key == key.strip()
    assert subject_key(" – … ") == ""


@pytest.mark.django_db
@pytest.mark.database
def test_audience_is_said_by_group_and_by_age_mark():
    make_record("Бір", audience="children", age_mark=6)
    make_record("Екі", age_mark=6)
    make_record("Үш")
    make_record("Төрт", audience="children", age_mark=12)
    make_record("Бес", audience="children", age_mark=0)
    assert list(shown()["audience"].items()) == [("0+", 1), ("6+", 2), ("12+", 1), ("Дети", 3)]
    assert set(shown("audience=children")["audience"]) == {"0+", "6+", "12+", "Дети"}


@pytest.mark.django_db
@pytest.mark.database
def test_availability_is_told_only_where_the_source_knows_it_now():
    branch = make_branch("a", "А")
    for title, status in (("Бір", HoldingStatus.ON_SHELF), ("Екі", HoldingStatus.ON_LOAN)):
        record = make_record(title, branches=[branch], index=False)
        Holding.objects.filter(record=record).update(status=status)
        services.index_records([record.pk])
    assert "availability" not in shown()
    source = Source.objects.get()
    source.live_status = True
    save_source(source)
    assert list(shown()["availability"].values()) == [1]
    assert shown("availability=available")["language"] == {"Казахский": 1}
    source.live_status = False
    save_source(source)
    assert "availability" not in shown()


# A room above


class Shelves:
    """Collections, as a room of them would tell of them."""

    name = "collection"
    title = "Полки"

    def __init__(self, **records: list[int]) -> None:
        self.records = records

    def values(self, record_ids):
        found: dict[int, list[str]] = {}
        for name, ids in self.records.items():
            for record_id in set(ids).intersection(record_ids):
                found.setdefault(record_id, []).append(name)
        return found

    def labels(self, values):
        return {value: value.upper() for value in values if value != "hidden"}


@pytest.fixture
def _no_room_afterwards():
    yield
    providers.forget_facet("collection")


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.usefixtures("_no_room_afterwards")
def test_a_room_above_fills_a_facet():
    records = [make_record(f"Абай {number}", index=False).pk for number in range(3)]
    providers.register_facet(Shelves(steppe=records[:2], hidden=records))
    services.index_records(records)
    assert shown()["collection"] == {"STEPPE": 2}
    request = SearchRequest(filters={"collection": ["steppe"]})
    assert {hit.record_id for hit in get_engine().search(request).hits} == set(records[:2])


@pytest.mark.parametrize("name", ["author", "weather"])
def test_a_room_cannot_fill_a_facet_that_is_not_free(name):
    shelves = Shelves()
    shelves.name = name
    with pytest.raises(ValueError, match=name):
        providers.register_facet(shelves)


# Long lists


def test_a_long_facet_shows_the_chosen_and_the_first_and_keeps_the_rest_behind_a_click():
    def facet(number: int, chosen: int = 0) -> Facet:
        values = [FacetValue(str(n), str(n), 9, n < chosen) for n in range(number)]
        return Facet("author", "Автор", values)

    assert (len(facet(3).first), len(facet(3).more)) == (3, 0)
    assert (len(facet(20).first), len(facet(20).more)) == (SHOWN, 20 - SHOWN)
    assert len(facet(SHOWN + 1).more) == 0, "one more is as short as the click"
    assert len(facet(20, chosen=12).first) == 12
