"""The demonstration's data holds together: real letters, right check digits, pages that line up."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from stdnum import isbn

import birge.site.demo
from birge.catalogue.choices import (
    Accessibility,
    Acquisition,
    AgeMark,
    Audience,
    HoldingStatus,
    MaterialType,
)
from birge.core.bin import is_valid_bin
from birge.home.models.base import RESERVED_SLUGS
from birge.site.demo import holdings, library
from birge.site.demo.books import BOOKS, BOOKS_BY_KEY
from birge.site.demo.page_model import Block, DemoPage
from birge.site.demo.pages import PAGES
from birge.site.demo.people import PEOPLE
from birge.site.sections import SECTIONS

LANGUAGES = {"kaz", "rus", "eng", "tat", "uig", "uzb", "kir", "ger", "tur"}
ORIGINALS = LANGUAGES | {
    "ara", "ava", "chg", "dan", "fre", "grc", "heb", "ita", "jpn", "otk", "per", "pol", "spa", "swe",
}  # fmt: skip
KAZAKH_LETTERS = set("әғқңөұүһі")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[Ѐ-ԯ]")
BLOCK_TYPES = {
    "heading", "text", "quote", "table", "timeline", "key_figures", "faq", "call_to_action",
    "contacts", "hours", "partners",
}  # fmt: skip
BRANCH_CODES = {branch.code for branch in library.BRANCHES}


def strings_in(value: Any) -> Iterator[str]:
    """Yield every string inside dataclasses, mappings and sequences."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from strings_in(tuple(value.items()))
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from strings_in(item)


def shape(content: Any) -> Any:
    """Return the nesting of a block without its words."""
    return tuple(shape(item) for item in content) if isinstance(content, tuple) else "words"


def block_shape(block: Block) -> tuple[Any, ...]:
    return (block[0], *(shape(item) for item in block[1:]))


def test_there_are_enough_books_in_both_languages() -> None:
    languages = Counter(book.language for book in BOOKS)
    assert len(BOOKS) >= 240
    assert languages["kaz"] >= 90
    assert languages["rus"] >= 90
    assert len(languages) >= 6


def test_keys_are_unique() -> None:
    assert len(BOOKS_BY_KEY) == len(BOOKS)
    editions = Counter(
        (b.title, b.language, b.authors, b.part_number, b.year, b.publisher) for b in BOOKS
    )
    assert [edition for edition, times in editions.items() if times > 1] == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.key)
def test_a_book_is_complete_enough_to_catalogue(book: Any) -> None:
    assert book.title.strip() == book.title != ""
    assert book.language in LANGUAGES
    assert book.original in ORIGINALS | {""}
    assert book.original != book.language
    assert 1 <= len(book.subjects) <= 3
    assert book.annotation.endswith((".", "!", "?", "…"))
    assert book.year is None or 1900 <= book.year <= 2026
    assert book.kind in MaterialType.values
    assert book.audience in Audience.values
    assert book.age in AgeMark.labels
    assert set(book.authors) <= set(PEOPLE)
    assert re.fullmatch(r"[a-z0-9-]+", book.key)


def test_every_author_has_both_forms_and_a_book() -> None:
    assert all(person.kk and person.ru for person in PEOPLE.values())
    assert set(PEOPLE) == {key for book in BOOKS for key in book.authors}


def test_isbn_check_digits_are_right_and_given_once() -> None:
    numbers = [book.isbn for book in BOOKS if book.isbn]
    assert len(numbers) >= 8
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert isbn.validate(number)


def test_a_work_joins_editions() -> None:
    works = Counter(book.work for book in BOOKS if book.work)
    assert [work for work, editions in works.items() if editions < 2] == []
    bilingual = {
        work
        for work in works
        if {"kaz", "rus"} <= {book.language for book in BOOKS if book.work == work}
    }
    assert len(bilingual) >= 30


def test_kazakh_and_russian_words_are_in_their_own_letters() -> None:
    for book in BOOKS:
        letters = set(book.annotation.lower())
        if book.language == "kaz":
            assert letters & KAZAKH_LETTERS, book.key
        if book.language == "rus":
            assert not letters & KAZAKH_LETTERS, book.key


def test_no_word_mixes_alphabets() -> None:
    everything = (BOOKS, PEOPLE, PAGES, library.LIBRARY, library.BRANCHES, library.HOLIDAYS)
    words = {word for text in strings_in(everything) for word in re.findall(r"[^\W\d_]+", text)}
    assert [word for word in words if LATIN.search(word) and CYRILLIC.search(word)] == []


def test_searches_by_another_form_have_something_to_find() -> None:
    words = [
        (book.language, word)
        for book in BOOKS
        for word in re.findall(r"[^\W\d_]+", f"{book.title} {book.subtitle}".lower())
    ]
    assert ("kaz", "кітабы") in words
    assert ("kaz", "кітаптар") not in words
    assert ("rus", "книга") in words
    assert ("rus", "книг") in words
    assert ("rus", "книгами") not in words
    assert {"қазақ", "қазақтың"} <= {word for language, word in words if language == "kaz"}


def test_the_data_needs_no_django() -> None:
    folder = Path(birge.site.demo.__file__).parent
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith(("django", "wagtail")), path.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_page_lines_up_block_by_block(page: DemoPage) -> None:
    assert {block[0] for block in page.kk.body} <= BLOCK_TYPES
    assert page.kk.title and page.kk.lead and len(page.kk.lead) <= 500
    if page.ru is not None:
        assert page.ru.title and page.ru.lead and len(page.ru.lead) <= 500
        assert [block_shape(b) for b in page.kk.body] == [block_shape(b) for b in page.ru.body]


