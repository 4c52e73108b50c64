"""What becomes of MARC 21 fields."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from birge.catalogue.marc.bibliographic import ContributorData
from tests.catalogue.marc.samples import iso, marc21, marc21_record, read_one


def test_a_full_record_lands_in_its_places(tmp_path: Path) -> None:
    record = marc21_record(
        tmp_path,
        ("020", "  $a978-9965-35-312-3 (пер.) :$c2500 тг"),
        ("022", "  $a0130-5409"),
        ("041", "1 $akaz$hrus"),
        ("080", "  $a821.512.122"),
        ("084", "  $a84(5Қаз)$2rubbk"),
        ("100", "1 $aӘуезов, Мұхтар,$d1897-1961."),
        ("250", "  $a2-бас.,$bтолықт."),
        ("260", "  $aАлматы :$bЖазушы,$c2009."),
        ("300", "  $a480 б. :$bсур. ;$c21 см."),
        ("490", "1 $aКлассика ;$v3"),
        ("500", "  $aДля чтения с 12+"),
        ("520", "  $aРоман-эпопея."),
        ("650", " 7$aҚазақ әдебиеті$xРоман.$2local"),
        ("653", "  $aАбай$aэпопея"),
        ("700", "1 $aКим, А.$eпер."),
        ("852", "  $aҚалалық кітапхана$bFIL1$cАбонемент$h84(5Қаз)$iӘ82$p1000234$zҚолжазба"),
        title="10$aАбай жолы :$bроман-эпопея.$n1-кітап,$pЖас Абай /$cМұхтар Әуезов.",
    )
    assert record.control_number == "k1"
    assert (record.title, record.subtitle) == ("Абай жолы", "роман-эпопея")
    assert (record.part_number, record.part_title) == ("1-кітап", "Жас Абай")
    assert record.responsibility == "Мұхтар Әуезов"
    assert record.contributors == [
        ContributorData("Әуезов, Мұхтар", "person", "aut", "1897-1961", (), main=True),
        ContributorData("Ким, А.", "person", "trl"),
    ]
    assert (record.languages, record.original_languages) == (["kaz"], ["rus"])
    assert (record.year, record.year_text) == (2009, "2009")
    assert record.edition == "2-бас., толықт."
    assert (record.place, record.publisher) == ("Алматы", "Жазушы")
    assert record.extent == "480 б. : сур. ; 21 см"
    assert (record.isbns, record.issns) == (["9789965353123"], ["0130-5409"])
    assert record.subjects == ["Қазақ әдебиеті — Роман", "Абай", "эпопея"]
    assert (record.series, record.series_number) == ("Классика", "3")
    assert (record.udc, record.bbk) == ("821.512.122", "84(5Қаз)")
    assert (record.annotation, record.age_mark) == ("Роман-эпопея.", 12)
    assert (record.material_type, record.audience) == ("book", "children")
    (copy,) = record.holdings
    assert (copy.branch_code, copy.location, copy.shelf_mark) == (
        "FIL1",
        "Абонемент",
        "84(5Қаз) Ә82",
    )
    assert (copy.barcode, copy.price, copy.note) == ("1000234", 2500, "Қолжазба")


def test_the_original_script_is_preferred_and_the_romanised_form_kept(tmp_path: Path) -> None:
    record = marc21_record(
        tmp_path,
        ("100", "1 $6880-01$aRubina, Dina.$q(Dina Ilʹinichna)"),
        ("260", "  $6880-03$aMoskva :$bĖksmo,$c2010."),
        ("880", "1 $6100-01/(N$aРубина, Дина."),
        ("880", "10$6245-02/(N$aСиндром Петрушки :$bроман /$cДина Рубина."),
        ("880", "  $6260-03/(N$aМосква :$bЭксмо,$c2010."),
        title="10$6880-02$aSindrom Petrushki :$broman /$cDina Rubina.",
    )
    assert (record.title, record.subtitle) == ("Синдром Петрушки", "роман")
    assert record.other_titles == ["Sindrom Petrushki : roman"]
    assert (record.place, record.publisher) == ("Москва", "Эксмо")
    (author,) = record.contributors
    assert author.name == "Рубина, Дина"
    assert author.variants == ("Rubina, Dina", "Rubina, Dina Ilʹinichna")


def test_other_scripts_stay_beside_the_romanised_title(tmp_path: Path) -> None:
    record = marc21_record(tmp_path, ("880", "10$6245-01/(2/r$aכנסת"), title="10$6880-01$aKeneset")
    assert (record.title, record.other_titles) == ("Keneset", ["כנסת"])


def test_a_title_in_880_alone_is_found(tmp_path: Path) -> None:
    fields = [field for field in marc21(("880", "10$6245-00$aСлова")) if field[0] != "245"]
    assert read_one(tmp_path, iso(fields)).title == "Слова"


@pytest.mark.parametrize("tag", ["246", "240", "130"])
def test_a_missing_title_is_sought_elsewhere(tmp_path: Path, tag: str) -> None:
    record = marc21_record(tmp_path, (tag, "10$aҚара сөздер"), title="10$h[мәтін]")
    assert record.title == "Қара сөздер"
    assert "title_from_other_field" in record.warnings


def test_the_title_of_the_set_stands_in_for_a_number(tmp_path: Path) -> None:
    host = (
        "773",
        "18$gЧ. 2$aВейдемейер, Александр Иванович (1789-1852)$tОбзор происшествий / А. Вейдемейер"
        "$dСанкт-Петербург : Тип. Глазунова, 1848",
    )
    record = marc21_record(tmp_path, host, title="00$aЧ. 2")
    assert (record.title, record.part_number) == ("Обзор происшествий", "Ч. 2")
    assert record.set_title == "Обзор происшествий"
    assert (record.responsibility, record.place) == ("А. Вейдемейер", "Санкт-Петербург")
    assert record.publisher == "Тип. Глазунова"
    assert record.contributors == [
        ContributorData("Вейдемейер, Александр Иванович", dates="1789-1852", main=True)
    ]


def test_a_series_stands_in_where_there_is_no_set(tmp_path: Path) -> None:
    record = marc21_record(tmp_path, ("490", "0 $aЖинақ"), title="00$a2-кітап")
    assert (record.title, record.part_number) == ("Жинақ", "2-кітап")


def test_a_number_alone_stays_the_title_with_a_warning(tmp_path: Path) -> None:
    record = marc21_record(tmp_path, title="00$aТ. 1")
    assert record.title == "Т. 1"
    assert "title_is_part_number" in record.warnings


def test_an_article_names_its_journal(tmp_path: Path) -> None:
    fields = marc21(("773", "0 $tПростор$g2019. № 5. С. 3-9"), title="10$aО слове")
    record = read_one(tmp_path, iso(fields, leader="00000nab a2200000 i 4500"))
    assert record.material_type == "article"
    assert record.set_title == "Простор. 2019. № 5. С. 3-9"


def test_a_package_of_e_books_is_no_set(tmp_path: Path) -> None:
    assert marc21_record(tmp_path, ("773", "0 $tSpringer eBooks")).set_title == ""


@pytest.mark.parametrize(
    ("leader", "material"),
    [
        ("am", "book"), ("as", "periodical"), ("aa", "article"), ("tm", "manuscript"),
        ("cm", "score"), ("em", "map"), ("gm", "video"), ("im", "audio"), ("jm", "audio"),
        ("km", "picture"), ("mm", "electronic"), ("om", "kit"), ("rm", "other"), ("?m", "book"),
    ],
)  # fmt: skip
def test_the_leader_tells_the_material(tmp_path: Path, leader: str, material: str) -> None:
    data = iso(marc21(), leader=f"00000n{leader} a2200000 i 4500")
    assert read_one(tmp_path, data).material_type == material


def test_an_online_book_is_electronic(tmp_path: Path) -> None:
    fields = [("008", "250101s2020    kz a   jo     000 0 kaz d"), ("245", "10$aКітап")]
    assert read_one(tmp_path, iso(fields)).material_type == "electronic"


def test_coded_data_that_lost_blanks_tell_only_the_year(tmp_path: Path) -> None:
    fields = [("008", "080522s1913 ru 000 | rus d"), ("245", "10$aЛавра")]
    record = read_one(tmp_path, iso(fields))
    assert (record.year, record.languages, record.material_type) == (1913, [], "book")


@pytest.mark.parametrize(
    ("heading", "name", "kind"),
    [
        (
            ("110", "2 $aҚазақстан.$bМәдениет министрлігі."),
            "Қазақстан. Мәдениет министрлігі",
            "body",
        ),
        (("111", "2 $aСъезд$n(2 ;$d1996 ;$cАлматы)"), "Съезд (2 ; 1996 ; Алматы)", "meeting"),
        (("100", "0 $aЕкатерина$bII,$cимператрица"), "Екатерина II", "person"),
        (("100", "0 $aИоанн Дамаскин$cпреподобный"), "Иоанн Дамаскин", "person"),
        (("100", "1 $aХереш Э."), "Хереш, Э.", "person"),
    ],
)
def test_headings_become_names(
    tmp_path: Path, heading: tuple[str, str], name: str, kind: str
) -> None:
    (agent,) = marc21_record(tmp_path, heading).contributors
    assert (agent.name, agent.kind, agent.main, agent.role) == (name, kind, True, "aut")


def test_the_author_of_a_work_inside_is_an_author(tmp_path: Path) -> None:
    record = marc21_record(
        tmp_path, ("700", "12$aБарри, Дж.$tПитер Пэн"), ("700", "1 $aИванов, И.")
    )
    assert [person.role for person in record.contributors] == ["aut", "oth"]


def test_wrong_isbns_are_kept_apart(tmp_path: Path) -> None:
    record = marc21_record(
        tmp_path,
        ("020", "  $a5-699-26343-6"),
        ("020", "  $z9789965353123"),
        ("020", "  $aб/ц"),
        ("020", "  $a5-85247-122-4"),
        ("020", "  $a9785852471222"),
    )
    assert record.isbns == ["9785852471222"]
    assert record.invalid_isbns == ["5-699-26343-6", "9789965353123"]


def test_items_follow_their_locations(tmp_path: Path) -> None:
    record = marc21_record(
        tmp_path,
        ("852", "  $81$bFIL1$hА1"),
        ("852", "  $82$bFIL2$hБ2"),
        ("876", "  $82.1$aINV7$p007$c3 000 ₸$d2024-05-17$zжаңа"),
        ("866", "  $81$a2015 № 1–12; жоқ: № 4"),
    )
    first, second = record.holdings
    assert (first.branch_code, first.run) == ("FIL1", "2015 № 1–12; жоқ: № 4")
    assert (second.branch_code, second.shelf_mark, second.barcode) == ("FIL2", "Б2", "007")
    assert (second.inventory_number, second.price, second.note) == ("INV7", 3000, "жаңа")
    assert second.received_on == date(2024, 5, 17)


def test_a_run_without_location_is_a_holding(tmp_path: Path) -> None:
    (holding,) = marc21_record(tmp_path, ("866", " 0$a2015-2020")).holdings
    assert holding.run == "2015-2020"


def test_items_of_koha_are_copies(tmp_path: Path) -> None:
    (copy,) = marc21_record(
        tmp_path,
        ("952", "  $aFIL1$bFIL1$cKIDS$d2023-09-01$eДар читателя$g1500 тенге$iИ-77$o84Қ$p3012$yBK"),
    ).holdings
    assert (copy.branch_code, copy.location, copy.shelf_mark) == ("FIL1", "KIDS", "84Қ")
    assert (copy.inventory_number, copy.barcode, copy.acquisition) == ("И-77", "3012", "gift")
    assert (copy.price, copy.received_on) == (1500, date(2023, 9, 1))


def test_copies_of_symphony_are_read_and_other_local_fields_are_not(tmp_path: Path) -> None:
    (copy,) = marc21_record(
        tmp_path, ("949", "  $a84Қ$i0001$lSTACKS$mMAIN$u1/25/2011"), ("999", "  $aлокальное")
    ).holdings
    assert (copy.branch_code, copy.shelf_mark, copy.barcode) == ("MAIN", "84Қ", "0001")
    assert copy.received_on == date(2011, 1, 25)
