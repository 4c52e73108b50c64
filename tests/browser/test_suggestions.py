"""The list under the search box: by keyboard, by touch, for those who listen, and not there at all."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import overflow, violations, watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SUGGEST = re.compile(r"/search/suggest/")


def box_of(page: Page):
    """The search box; the order of results is a combobox too."""
    return page.get_by_role("search").get_by_role("combobox")


def typed(page: Page, text: str) -> None:
    """Types into the box as a reader does and waits for the list."""
    box_of(page).press_sequentially(text, delay=20)
    expect(page.get_by_role("listbox")).to_be_visible()


def active(page: Page) -> str:
    """The words of the line that the box points at; empty where it points at none."""
    return page.evaluate(
        "document.getElementById(document.querySelector('input[name=q]')"
        ".getAttribute('aria-activedescendant'))?.textContent ?? ''"
    )


def test_keyboard_walks_the_list_and_follows_a_line(library, open_page):
    page = open_page()
    complaints = watch(page)
    page.goto(library.address("home"))
    box = page.get_by_role("combobox", name="Кітап, автор немесе тақырып")
    box.focus()
    expect(box).to_have_attribute("aria-expanded", "false")
    typed(page, "аба")
    options = page.get_by_role("option")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    assert options.count() >= 3
    assert active(page) == ""
    lines = options.all_text_contents()
    page.keyboard.press("ArrowDown")
    assert active(page) == lines[0]
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    assert active(page) == lines[-1]
    page.keyboard.press("ArrowDown")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) == lines[-1]
    page.keyboard.press("Home")
    assert active(page) == lines[0]
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/kk/(catalogue|search)/"))
    assert complaints == []


def test_escape_closes_the_list_and_leaves_the_words(library, open_page):
    page = open_page()
    page.goto(library.address("found"))
    box = box_of(page)
    box.fill("")
    typed(page, "аба")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("аба")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_enter_without_a_line_searches_for_what_was_typed(library, open_page):
    page = open_page()
    page.goto(library.address("home"))
    typed(page, "аба")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/kk/search/\?q=%D0%B0%D0%B1%D0%B0$"))


def test_number_of_lines_is_announced(library, open_page):
    page = open_page()
    page.goto(library.address("home", "ru"))
    typed(page, "аба")
    expect(page.locator("form[data-suggest] [role=status]")).to_contain_text(
        str(page.get_by_role("option").count())
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tap_follows_a_line_and_the_list_fits(library, open_page, width):
    page = open_page(width=width, height=640, has_touch=True)
    page.goto(library.address("home"))
    typed(page, "аба")
    assert overflow(page) <= 0
    option = page.get_by_role("option").first
    assert option.bounding_box()["height"] >= 44
    option.tap()
    page.wait_for_url(re.compile(r"/kk/(catalogue|search)/"))


def test_typing_asks_once_for_what_stands_there(library, open_page):
    page = open_page()
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if SUGGEST.search(request.url) else None,
    )
    page.goto(library.address("home"))
    typed(page, "аба")
    page.keyboard.press("Backspace")
    page.keyboard.type("а")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert 1 <= len(asked) <= 2, "one for what was typed, none again for what is known"


def test_a_server_that_fails_leaves_a_search_box(library, open_page):
    page = open_page()
    page.route(SUGGEST, lambda route: route.abort())
    page.goto(library.address("home"))
    box = box_of(page)
    with page.expect_event("requestfailed"):
        box.press_sequentially("абай", delay=20)
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("li.result").first).to_be_visible()


def test_without_scripts_there_is_a_plain_search_box(library, open_page):
    page = open_page(javascript=False)
    page.goto(library.address("home"))
    box = page.get_by_role("searchbox")
    expect(box).not_to_have_attribute("aria-expanded", re.compile(".*"))
    expect(page.locator(".suggest")).to_have_count(0)
    box.fill("абай")
    box.press("Enter")
    expect(page.locator("li.result").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_while_the_list_is_open(library, open_page, width, scheme):
    page = open_page(width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    found = []
    for kind, language in (("home", "kk"), ("found", "ru")):
        page.goto(library.address(kind, language))
        box_of(page).fill("")
        typed(page, "аба")
        page.keyboard.press("ArrowDown")
        found += violations(page)
    page.goto(f"{library.url}/kk/search/?tab=pages&q=кітап")
    found += violations(page)
    assert found == []


@pytest.mark.parametrize("scheme", ["white-on-black", "beige"])
def test_axe_finds_nothing_in_a_reading_scheme_either(library, open_page, scheme):
    page = open_page(bypass_csp=True, reduced_motion="reduce")
    page.context.add_cookies(
        [{"name": "birge_reading", "value": f"150.wide.{scheme}.", "url": library.url}]
    )
    page.goto(library.address("home"))
    typed(page, "аба")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    outline = "option => getComputedStyle(option).outlineStyle"
    assert page.get_by_role("option", selected=True).evaluate(outline) == "solid"


def test_tabs_lead_from_books_to_pages_and_back(library, open_page):
    page = open_page(javascript=False)
    page.goto(f"{library.url}/kk/search/?q=кітап")
    tabs = page.locator("nav.tabs a")
    expect(tabs).to_have_count(2)
    expect(tabs.first).to_have_attribute("aria-current", "page")
    tabs.last.click()
    expect(page).to_have_url(re.compile("tab=pages"))
    expect(page.locator("ol.foundpages mark").first).to_be_visible()
    page.get_by_role("link", name="Русский").click()
    expect(page).to_have_url(re.compile("/ru/search/.*tab=pages"))
    page.locator("nav.tabs a").first.click()
    assert "tab=" not in page.url
