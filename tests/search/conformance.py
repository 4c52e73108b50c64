"""What every engine must do: same records and same queries give the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from django.db import OperationalError, connection

from birge.catalogue.models import Record
from birge.search.engines.base import (
    WEIGHTS,
    Count,
    Document,
    Engine,
    EngineFailed,
    Query,
    Role,
    SearchRequest,
    Sort,
    Word,
)
from birge.search.interpretation import interpret
from birge.search.runs import text_run
from tests.search.conformance_facets import FacetConformance
from tests.search.conformance_ladders import LadderConformance

HOSTILE = [
    '"',
    "''",
    '"""',
    "«»",
    "абай\x00жолы",
    "* : ^ + - ~",
    "NEAR(абай жолы, 2)",
    "абай AND",
    "OR",
    "NOT абай",
    "title_exact : абай",
    "абай*",
    "^абай",
    "(((((абай",
    "{title} : абай",
    "абай & ! | <-> жолы:A",
    "абай\\",
    "\\'; DROP TABLE search_record; --",
    "%s %(x)s {}",
    "_ _ _",
    "\ud800",
    "\u202e\u200b\ufeff",
    "ا ب ت 中文 😀",
    "а́" * 400,
    "ә" * 5000,
    "абай " * 3000,
    "-абай",
    "- - -",
    "--абай -жолы",
    '"' + "абай " * 40 + '"',
    '"абай" ' * 40,
    " ".join("қазақтардың" + "абв"[i % 3] * (i % 7) for i in range(60)),
    "9780000000000 " * 30,
]


