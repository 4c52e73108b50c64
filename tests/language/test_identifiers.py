"""ISBN and ISSN in one form."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import isbn as stdnum_isbn

from birge.language.identifiers import find_isbns, hyphenate_isbn, isbn13, issn


@pytest.mark.parametrize(
    "text",
    [
        "9786010433069",
        "978-601-04-3306-9",
        "978–601–04–3306–9",
        "ISBN 978 601 04 3306 9",
        "ISBN-13: 978-601-04-3306-9",
        "9786010433069.0",
        "978-601-04-3306-9 (қатты мұқаба)",
        "978-601-04-3306-9 : 2500 тг",
    ],
)
def test_an_isbn_has_one_form(text: str) -> None:
    assert isbn13(text) == "9786010433069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5-02-013850-9", "9785020138506"), ("0-8044-2957-x", "9780804429573")],
)
def test_ten_digits_become_thirteen(text: str, expected: str) -> None:
    assert isbn13(text) == expected


def test_a_cyrillic_check_letter_is_read() -> None:
    assert isbn13("0-8044-2957-\u0425") == "9780804429573"


@pytest.mark.parametrize(
    "text",
    ["", "9786010433068", "978601043306", "9.78601E+12", "абай", "1234567890123", "9771234567898"],
)
def test_anything_else_is_none(text: str) -> None:
    assert isbn13(text) is None


def test_isbns_are_found_in_text() -> None:
    text = "Т. 1: 978-601-04-3306-9; т. 2: 5-02-013850-9, қайта 9786010433069, тел. 87172123456"
    assert find_isbns(text) == ["9786010433069", "9785020138506"]


def test_hyphens_are_set_by_agency() -> None:
    assert hyphenate_isbn("9786010433069") == "978-601-04-3306-9"
    assert hyphenate_isbn("абай") == "абай"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("03178471", "0317-8471"), ("ISSN 0317-8471", "0317-8471"), ("0317-8472", None), ("", None)],
)
def test_issn(text: str, expected: str | None) -> None:
    assert issn(text) == expected


@given(st.text("0123456789", min_size=9, max_size=9))
def test_ten_and_thirteen_meet(digits: str) -> None:
    ten = digits + stdnum_isbn._calc_isbn10_check_digit(digits)
    thirteen = isbn13(ten)
    assert thirteen is not None
    assert stdnum_isbn.to_isbn10(thirteen) == ten
    assert isbn13(hyphenate_isbn(ten)) == thirteen


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    isbn13(text)
    issn(text)
    find_isbns(text)


@pytest.mark.parametrize("unit", ["9", "978-", "- ", "1 ", "ISBN "])
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    start = time.perf_counter()
    find_isbns(unit * (1_000_000 // len(unit)))
    isbn13(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - start < 5
