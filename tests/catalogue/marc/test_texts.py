"""Small readers of catalogue text: numbers, names, punctuation, roles."""

from __future__ import annotations

import time
from datetime import date

import pytest

from birge.catalogue.marc.bibliographic import BibRecord
from birge.catalogue.marc.figures import age_mark_in, date_in, is_part_number, tenge_in, year_in
from birge.catalogue.marc.holdings import acquisition_in
from birge.catalogue.marc.language_codes import CODES, OTHER
from birge.catalogue.marc.names import inverted, tidy, without_dates
from birge.catalogue.marc.punctuation import clean, trimmed
from birge.catalogue.marc.roles import role_in
from birge.catalogue.marc.standard_numbers import isbn_in, issn_in
from birge.catalogue.services.mapping import record_values


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("1500 тг", 1500), ("1 500,00 тенге", 1500), ("₸2000", 2000), ("2000 ₸", 2000),
        ("KZT 700", 700), ("3000 теңге", 3000), ("р. 165.00", None), ("150 руб.", None),
        ("40-00", None), ("$14.95", None), ("б/ц", None), ("", None), ("9" * 30 + " тг", None),
    ],
)  # fmt: skip
def test_only_prices_in_tenge_count(text: str, price: int | None) -> None:
    assert tenge_in(text) == price


@pytest.mark.parametrize("text", ["1" * 2_000_000, "(1900" * 300_000, "1 " * 1_000_000])
def test_a_megabyte_of_figures_is_read_at_once(text: str) -> None:
    started = time.process_time()
    for reader in (tenge_in, date_in, year_in, age_mark_in, isbn_in, is_part_number):
        reader(text + "+")
    without_dates(tidy(text))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("12+", 12), ("Для детей 6+.", 6), ("(18 +)", 18), ("0+", 0), ("C++ 11", None),
        ("IV+340", None), ("512+", None), ("7+", None), ("16+16", None),
    ],
)  # fmt: skip
def test_age_marks_are_found(text: str, mark: int | None) -> None:
    assert age_mark_in(text) == mark


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20240517", date(2024, 5, 17)), ("2024-05-17", date(2024, 5, 17)),
        ("17.05.2024", date(2024, 5, 17)), ("5/17/2024", date(2024, 5, 17)),
        ("2024-02-31", None), ("май", None),
    ],
)  # fmt: skip
def test_dates_are_read_in_their_orders(text: str, day: date | None) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    ("text", "year"), [("1449", None), ("2999", None), ("٢٠٠٩", None), ("20071030", None)]
)
def test_impossible_years_are_none(text: str, year: int | None) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    "text", ["Т. 1", "т.1-2", "Вып. 13.", "Кн. IV", "1-бөлім", "2-том", "№ 5", "Vol. 3", "12"]
)
def test_numbers_of_parts_are_told(text: str) -> None:
    assert is_part_number(text)


@pytest.mark.parametrize(
    "text", ["Том Сойер", "Книга 1 и другие", "1984 год", "Ч", "Кітап", "Vita"]
)
def test_titles_are_not_numbers_of_parts(text: str) -> None:
    assert not is_part_number(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("978-9965-35-312-3", ("9789965353123", "")),
        ("5-85247-122-4", ("9785852471222", "")),
        ("5–85247–122–4 (в пер.)", ("9785852471222", "")),
        ("5852471224 : 30 р.", ("9785852471222", "")),
        ("082480449X", ("9780824804497", "")),
        ("082480449Х", ("9780824804497", "")),
        ("5-85247-122-5", ("", "5-85247-122-5")),
        ("5-85247", ("", "5-85247")),
        ("б/ц", ("", "")),
        ("", ("", "")),
    ],
)
def test_isbns_are_read_out_of_their_fields(text: str, found: tuple[str, str]) -> None:
    assert isbn_in(text) == found


def test_issns_are_checked() -> None:
    assert issn_in("ISSN 0130-5409") == "0130-5409"
    assert issn_in("0130-5408") == ""
    assert issn_in("нет") == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Алматы :", "Алматы"), ("Алматы :.", "Алматы"), ("Жазушы,", "Жазушы"), ("Роман /", "Роман"),
        ("The locket.", "The locket"), ("Я помню...", "Я помню..."), ("Lavrov, P. L.", "Lavrov, P. L."),
        ("Учеб.", "Учеб."), ("[В Петербурге", "В Петербурге"), ("1795]", "1795"), ("[1795]", "[1795]"),
    ],
)  # fmt: skip
def test_signs_that_lead_on_are_trimmed(text: str, kept: str) -> None:
    assert trimmed(text, stops=True) == kept


def test_a_full_stop_stays_where_it_is_not_a_sign() -> None:
    assert trimmed("Библиотека.") == "Библиотека."


def test_text_is_put_on_one_line() -> None:
    assert clean(" a\n\tb\u00a0 c\x07\u200b ") == "a b c"


@pytest.mark.parametrize(
    ("entry", "rest", "name"),
    [
        ("Lu", "Xun", "Lu, Xun"), ("Рожков", "", "Рожков"), ("А. Иванов", "", "А. Иванов"),
        ("Иванов, А.", "А.", "Иванов, А."), ("", "", ""),
    ],
)  # fmt: skip
def test_names_are_inverted_only_where_it_is_safe(entry: str, rest: str, name: str) -> None:
    assert inverted(entry, rest) == name


def test_initials_are_set_apart() -> None:
    assert tidy("Куприн ,А.И. ") == "Куприн, А. И."


@pytest.mark.parametrize(
    ("codes", "words", "role"),
    [
        (("730",), (), "trl"), (("070",), (), "aut"), (("trl",), (), "trl"), ((), ("пер.",), "trl"),
        ((), ("ил.",), "ill"), ((), ("[сост.",), "com"), ((), ("Отв. ред.",), "edt"),
        ((), ("аудармашы",), "trl"), ((), ("құраст.",), "com"), ((), ("ed.",), "edt"),
        (("http://id.loc.gov/vocabulary/relators/nrt",), (), "nrt"), (("999",), ("друг",), "-"),
        ((), ("предисл.",), "aui"), ((), ("переплетчик",), "bnd"),
    ],
)  # fmt: skip
def test_roles_are_read_from_codes_and_words(
    codes: tuple[str, ...], words: tuple[str, ...], role: str
) -> None:
    assert role_in(codes, words, "-") == role


@pytest.mark.parametrize(
    ("text", "way"),
    [("Покупка", "purchase"), ("дар автора", "gift"), ("взамен утерянной", "replacement"),
     ("обмен", "exchange"), ("сыйға", "gift"), ("?", "")],
)  # fmt: skip
def test_ways_of_acquisition_are_told(text: str, way: str) -> None:
    assert acquisition_in(text) == way


def test_mended_codes_are_codes() -> None:
    assert set(OTHER.values()) <= CODES
    assert all(len(code) == 3 and code.isascii() for code in CODES)


@pytest.mark.parametrize(("year", "stored"), [(1977, 1977), (999, None), (9999, None)])
def test_a_year_that_no_publication_bears_is_not_stored(year: int, stored: int | None) -> None:
    data = BibRecord(title="Абай жолы", year=year)
    assert record_values(data, "1")["year"] == stored
