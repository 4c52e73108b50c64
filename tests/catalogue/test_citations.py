"""References by ГОСТ Р 7.0.5, BibTeX and RIS."""

from __future__ import annotations

import pytest

from birge.catalogue.choices import AgentKind
from birge.catalogue.citations import bibtex, citation, ris
from birge.catalogue.models import Record
from tests.factories.catalogue import AgentFactory, RecordFactory

pytestmark = pytest.mark.django_db


def abai(**more) -> Record:
    values = {
        "authors": ["Ауэзов, Мухтар Омарханович"],
        "title": "Путь Абая",
        "subtitle": "роман-эпопея",
        "place": "Москва",
        "publisher": "Художественная литература",
        "year": 1971,
        "extent": "600 с. : ил. ; 21 см",
        "series": "Библиотека всемирной литературы",
        "languages": ["rus"],
    }
    return RecordFactory(**{**values, **more})


def test_reference_of_a_book_with_one_author():
    assert citation(abai()) == (
        "Ауэзов М. О. Путь Абая : роман-эпопея. Москва : Художественная литература, 1971. "
        "600 с. (Библиотека всемирной литературы)."
    )


def test_initials_and_up_to_three_authors():
    record = abai(authors=["Ильф, Илья", "Петров, Е. П."], subtitle="", series="", extent="")
    assert citation(record).startswith("Ильф И., Петров Е. П. Путь Абая. ")


@pytest.mark.parametrize(
    ("language", "others"), [("rus", "[и др.]"), ("kaz", "[т.б.]"), ("eng", "[et al.]")]
)
def test_four_authors_stand_behind_the_title(language, others):
    names = ["Әуезов, Мұхтар Омарханұлы", "Б, Б.", "В, В.", "Г, Г."]
    text = citation(abai(authors=names, languages=[language]))
    assert text.startswith(f"Путь Абая : роман-эпопея / М. О. Әуезов {others}. ")


def test_people_are_named_in_the_language_of_the_book_with_their_patronymics():
    ozhegov = AgentFactory(
        name="Ожегов, Сергей", name_ru="Ожегов, Сергей Иванович", name_kk="Ожегов, Сергей"
    )
    record = abai(authors=[ozhegov, "Сент-Экзюпери, Антуан де"])
    assert citation(record).startswith("Ожегов С. И., Сент-Экзюпери А. де. Путь Абая")
    assert "author = {Ожегов, Сергей Иванович and " in bibtex(record, "")
    assert "AU  - Ожегов, Сергей Иванович\r\n" in ris(record, "")
    record.languages = ["kaz"]
    assert citation(record).startswith("Ожегов С., ")


def test_body_keeps_its_name_and_missing_parts_leave_no_marks():
    body = AgentFactory(kind=AgentKind.BODY, name="Ұлттық кітапхана")
    record = RecordFactory(authors=[body], title="Есеп", year=None, year_text="[б. ж.]")
    assert citation(record) == "Ұлттық кітапхана. Есеп. [б. ж.]."
    assert citation(RecordFactory(title="Кто виноват?", year=None)) == "Кто виноват?"


def test_part_of_a_set():
    record = abai(part_number="Кн. 2", part_title="Абай", subtitle="", series_number="5")
    text = citation(record)
    assert "Путь Абая. Кн. 2, Абай. Москва" in text
    assert text.endswith("(Библиотека всемирной литературы ; 5).")


def test_bibtex_escapes_what_tex_reads():
    record = abai(title="Вода & 100 % {чистая}_$", isbns=["9785170800117"])
    text = bibtex(record, "https://example.kz/ru/catalogue/x/")
    assert text.startswith(f"@book{{{record.public_id},\n")
    assert r"title = {Вода \& 100 \% \{чистая\}\_\$}" in text
    assert "author = {Ауэзов, Мухтар Омарханович}" in text
    assert "url = {https://example.kz/ru/catalogue/x/}" in text


def test_ris_has_one_field_on_a_line():
    record = abai(annotation="Первая строка\r\nER  - подделка", subjects=["Роман", "Абай"])
    lines = ris(record, "https://example.kz/x/").split("\r\n")
    assert lines[0] == "TY  - BOOK"
    assert lines[-2:] == ["ER  - ", ""]
    assert sum(line.startswith("ER") for line in lines) == 1
    assert "AU  - Ауэзов, Мухтар Омарханович" in lines
    assert "PY  - 1971" in lines
    assert [line for line in lines if line.startswith("KW")] == ["KW  - Роман", "KW  - Абай"]
