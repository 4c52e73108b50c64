"""What becomes of UNIMARC and RUSMARC fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import ContributorData
from tests.catalogue.marc.samples import (
    UNIMARC_LEADER,
    iso,
    read_one,
    reject_one,
    unimarc,
    unimarc_record,
)


def test_a_full_record_lands_in_its_places(tmp_path: Path) -> None:
    record = unimarc_record(
        tmp_path,
        ("010", "  $a978-9965-35-312-3$dр. 165.00"),
        ("011", "  $a0130-5409"),
        ("101", "1 $akaz$crus"),
        ("205", "  $aИзд. 2-е$bиспр."),
        ("210", "  $aАлматы$cАтамұра$cЖазушы$d2009"),
        ("215", "  $a480 с.$cил.$d21"),
        ("225", "1 $aБиблиотека$iКлассика$v3"),
        ("330", "  $aРоман-эпопея."),
        ("333", "  $a16+"),
        ("454", " 0$12001 $aАбай жолы"),
        ("517", "1 $aОның жолы"),
        ("600", " 1$aАбай$bҚ.$gҚұнанбайұлы$f1845-1904$xв литературе$2nlr"),
        ("606", "0 $aЛитература казахская$xРоман$2nlr"),
        ("610", "0 $aэпопея$aАбай"),
        ("675", "  $a821.512.122$v3"),
        ("686", "  $a39.19$2rugasnti"),
        ("686", "  $a84(5Каз)$2rubbk"),
        ("700", " 1$aӘуезов$bМ. О.$gМұхтар Омарханұлы$f1897-1961$4070"),
        ("702", " 1$aКим$bА.$4730"),
        ("712", "02$aҚазақ ұлттық университеті$4650"),
        ("899", "  $aNLRK$bЧЗ$j84Қ Ә82$p377735$zруч."),
        title="1 $aПуть Абая$eроман-эпопея$hКн. 1$iЮность$fМухтар Ауэзов$g[пер. А. Кима]",
    )
    assert (record.title, record.subtitle) == ("Путь Абая", "роман-эпопея")
    assert (record.part_number, record.part_title) == ("Кн. 1", "Юность")
    assert record.responsibility == "Мухтар Ауэзов ; [пер. А. Кима]"
    assert record.contributors == [
        ContributorData(
            "Әуезов, Мұхтар Омарханұлы", "person", "aut", "1897-1961", ("Әуезов, М. О.",), main=True
        ),
        ContributorData("Ким, А.", "person", "trl"),
        ContributorData("Қазақ ұлттық университеті", "body", "pbl"),
    ]
    assert (record.languages, record.original_languages) == (["kaz"], ["rus"])
    assert (record.year, record.edition) == (2009, "Изд. 2-е, испр.")
    assert (record.place, record.publisher) == ("Алматы", "Атамұра, Жазушы")
    assert record.extent == "480 с. : ил. ; 21 см"
    assert (record.series, record.series_number) == ("Библиотека. Классика", "3")
    assert (record.original_title, record.other_titles) == ("Абай жолы", ["Оның жолы"])
    assert record.subjects == [
        "Абай, Құнанбайұлы, 1845-1904 — в литературе",
        "Литература казахская — Роман",
        "эпопея",
        "Абай",
    ]
    assert (record.udc, record.bbk) == ("821.512.122", "84(5Каз)")
    assert (record.annotation, record.age_mark, record.audience) == ("Роман-эпопея.", 16, "adult")
    assert (record.isbns, record.issns) == (["9789965353123"], ["0130-5409"])
    (copy,) = record.holdings
    assert (copy.branch_code, copy.location, copy.shelf_mark) == ("NLRK", "ЧЗ", "84Қ Ә82")
    assert (copy.inventory_number, copy.note, copy.price) == ("377735", "руч.", None)


@pytest.mark.parametrize("title", ["Т.1", "Вып. 13.", "Ч. 2", "2-кітап", "Т. 2, кн. 4", "[Т. IV]"])
def test_the_title_of_the_set_stands_in_for_a_number(tmp_path: Path, title: str) -> None:
    record = unimarc_record(
        tmp_path,
        ("461", " 1$1001RU1$12001 $aСловарь наречий$fЛ. Будагов$vТ.1$1210  $aСПб.$d1869"),
        title=f"0 $a{title}$eА-Д",
    )
    assert (record.title, record.set_title) == ("Словарь наречий", "Словарь наречий")
    assert record.part_number
    assert (record.part_title, record.responsibility) == ("А-Д", "Л. Будагов")
    assert record.place == "СПб."


def test_a_volume_with_a_title_of_its_own_keeps_it(tmp_path: Path) -> None:
    host = ("461", " 0$12001 $aИстория Казахстана$vТ. 3")
    record = unimarc_record(tmp_path, host, title="1 $aНовое время")
    assert (record.title, record.set_title) == ("Новое время", "История Казахстана. Т. 3")


def test_an_article_names_journal_issue_and_pages(tmp_path: Path) -> None:
    fields = unimarc(
        ("461", " 0$12001 $aСмена$1210  $d1924-"),
        ("463", " 0$12001 $aN 1$vС. 12-13$1210  $d2009"),
    )
    fields[1] = ("100", "  $a20090304d||||####|||y0rusy0400    ##")
    record = read_one(tmp_path, iso(fields, leader="00000naa2 2200000   450 "))
    assert (record.material_type, record.year) == ("article", 2009)
    assert record.set_title == "Смена. N 1. С. 12-13"


def test_a_set_in_standard_subfields_is_read(tmp_path: Path) -> None:
    host = ("461", " 0$tШығармалар жинағы$v2-том")
    record = unimarc_record(tmp_path, host, title="1 $a2-том")
    assert (record.title, record.part_number) == ("Шығармалар жинағы", "2-том")


def test_works_by_one_author_stand_side_by_side(tmp_path: Path) -> None:
    assert unimarc_record(tmp_path, title="1 $aЧайка$aДядя Ваня").title == "Чайка ; Дядя Ваня"


def test_a_parallel_title_is_another_title(tmp_path: Path) -> None:
    assert unimarc_record(tmp_path, title="1 $aСөз$d= Слово").other_titles == ["Слово"]


@pytest.mark.parametrize(
    "title", ["1 $a\x88The \x89World", "1 $a\x98The \x9cWorld", "1 $a¬The ¬World"]
)
def test_sorting_marks_are_left_out(tmp_path: Path, title: str) -> None:
    assert unimarc_record(tmp_path, title=title).title == "The World"


def test_entities_are_resolved(tmp_path: Path) -> None:
    record = unimarc_record(tmp_path, title="1 $aОтцы &amp; дети &#171;роман&#187; AT&T")
    assert record.title == "Отцы & дети «роман» AT&T"


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (" 1$aБудагов Лазарь Захарович", "Будагов, Лазарь Захарович"),
        (" 1$aЛенин Ульянов,Владимир Ильич", "Ленин Ульянов, Владимир Ильич"),
        (" 1$aХереш$bЭ.", "Хереш, Э."),
        (" 1$aКуприн А.И.", "Куприн, А. И."),
        (" 1$aМаккефри (Маккэффри)$bЭ.", "Маккефри (Маккэффри), Э."),
        (" 1$aӘуезов Мұхтар Омарханұлы", "Әуезов, Мұхтар Омарханұлы"),
        (" 0$aПетр$dI$cимператор", "Петр I"),
        (" 0$aАл-Фараби", "Ал-Фараби"),
        (" 1$aВан Гог", "Ван Гог"),
    ],
)
def test_names_come_in_many_forms(tmp_path: Path, field: str, name: str) -> None:
    (person,) = unimarc_record(tmp_path, ("700", field)).contributors
    assert person.name == name


def test_variants_are_found_by_their_links(tmp_path: Path) -> None:
    record = unimarc_record(
        tmp_path,
        ("700", " 1$6z01700$aКараччоли$bЛ.А."),
        ("700", " 1$6z01700$7ba$aCaraccioli$bL.A."),
        ("702", " 1$6z02790$aПисарев$bС. И.$4730"),
        ("790", " 1$6z02702$aПисарев$bС.$gСтефан"),
    )
    author, translator = record.contributors
    assert (author.name, author.variants) == ("Караччоли, Л. А.", ("Caraccioli, L. A.",))
    assert translator.variants == ("Писарев, Стефан", "Писарев, С.")


def test_a_meeting_is_told_from_a_body(tmp_path: Path) -> None:
    (meeting,) = unimarc_record(tmp_path, ("710", "12$aСъезд$d2$f1996$eАлматы")).contributors
    assert (meeting.kind, meeting.name) == ("meeting", "Съезд (2 ; 1996 ; Алматы)")


@pytest.mark.parametrize(
    ("codes", "languages", "dirty"),
    [
        ("$at\u0430r", ["tat"], True),
        ("$aтат", ["tat"], True),
        ("$arur", ["rus"], False),
        ("$a9est", ["est"], False),
        ("$a|||", [], False),
        ("$arus$akaz", ["rus", "kaz"], False),
        ("$arustat", ["rus", "tat"], False),
        ("$aфра", [], True),
        ("$aund", [], False),
    ],
)
def test_dirty_language_codes_are_mended(
    tmp_path: Path, codes: str, languages: list[str], dirty: bool
) -> None:
    record = unimarc_record(tmp_path, ("101", f"0 {codes}"))
    assert record.languages == languages
    assert ("dirty_language" in record.warnings) is dirty


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("Е.к", 2020),
        ("[1927 или 1928]", 1927),
        ("c1998", 1998),
        ("июнь 1784", 1784),
        ("5708", 2020),
    ],
)
def test_the_first_plausible_year_counts_and_the_text_is_kept(
    tmp_path: Path, printed: str, year: int
) -> None:
    record = unimarc_record(tmp_path, ("210", f"  $d{printed}"))
    assert (record.year, record.year_text) == (year, printed)


def test_no_year_is_none(tmp_path: Path) -> None:
    fields = unimarc(("210", "  $aБ.м.$dб.г."))
    fields[1] = ("100", "  $a20200101|||||||||||m  y0rusy0102    ca")
    record = read_one(tmp_path, iso(fields, leader=UNIMARC_LEADER))
    assert (record.year, record.year_text) == (None, "б.г.")


def test_printed_music_must_be_confirmed(tmp_path: Path) -> None:
    leader = "00000ncm0 2200000   450 "
    assert read_one(tmp_path, iso(unimarc(), leader=leader)).material_type == "book"
    fields = unimarc(("125", "  $aa"))
    assert read_one(tmp_path, iso(fields, leader=leader)).material_type == "score"


def test_bbk_in_the_field_of_dewey_is_told_by_its_letters(tmp_path: Path) -> None:
    assert unimarc_record(tmp_path, ("676", "  $a84(2Рос) А68")).bbk == "84(2Рос) А68"
    assert unimarc_record(tmp_path, ("676", "  $a891.73")).bbk == ""


def test_copies_of_liber_are_read(tmp_path: Path) -> None:
    (copy,) = unimarc_record(
        tmp_path,
        ("995", "  $aЦБС , 1 фил$bКнига$j2007-103/1$k1308-1$l84(2Рос) А68$f0130817001"),
    ).holdings
    assert (copy.branch_code, copy.shelf_mark, copy.barcode) == (
        "ЦБС, 1 фил",
        "84(2Рос) А68",
        "0130817001",
    )
    assert (copy.act_number, copy.inventory_number) == ("2007-103/1", "1308-1")


def test_copies_of_koha_are_read(tmp_path: Path) -> None:
    (copy,) = unimarc_record(tmp_path, ("995", "  $bFIL1$f3012$k84Қ")).holdings
    assert (copy.branch_code, copy.shelf_mark, copy.barcode) == ("FIL1", "84Қ", "3012")
    assert copy.inventory_number == ""


def test_a_list_of_inventory_numbers_becomes_copies(tmp_path: Path) -> None:
    copies = unimarc_record(tmp_path, ("090", "  $aК  86.38$xС 16$e154;155-нк;162-фв;170")).holdings
    assert [(copy.inventory_number, copy.location) for copy in copies] == [
        ("154", "нк"), ("155", "нк"), ("162", "фв"), ("170", ""),
    ]  # fmt: skip
    assert {copy.shelf_mark for copy in copies} == {"К 86.38 С 16"}


def test_a_price_in_tenge_belongs_to_the_copies(tmp_path: Path) -> None:
    record = unimarc_record(tmp_path, ("010", "  $d2 500 тг."), ("899", "  $aA$p1"))
    assert [copy.price for copy in record.holdings] == [2500]


def test_a_name_in_an_authority_record_is_no_title(tmp_path: Path) -> None:
    fields = [("001", "a1"), ("200", " 1$aӘуезов$bМ.")]
    reject = reject_one(tmp_path, iso(fields, leader="00000nx  j2200000   450 "))
    assert (reject.reason, reject.control_number) == ("not_bibliographic", "a1")


def test_the_librarian_overrides_the_format(tmp_path: Path) -> None:
    data = iso([("200", "1 $aСөз"), ("245", "10$aОрнына"), ("008", "x")], leader=UNIMARC_LEADER)
    assert read_one(tmp_path, data, dialect="unimarc").title == "Сөз"
