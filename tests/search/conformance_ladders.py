"""Several questions at once: the first that finds anything is answered, by every engine alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from birge.search.engines.base import Count, Engine, SearchRequest, Sort
from birge.search.engines.terms import must_be_weighed
from birge.search.interpretation import interpret
from tests.search.engine_tests import EngineTests


class LadderConformance(EngineTests):
    """Tests that every engine's class inherits beside those of one question."""

    statements: int

    def first(self, engine: Engine, *questions: SearchRequest | str) -> tuple[int, list[int], int]:
        """Which question was answered, with which records, and how many there are."""
        requests = [
            SearchRequest(query=interpret(each).query) if isinstance(each, str) else each
            for each in questions
        ]
        place, result = engine.first_found(requests)
        return place, [hit.record_id for hit in result.hits], result.total

    def test_the_first_question_that_finds_anything_is_answered(self, engine):
        abai, way = self.document("Абай"), self.document("Абай жолы")
        self.put(engine, abai, way)
        assert self.first(engine, "абай", "жолы") == (0, [abai.record_id, way.record_id], 2)
        assert self.first(engine, "шоқан", "жолы", "абай") == (1, [way.record_id], 1)
        assert self.first(engine, "шоқан", "динозавр", "абай")[0] == 2

    def test_where_no_question_finds_anything_the_first_is_answered(self, engine):
        self.put(engine, self.document("Абай"))
        assert self.first(engine, "шоқан", "динозавр") == (0, [], 0)

    def test_the_facets_are_those_of_the_question_that_is_answered(self, engine):
        self.put(
            engine,
            self.document("Абай", facets={"language": ["kaz"]}),
            self.document("Жол", facets={"language": ["rus"]}, year=1990),
        )
        requests = [
            SearchRequest(query=interpret(text).query, filters={"language": [language]})
            for text, language in (("абай", "rus"), ("абай", "tur"), ("жол", "rus"))
        ]
        place, result = engine.first_found(requests)
        assert place == 2
        assert result.facets["language"] == [Count("rus", 1)]
        assert result.years == [(1990, 1)]

    def test_a_question_for_enough_words_may_be_the_last(self, engine):
        found = self.document("Абай жолы романы туралы")
        self.put(engine, found, self.document("Абай"))
        query = interpret("абай жолы романы динозавр").query
        relaxed = SearchRequest(query=replace(query, enough=3))
        assert self.first(engine, SearchRequest(query=query), relaxed) == (1, [found.record_id], 1)
        listed = replace(relaxed, sort=Sort.TITLE)
        assert self.first(engine, SearchRequest(query=query), listed) == (1, [found.record_id], 1)
        assert self.first(engine, "абай", relaxed)[0] == 0

    @pytest.mark.parametrize("sort", [Sort.RELEVANCE, Sort.TITLE])
    def test_so_may_one_for_enough_of_many_words(self, engine, sort):
        most, few = "бір екі үш төрт бес алты жеті", "бір екі сегіз тоғыз он жүз мың"
        found = self.document(most)
        self.put(engine, found, self.document(few))
        query = replace(interpret(f"{most} қырық елу алпыс жетпіс сексен тоқсан").query, enough=6)
        assert must_be_weighed(query)
        relaxed = SearchRequest(query=query, sort=sort)
        assert self.first(engine, "динозавр", "шоқан", relaxed) == (2, [found.record_id], 1)

    def test_questions_without_words_are_asked_one_after_the_other(self, engine):
        self.put(engine, self.document("Абай", facets={"language": ["kaz"]}, year=1950))
        found = self.document("Жол", facets={"language": ["rus"]}, year=2000)
        self.put(engine, found)
        late = SearchRequest(filters={"language": ["kaz"]}, year_from=1990)
        later = SearchRequest(filters={"language": ["rus"]}, year_from=1990)
        assert self.first(engine, late, later, "абай") == (1, [found.record_id], 1)
        assert self.first(engine, "шоқан", late, later)[0] == 2

    def test_years_hold_for_each_question(self, engine):
        old, new = self.document("Абай", year=1950), self.document("Абай жолы", year=2000)
        self.put(engine, old, new)
        late = SearchRequest(query=interpret("абай").query, year_from=2010)
        early = SearchRequest(query=interpret("жолы").query, year_from=1990)
        assert self.first(engine, late, early) == (1, [new.record_id], 1)

    def test_several_questions_take_no_more(self, engine, shelf, django_assert_num_queries):
        asked = {"filters": {"language": ["kaz"]}, "year_from": 1900}
        words = ("шоқан", "динозавр", "абай")
        requests = [SearchRequest(query=interpret(word).query, **asked) for word in words]
        with django_assert_num_queries(self.statements):
            place, result = engine.first_found(requests)
        assert place == 2
        assert result.total
