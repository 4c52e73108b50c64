"""A resident's way: home, a search in Kazakh, a book, over to Russian, a page of the library."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import overflow, serious, watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PHONE, DESK = 360, 1280
VIEWS = [
    pytest.param(width, javascript, id=f"{width}px-{'with' if javascript else 'without'}-scripts")
    for width in (PHONE, DESK)
    for javascript in (True, False)
]


def open_section(page: Page, width: int, name: str) -> None:
    """Follows a link of the main menu, which on a phone has to be opened first."""
    if width < 600:
        page.locator("details.menu > summary").click()
        page.locator("details.menu").get_by_role("link", name=name, exact=True).click()
    else:
        page.locator("nav.mainnav").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize(("width", "javascript"), VIEWS)
def test_way_from_home_to_a_page_of_the_library(library, open_page, width, javascript):
    page = open_page(width=width, javascript=javascript, locale="kk-KZ")
    complaints = watch(page)

    page.goto(f"{library.url}/")
    expect(page).to_have_url(re.compile(r"/kk/$"))
    expect(page.locator("html")).to_have_attribute("lang", "kk")

    page.locator("input[name=q]").fill("кітаптар")  # a combobox once its script runs
    page.get_by_role("search").get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"/kk/search/\?q="))
    results = page.locator("li.result")
    expect(results.first).to_be_visible()
    expect(page.locator("li.result mark").first).to_be_visible()
    title = results.first.get_by_role("link").first
    name = title.inner_text()

    title.click()
    expect(page).to_have_url(re.compile(r"/kk/catalogue/[0-9a-z]+/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("heading", name="Бұл кітап қайда бар")).to_be_visible()
    expect(page.locator("table.holdings tbody tr").first).to_be_visible()
    expect(page.locator("[data-share]")).to_be_visible(visible=javascript)

    record = page.url
    page.get_by_role("link", name="Русский").click()
    expect(page).to_have_url(record.replace("/kk/", "/ru/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("heading", name="Где находится эта книга")).to_be_visible()

    open_section(page, width, "О библиотеке")
    expect(page).to_have_url(f"{library.url}/ru/about/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("О библиотеке")

    page.goto(f"{library.url}/")
    expect(page).to_have_url(re.compile(r"/ru/$"))  # the choice is remembered
    assert overflow(page) == 0
    assert complaints == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_policy_is_in_force_on_every_page_and_nothing_runs_into_it(library, open_page, language):
    page = open_page()
    complaints = watch(page)
    for kind in library.paths:
        answer = page.goto(library.address(kind, language))
        assert "default-src 'self'" in answer.headers["content-security-policy"], kind
    assert serious(complaints) == []
    refused = page.evaluate(
        "(() => { const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.head.append(script);"
        " return window.ran !== true; })()"
    )
    assert refused, "an inline script ran"


def test_page_that_is_not_translated_says_so_and_leads_back(library, open_page):
    page = open_page(javascript=False)
    page.goto(f"{library.url}/kk/only-kazakh/")
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Пока нет на этом языке")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("main").get_by_text("Тек қазақша")).to_be_visible()
    page.locator("main").get_by_role("link", name="Қазақша").click()
    expect(page).to_have_url(f"{library.url}/kk/only-kazakh/")
    page.go_back()
    page.locator(".langs").get_by_role("link", name="Қазақша").click()
    expect(page).to_have_url(f"{library.url}/kk/only-kazakh/")


@pytest.mark.parametrize(
    ("language", "title", "home"),
    [("kk", "Бет табылмады", "Басты бет"), ("ru", "Страница не найдена", "Главная страница")],
)
def test_missing_page_speaks_the_readers_language(library, open_page, language, title, home):
    page = open_page(width=PHONE, javascript=False)
    assert page.goto(library.address("missing", language)).status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.locator("main").get_by_role("link", name=home).click()
    expect(page).to_have_url(f"{library.url}/{language}/")


def test_filters_and_order_stay_in_the_address(library, open_page):
    page = open_page(javascript=False)
    page.goto(library.address("found"))
    before = page.locator("li.result").count()
    assert before
    page.locator("fieldset.facet input[type=checkbox]").first.check()
    page.locator("#filters").get_by_role("button").click()
    expect(page.locator("a.chip")).to_have_count(1)
    page.locator("form.sort select").select_option("title")
    page.locator("form.sort button").click()
    expect(page.locator("a.chip")).to_have_count(1)
    assert "sort=title" in page.url
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("a.chip")).to_have_count(1)
    assert "sort=title" in page.url
    page.locator("a.chip").click()
    expect(page.locator("a.chip")).to_have_count(0)


def test_after_back_the_controls_say_what_the_list_shows(library, open_page):
    page = open_page(width=DESK)
    page.goto(library.address("found"))
    box = page.locator("#filters input[type=checkbox]").first
    box.check()
    page.locator("#filters .filters__foot button").click()
    expect(page.locator("a.chip")).to_have_count(1)
    page.go_back()
    expect(page.locator("a.chip")).to_have_count(0)
    expect(box).not_to_be_checked()
    page.locator("#sort").select_option("title")
    page.locator("form.sort button").click()
    expect(page).to_have_url(re.compile(r"sort=title"))
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"sort=title"))
    expect(page.locator("#sort")).not_to_have_value("title")


def test_on_a_phone_filters_are_applied_from_anywhere_in_the_form(library, open_page):
    page = open_page(width=PHONE)
    page.goto(f"{library.address('found')}#filters")
    foot = page.locator(".filters__foot")
    expect(foot.get_by_role("button")).to_be_in_viewport(ratio=1)
    for control in page.locator(".filters input:visible, .filters summary").all():
        control.focus()
        box, below = control.bounding_box(), foot.bounding_box()
        assert box["y"] + box["height"] <= below["y"] + 1


def test_links_of_a_record_are_large_enough_to_touch(library, open_page):
    page = open_page(width=PHONE)
    page.goto(library.address("record"))
    links = page.locator(".record .by a, .record .facts a").all()
    assert links
    assert min(link.bounding_box()["height"] for link in links) >= 24
