"""Every page for everybody: axe, keyboard, small screens, large text, paper, the reading panel."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watching import covered, overflow, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

KINDS = (
    "home", "catalogue", "found", "filtered", "nothing", "refused", "record", "content",
    "section", "branches", "branch", "reading", "missing", "untranslated",
)  # fmt: skip
TYPES = ("home", "found", "nothing", "record", "content", "branches", "branch", "reading")
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_axe_finds_nothing(library, open_page, language, width, scheme):
    page = open_page(width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    found = []
    for kind in KINDS:
        page.goto(library.address(kind, language))
        if kind == "home":
            page.locator("details.reading > summary").click()
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_is_wider_than_a_small_screen(library, open_page, kind):
    page = open_page(width=320, height=640)
    for language in ("kk", "ru"):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(library.address(kind, language))
        assert overflow(page) <= 0, language
        page.set_viewport_size({"width": 640, "height": 640})
        page.evaluate(LARGE_TEXT)
        assert overflow(page) <= 0, f"{language}, text twice as large"


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_lies_over_what_is_clicked(library, open_page, kind):
    page = open_page()
    for width in (360, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for language in ("kk", "ru"):
            page.goto(library.address(kind, language))
            assert covered(page) == [], f"{language} at {width}"


@pytest.mark.parametrize("javascript", [True, False])
def test_first_stop_of_the_keyboard_skips_to_the_content(library, open_page, javascript):
    page = open_page(javascript=javascript)
    page.goto(library.address("section"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Мазмұнға өту")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a, main summary, main [tabindex]").first).to_be_focused()


def test_keyboard_alone_reaches_the_search_and_searches(library, open_page):
    page = open_page()
    page.goto(library.address("home"))
    box = page.get_by_role("combobox")
    for _stop in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    page.keyboard.type("абай")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/kk/search/\?q="))
    expect(page.locator("li.result").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_menu_of_a_phone_opens_and_leads(library, open_page, javascript):
    page = open_page(width=360, height=740, javascript=javascript)
    page.goto(library.address("home"))
    expect(page.locator("nav.mainnav")).to_be_hidden()
    summary = page.locator("details.menu > summary")
    expect(summary).to_contain_text("Мәзір")
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator("details.menu").get_by_role("link", name="Өлкетану")
    expect(link).to_be_visible()
    assert overflow(page) <= 0
    link.click()
    expect(page).to_have_url(f"{library.url}/kk/local-history/")


def test_reading_panel_is_remembered_without_scripts(library, open_page):
    page = open_page(javascript=False)
    page.goto(library.address("section"))
    usual = page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontSize")
    panel = page.locator("details.reading")
    panel.locator("summary").click()
    panel.locator("input[name=size][value='150']").check()
    panel.locator("input[value=white-on-black]").check()
    panel.get_by_role("button", name="Қолдану").click()
    expect(page).to_have_url(library.address("section"))
    for url in (library.address("section"), library.address("record", "ru")):
        page.goto(url)
        expect(page.locator("html")).to_have_attribute("data-size", "150")
        expect(page.locator("html")).to_have_attribute("data-scheme", "white-on-black")
    page.goto(library.address("section"))
    large = page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontSize")
    assert float(large.rstrip("px")) > 1.2 * float(usual.rstrip("px"))
    assert page.locator("body").evaluate("body => getComputedStyle(body).color") == (
        "rgb(255, 255, 255)"
    )
    panel.locator("summary").click()
    panel.get_by_role("button", name="Әдеттегі көрініске оралу").click()
    assert page.locator("html").get_attribute("data-size") is None


@pytest.mark.parametrize("kind", ["record", "content", "found"])
def test_largest_text_of_the_panel_fits_a_small_screen(library, open_page, kind):
    page = open_page(width=320, height=640, javascript=False)
    page.goto(library.address("reading"))
    form = page.locator("main form").first
    form.locator("input[name=size][value='200']").check()
    form.locator("input[value=widest]").check()
    form.get_by_role("button", name="Қолдану").click()
    page.goto(library.address(kind))
    expect(page.locator("html")).to_have_attribute("data-size", "200")
    assert overflow(page) <= 0


def test_pictures_can_be_switched_off(library, open_page):
    page = open_page(javascript=False)
    page.goto(library.address("reading"))
    form = page.locator("main form").first
    form.locator("input[name=images][value=off]").check()
    form.get_by_role("button", name="Қолдану").click()
    page.goto(library.address("content"))
    expect(page.locator("html")).to_have_attribute("data-images", "off")
    expect(page.locator("figure img").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["black-on-white", "white-on-black", "blue", "beige"])
def test_axe_finds_nothing_in_a_reading_scheme(library, open_page, scheme):
    page = open_page(bypass_csp=True, reduced_motion="reduce")
    page.context.add_cookies(
        [{"name": "birge_reading", "value": f"150.wide.{scheme}.", "url": library.url}]
    )
    found = []
    for kind in ("found", "record", "content", "branch"):
        page.goto(library.address(kind))
        expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("kind", ["record", "content", "found", "branch"])
def test_paper_gets_the_words_and_not_the_controls(library, open_page, kind):
    page = open_page(width=800)
    page.goto(library.address(kind))
    page.emulate_media(media="print")
    for chrome in (".util", "nav.mainnav", "header .searchbox", ".foot", "a.skip"):
        expect(page.locator(chrome).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).color") == "rgb(0, 0, 0)"


def test_dark_is_dark(library, open_page):
    shades = {}
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto(library.address("home"))
        color = page.locator("body").evaluate("body => getComputedStyle(body).color")
        shades[scheme] = sum(int(part) for part in re.findall(r"\d+", color)[:3])
    assert shades["dark"] > 2 * shades["light"]