def test_pages_stand_in_a_tree_with_latin_addresses() -> None:
    seen = {""}
    for page in PAGES:
        assert re.fullmatch(r"[a-z0-9-]+", page.slug)
        assert page.slug not in seen | RESERVED_SLUGS
        assert page.parent in seen, f"{page.slug} comes before its parent"
        assert page.footer in {"", "reader", "library", "legal"}
        seen.add(page.slug)


def test_every_section_of_the_site_has_words() -> None:
    written = {page.slug for page in PAGES if not page.parent}
    assert {s.slug for s in SECTIONS if s.page_type in {"content", "branches"}} == written
    by_slug = {section.slug: section for section in SECTIONS}
    for page in PAGES:
        if not page.parent:
            assert (page.kk.title, page.ru.title) == (by_slug[page.slug].kk, by_slug[page.slug].ru)


def test_a_few_pages_are_in_kazakh_only() -> None:
    assert 2 <= sum(page.ru is None for page in PAGES) <= 3


def test_links_lead_to_the_language_of_the_page() -> None:
    known = {*(page.slug for page in PAGES), *(section.slug for section in SECTIONS)}
    for page in PAGES:
        for code, text in (("kk", page.kk), ("ru", page.ru)):
            for words in strings_in(text) if text else ():
                for path in re.findall(r'(?:^|href=")(/[^"]*)', words):
                    if not path.startswith("/api/"):
                        language, slug = path.strip("/").split("/")
                        assert language == code
                        assert slug in known


def test_text_blocks_use_plain_html_that_closes() -> None:
    for page in PAGES:
        for text in filter(None, (page.kk, page.ru)):
            for block in text.body:
                for words in strings_in(block):
                    tags = re.findall(r"<(/?)(\w+)", words)
                    assert {name for _, name in tags} <= {"p", "ul", "ol", "li", "a", "b"}
                    opened = Counter(name for slash, name in tags if not slash)
                    assert opened == Counter(name for slash, name in tags if slash)


def test_blocks_about_a_branch_name_one_of_ours() -> None:
    for page in PAGES:
        for block in page.kk.body:
            if block[0] in {"contacts", "hours"}:
                assert block[2] in BRANCH_CODES | {""}


def test_the_library_is_nobody_real() -> None:
    assert is_valid_bin(library.LIBRARY.bin)
    assert library.LIBRARY.bin[2:4] == "00"
    for text in strings_in((library.LIBRARY, library.BRANCHES, PAGES)):
        for phone in re.findall(r"\+7[\d ]+", text):
            assert phone.strip().startswith("+7 700 000 00 0")
        for domain in re.findall(r"@([\w.-]+)", text):
            assert domain.endswith(".example")


def test_hours_of_branches_are_possible() -> None:
    for branch in library.BRANCHES:
        assert set(branch.accessibility) <= set(Accessibility.values)
        assert set(branch.seasonal_hours) <= {season.key for season in library.SEASONS}
        for rows in (branch.hours, *branch.seasonal_hours.values()):
            weekdays = [weekday for row in rows for weekday in row.weekdays]
            assert len(set(weekdays)) == len(weekdays)
            for row in rows:
                assert row.opens < row.closes
                assert bool(row.lunch_from) == bool(row.lunch_to)
                if row.lunch_from:
                    assert row.opens < row.lunch_from < row.lunch_to < row.closes


def test_holidays_are_days_of_the_calendar() -> None:
    assert sum(holiday.days for holiday in library.HOLIDAYS) == 14
    for holiday in library.HOLIDAYS:
        assert date(2026, holiday.month, holiday.day)


def test_copies_are_drawn_the_same_every_time() -> None:
    again = tuple(copy for book in BOOKS for copy in holdings.copies_of(book))
    assert again == holdings.COPIES


def test_copies_are_plausible() -> None:
    numbers = [copy.inventory_number for copy in holdings.COPIES]
    assert len(set(numbers)) == len(numbers)
    per_book = Counter(copy.book for copy in holdings.COPIES)
    assert set(per_book.values()) <= {1, 2, 3, 4, 5}
    for copy in holdings.COPIES:
        assert copy.branch in BRANCH_CODES
        assert copy.status in HoldingStatus.values
        assert copy.acquisition in Acquisition.values
        assert copy.price > 0
        assert 0 < (holdings.REFERENCE_DATE - copy.received_on).days <= holdings.THREE_YEARS
    statuses = Counter(copy.status for copy in holdings.COPIES)
    assert statuses["on_shelf"] > len(holdings.COPIES) / 2
    assert statuses["on_loan"] and statuses["reading_room"]


def test_editions_no_shop_sells_were_not_bought() -> None:
    for copy in holdings.COPIES:
        year = BOOKS_BY_KEY[copy.book].year
        if year and year < holdings.OUT_OF_PRINT_BEFORE:
            assert copy.acquisition != "purchase"


def test_about_twenty_books_have_just_come() -> None:
    assert set(BOOKS_BY_KEY) >= holdings.JUST_RECEIVED
    recent = {
        copy.book
        for copy in holdings.COPIES
        if (holdings.REFERENCE_DATE - copy.received_on).days <= holdings.RECENT_DAYS
    }
    assert 18 <= len(recent) <= 30


def test_a_book_has_copies_or_a_run() -> None:
    held = {copy.book for copy in holdings.COPIES} | {run.book for run in holdings.RUNS}
    assert held == set(BOOKS_BY_KEY)
    assert {run.branch for run in holdings.RUNS} <= BRANCH_CODES
