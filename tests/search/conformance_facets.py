"""What every engine must count and filter by."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from birge.catalogue.models import Record
from birge.search.engines.base import FACETS, Count, Document
from tests.search.engine_tests import EngineTests


class FacetConformance(EngineTests):
    """Facets, years and filters."""

    @pytest.fixture
    def shelf(self, engine) -> Sequence[Document]:
        rows = [("kaz", "a", 1990), ("kaz", "b", 2001), ("rus", "a", 2001), ("eng", "b", None)]
        documents = [
            self.document("Абай", facets={"language": [language], "branch": [branch]}, year=year)
            for language, branch, year in rows
        ]
        self.put(engine, *documents)
        return documents

    def test_facets_count_the_whole_match_set(self, engine, shelf):
        result = self.search(engine, "абай", limit=1)
        assert result.total == 4
        assert result.facets["language"] == [Count("kaz", 2), Count("eng", 1), Count("rus", 1)]
        assert result.years == [(1990, 1), (2001, 2)]

    def test_values_of_one_facet_are_alternatives_and_its_own_counts_stay(self, engine, shelf):
        result = self.search(engine, "абай", filters={"language": ["kaz", "rus"]})
        assert {hit.record_id for hit in result.hits} == {each.record_id for each in shelf[:3]}
        assert dict(result.facets["language"]) == {"kaz": 2, "rus": 1, "eng": 1}
        assert dict(result.facets["branch"]) == {"a": 2, "b": 1}

    def test_facets_agree_with_each_other(self, engine, shelf):
        filters = {"language": ["kaz"], "branch": ["b"]}
        result = self.search(engine, filters=filters, year_from=2000)
        assert result.total == 1
        assert dict(result.facets["language"]) == {"kaz": 1}
        assert dict(result.facets["branch"]) == {"b": 1}
        assert result.years == [(2001, 1)]

    def test_a_range_of_years_leaves_out_what_has_none_but_not_the_bars(self, engine, shelf):
        result = self.search(engine, "абай", year_from=1980, year_to=1995)
        assert result.total == 1
        assert result.years == [(1990, 1), (2001, 2)]

    def test_a_chosen_value_is_listed_however_rare(self, engine):
        documents = [
            self.document("Абай", facets={"author": [str(number % 30)]}) for number in range(59)
        ]
        self.put(engine, *documents)
        plain = self.search(engine, "абай", facet_limit=5)
        chosen = self.search(engine, "абай", facet_limit=5, filters={"author": ["29"]})
        assert "29" not in dict(plain.facets["author"])
        assert chosen.facets["author"][0] == Count("29", 1)

    def test_a_value_no_record_has_finds_nothing(self, engine, shelf):
        assert self.search(engine, filters={"author": ["x' OR 1=1 --"]}).total == 0

    def test_every_facet_is_counted_and_filtered(self, engine):
        values = {name: [f"{name} ' % \\" + "й" * 90] for name in FACETS}
        document = self.document("Абай", facets=values, year=2001)
        self.put(engine, document, self.document("Абай"))
        result = self.search(engine, "абай")
        assert result.facets == {name: [Count(values[name][0], 1)] for name in FACETS}
        assert self.ids(engine, filters=values, year_from=2001) == [document.record_id]

    def test_counts_without_words_follow_every_change(self, engine, shelf):
        assert self.search(engine).total == 4
        assert self.search(engine, filters={"branch": ["a"]}).total == 2
        engine.remove([shelf[0].record_id])
        assert self.search(engine).total == 3
        assert dict(self.search(engine, filters={"branch": ["a"]}).facets["branch"]) == {
            "a": 1,
            "b": 2,
        }
        Record.objects.filter(pk=shelf[1].record_id).delete()
        if engine.name in ("sqlite", "postgres"):
            assert self.search(engine).total == 2