class EngineConformance(FacetConformance, LadderConformance):
    """A thin class per engine inherits these tests and says which engine it is."""

    # Words

    @pytest.mark.parametrize("query", ["қазақ", "казак", "қазақтың", "ҚАЗАҚ", "қазақтарға"])
    def test_forms_of_a_kazakh_word_find_each_other(self, engine, query):
        first = self.document("Қазақ халқы")
        second = self.document("Қазақтың тарихы")
        self.put(engine, first, second, self.document("Абай жолы"))
        assert set(self.ids(engine, query)) == {first.record_id, second.record_id}

    @pytest.mark.parametrize("query", ["книга", "книгами", "КНИГЕ"])
    def test_forms_of_a_russian_word_find_each_other(self, engine, query):
        book = self.document("Книга джунглей", language="ru")
        self.put(engine, book, self.document("Журнал", language="ru"))
        assert self.ids(engine, query) == [book.record_id]

    def test_all_words_must_be_there_in_any_part_of_the_record(self, engine):
        found = self.document("Абай жолы", names=["Әуезов, Мұхтар"], text=["Алматы"])
        self.put(engine, found, self.document("Абай"), self.document("Жол", text=["Алматы"]))
        assert self.ids(engine, "абай әуезов алматы") == [found.record_id]

    def test_words_of_a_phrase_stand_side_by_side_within_one_value(self, engine):
        found = self.document("Қара сөздер кітабы")
        apart = self.document("Қара көзді сөздер")
        values = self.document("Басқа", subjects=["Ақын қара", "Сөздер туралы"])
        self.put(engine, found, apart, values)
        assert len(self.ids(engine, "қара сөздер")) == 3
        assert self.ids(engine, "«қара сөздер»") == [found.record_id]

    def test_further_keys_of_words_make_no_phrase(self, engine):
        each = self.document("Абай")
        run = each.runs[Role.TITLE][0]._replace(others="бала ана")
        self.put(engine, replace(each, runs={Role.TITLE: [run]}))
        assert self.ids(engine, "бала ана") == [each.record_id]
        assert self.ids(engine, "«бала ана»") == []

    @pytest.mark.parametrize("query", ["“қара сөз”", "«кара создер»", '"Қара сөздерін"'])
    def test_a_phrase_is_found_in_other_forms_and_without_kazakh_letters(self, engine, query):
        found = self.document("Қара сөздер")
        self.put(engine, found)
        assert self.ids(engine, query) == [found.record_id]

    def test_an_excluded_word_takes_records_out(self, engine):
        kept = self.document("Абай жолы")
        self.put(engine, kept, self.document("Абай кітабы"))
        assert self.ids(engine, "абай -кітап") == [kept.record_id]

    @pytest.mark.parametrize(
        "query",
        ["978-601-12-3456-6", "9786011234566", "601-12-3456-9", "ISBN 978 601 12 3456 6"],
    )
    def test_an_isbn_is_found_in_any_form(self, engine, query):
        found = self.document("Абай", identifiers=["9786011234566"])
        self.put(engine, found, self.document("9786011234566 туралы"))
        assert self.ids(engine, query) == [found.record_id]

    def test_nothing_found_is_an_empty_answer(self, engine):
        self.put(engine, self.document("Абай"))
        assert self.search(engine, "динозавр").total == 0

    def test_an_empty_query_lists_everything_by_title(self, engine):
        documents = [self.document("Б", title_key="2"), self.document("А", title_key="1")]
        self.put(engine, *documents)
        assert self.ids(engine) == [documents[1].record_id, documents[0].record_id]

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_sign_is_an_operator(self, engine, text):
        self.put(engine, self.document("Абай жолы"))
        interpretation = interpret(text)
        if interpretation.query:
            engine.search(SearchRequest(query=interpretation.query))

    # Enough of the words

    def words(self, text: str, *weights: int, **values: object) -> tuple[Word, ...]:
        found = interpret(text).query.words
        pairs = zip(found, weights or [1] * len(found), strict=True)
        return tuple(replace(word, weight=weight, **values) for word, weight in pairs)

    def enough(self, engine: Engine, words: Sequence[Word], least: int, **values: object) -> list:
        query = Query(words=tuple(words), enough=least, **values)
        return [hit.record_id for hit in engine.search(SearchRequest(query=query)).hits]

    def test_words_that_weigh_enough_find_a_record(self, engine):
        both = self.document("Абай жолы")
        rare = self.document("Абай")
        self.put(engine, both, rare, self.document("Жол"))
        words = self.words("абай жолы", 3, 1)
        assert self.enough(engine, words, 4) == [both.record_id]
        assert self.enough(engine, words, 3) == [both.record_id, rare.record_id]
        assert len(self.enough(engine, words, 1)) == 3
        assert self.enough(engine, words, 5) == []

    def test_a_record_with_enough_words_gains_for_each_one_found(self, engine):
        texts = self.document("Бір", text=["Абай", "жолдар", "дала"])
        title = self.document("Абайдың кітабы", text=["дала"])
        stems = self.document("Екі", text=["Абай", "дала"])
        folded = self.document("Үш", text=["Абай", "жолы", "тау"])
        self.put(engine, folded, stems, title, texts)
        found = self.enough(engine, self.words("абай жолы дала", 5, 4, 1), 6)
        assert found == [texts.record_id, folded.record_id, title.record_id, stems.record_id]

    def test_phrases_numbers_and_exclusions_stay_strict(self, engine):
        found = self.document("Абай жолы", text=["қара сөздер"], identifiers=["9786011234566"])
        apart = self.document("Абай", text=["сөздер қара"], identifiers=["9786011234566"])
        other = self.document("Абай", text=["қара сөздер"])
        self.put(engine, found, apart, other)
        strict = interpret("«қара сөздер» 9786011234566").query
        values = {"phrases": strict.phrases, "identifiers": strict.identifiers}
        words = self.words("абай дала")
        assert self.enough(engine, words, 1, **values) == [found.record_id]
        excluded = self.words("жолы")
        assert self.enough(engine, words, 1, excluded=excluded, **values) == []

    # One part of a record

    @pytest.mark.parametrize(
        ("scope", "place"), [("title", 0), ("names", 1), ("subjects", 2), ("imprint", 3)]
    )
    def test_a_word_with_a_scope_is_found_there_alone(self, engine, scope, place):
        documents = [
            self.document("Абай жолы"),
            self.document("Бір", names=["Абай"], text=["жол"]),
            self.document("Екі", subjects=["Абай"], names=["Жол"]),
            self.document("Үш", imprint=["Абай жолы"]),
            self.document("Төрт", text=["Абай жолы"]),
        ]
        self.put(engine, *documents)
        scoped = self.words("абайдың", scope=scope)
        expected = [documents[place].record_id]
        for query in (
            Query(words=scoped),
            Query(words=(*scoped, *self.words("жол"))) if place != 1 else Query(words=scoped),
            Query(words=scoped, enough=1),
        ):
            result = engine.search(SearchRequest(query=query))
            assert [hit.record_id for hit in result.hits] == expected
        everything = Query(words=self.words("абай"), excluded=scoped)
        rest = engine.search(SearchRequest(query=everything))
        assert {hit.record_id for hit in rest.hits} == {
            each.record_id for each in documents if each is not documents[place]
        }

    def test_a_word_with_a_scope_earns_every_row_there(self, engine):
        folded = self.document("Бір", subjects=["Абайлар"])
        exact = self.document("Екі үш", subjects=["Абай"])
        self.put(engine, folded, exact)
        query = Query(words=self.words("абай", scope="subjects"))
        result = engine.search(SearchRequest(query=query))
        assert [hit.record_id for hit in result.hits] == [exact.record_id, folded.record_id]
        assert result.hits[0].score == sum(WEIGHTS.values())

    # Order

    def test_the_closer_form_comes_first(self, engine):
        stem = self.document("Қазақтардың")
        folded = self.document("Казак")
        exact = self.document("Қазақ")
        self.put(engine, folded, stem, exact)
        expected = [document.record_id for document in (exact, stem, folded)]
        assert self.ids(engine, "қазақ") == expected

    def test_title_and_names_come_before_subjects_and_subjects_before_text(self, engine):
        text = self.document("Бір", text=["Абай"])
        subject = self.document("Екі", subjects=["Абай"])
        name = self.document("Үш төрт", names=["Абай"])
        title = self.document("Абай")
        self.put(engine, text, subject, name, title)
        expected = [document.record_id for document in (title, name, subject, text)]
        assert self.ids(engine, "абай") == expected

    def test_the_whole_title_comes_before_a_part_of_one(self, engine):
        part = self.document("Абай жолы туралы")
        apart = self.document("Абайдың ақындық жолы")
        whole = self.document("Абай жолы")
        self.put(engine, apart, part, whole)
        expected = [document.record_id for document in (whole, part, apart)]
        assert self.ids(engine, "абай жолы") == expected

    def test_equals_come_in_the_order_of_titles_on_every_page(self, engine):
        documents = [self.document("Абай", title_key=f"{9 - n}") for n in range(7)]
        self.put(engine, *documents)
        expected = [document.record_id for document in reversed(documents)]
        pages = [self.ids(engine, "абай", offset=start, limit=3) for start in (0, 3, 6)]
        assert [*pages[0], *pages[1], *pages[2]] == expected

    def test_sorts_put_what_is_unknown_last(self, engine):
        old = self.document("Абай", year=1950, received_on=date(2026, 11, 20), title_key="3")
        new = self.document("Абай", year=2020, received_on=date(2020, 1, 1), title_key="2")
        none = self.document("Абай", title_key="1")
        self.put(engine, none, old, new)
        by_year = self.ids(engine, "абай", sort=Sort.YEAR)
        by_date = self.ids(engine, sort=Sort.NEW)
        by_title = self.ids(engine, "абай", sort=Sort.TITLE)
        assert by_year == [new.record_id, old.record_id, none.record_id]
        assert by_date == [old.record_id, new.record_id, none.record_id]
        assert by_title == [none.record_id, new.record_id, old.record_id]

    # Changes

    def test_a_new_text_takes_the_place_of_the_old(self, engine):
        document = self.document("Абай", facets={"language": ["kaz"]})
        self.put(engine, document)
        changed = Document(
            record_id=document.record_id,
            public=True,
            runs={Role.TITLE: [text_run("Шоқан")]},
            identifiers=(),
            facets={"language": ["rus"]},
            year=None,
            received_on=None,
            title_key="1",
            title_words=1,
        )
        self.put(engine, changed)
        assert self.ids(engine, "абай") == []
        assert self.ids(engine, "шоқан") == [document.record_id]
        assert self.search(engine).facets["language"] == [Count("rus", 1)]

    def test_a_removed_record_is_forgotten_and_a_stranger_is_no_error(self, engine):
        document = self.document("Абай")
        self.put(engine, document)
        engine.remove([document.record_id, 999_999])
        assert self.ids(engine, "абай") == []
        assert engine.count() == 0

    def test_a_record_deleted_by_anyone_leaves_the_index(self, engine):
        document, other = self.document("Абай"), self.document("Абай")
        self.put(engine, document, other)
        Record.objects.filter(pk=document.record_id).delete()
        assert self.ids(engine, "абай") == [other.record_id]

    def test_what_is_not_public_is_found_only_by_staff(self, engine):
        hidden = self.document("Абай", public=False, facets={"language": ["kaz"]}, year=1950)
        self.put(engine, hidden)
        result = self.search(engine, "абай")
        assert (result.total, result.hits, result.years) == (0, [], [])
        assert result.facets["language"] == []
        assert self.ids(engine, "абай", public_only=False) == [hidden.record_id]

    def test_clear_forgets_everything(self, engine):
        self.put(engine, self.document("Абай"), self.document("Шоқан"))
        engine.clear()
        engine.tidy()
        assert engine.count() == 0
        assert self.ids(engine, "абай") == []

    def test_a_long_text_and_strange_letters_can_be_stored(self, engine):
        text = "сөз " * 1900 + "'\\ \" _ % \x00 ا 中 😀 соңы"
        document = self.document("Абай", text=[text], identifiers=["a'b\\c"])
        self.put(engine, document)
        assert self.ids(engine, "абай соңы") == [document.record_id]

    #: Statements of a search with words and filters, whatever is found.
    statements = 0

    def test_a_search_takes_the_same_few_statements(self, engine, shelf, django_assert_num_queries):
        for text, language in (("абай", "kaz"), ("абай", "rus"), ("абай абай", "kaz")):
            with django_assert_num_queries(self.statements):
                self.search(engine, text, filters={"language": [language]}, year_from=1900)

    def test_a_database_that_fails_is_not_an_empty_answer(self, engine):
        def fail(*arguments: object) -> None:
            raise OperationalError("gone")

        with connection.execute_wrapper(fail), pytest.raises(EngineFailed):
            self.search(engine, "абай")
