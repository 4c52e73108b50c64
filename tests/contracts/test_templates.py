"""What every template promises: it compiles, states its contract, and needs nothing from outside."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from tests.contracts.sources import files, shown
from tests.needs import ROOT

TEMPLATES = ROOT / "templates"
ALL = list(files(".html", under=TEMPLATES))
COMPONENTS = [path for path in ALL if path.parent == TEMPLATES / "components"]
# Parts of one page: they share its context, and say so.
PARTS = [
    path
    for path in ALL
    if path.parent.name in {"search", "catalogue"} and "{% extends" not in path.read_text("utf-8")
]
CONTRACT = re.compile(r"\{# component: .+(?:; takes |; blocks ).+ #\}")
INCLUDE = re.compile(r"\{% include [^%]+%\}")
# What the content security policy refuses, or would send a reader's browser to another host.
FORBIDDEN = re.compile(
    r"""\sstyle=|<style|\son[a-z]+=["']|javascript:|<script(?![^>]+src=)|(?:src|href)=["']//"""
)
OTHER_HOST = re.compile(r"""(?:src|action|<link[^>]+href)=["']https?://""")
# Compressed, together: styles, and scripts that come after the page is drawn; suggestions are 2 kB.
WEIGHT_LIMIT = 20_000


@pytest.mark.parametrize("path", ALL, ids=shown)
def test_a_template_compiles(path: Path) -> None:
    try:
        get_template(path.relative_to(TEMPLATES).as_posix())
    except TemplateSyntaxError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize("path", [*COMPONENTS, *PARTS], ids=shown)
def test_a_component_begins_with_its_contract(path: Path) -> None:
    assert CONTRACT.fullmatch(path.read_text(encoding="utf-8").splitlines()[0])


@pytest.mark.parametrize("path", ALL, ids=shown)
def test_a_component_is_given_only_what_it_takes(path: Path) -> None:
    for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if "components/" in include and "components/body.html" not in include:
            assert include.endswith(" only %}"), include


@pytest.mark.parametrize("path", ALL, ids=shown)
def test_a_template_holds_no_style_and_no_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not FORBIDDEN.search(text)
    assert not OTHER_HOST.search(text)


def test_style_sheets_ask_no_other_host() -> None:
    for path in files(".css", under=ROOT / "static"):
        text = path.read_text(encoding="utf-8")
        assert "@import" not in text, shown(path)
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", text), shown(path)


def test_every_style_sheet_is_linked_and_every_link_has_its_sheet() -> None:
    pages = (TEMPLATES / "components/styles.html").read_text(encoding="utf-8")
    admin = (ROOT / "birge/core/wagtail_hooks.py").read_text(encoding="utf-8")
    linked = re.findall(r"css/([\w-]+\.css)", pages + admin)
    assert sorted(linked) == sorted(path.name for path in files(".css", under=ROOT / "static/css"))


def test_colors_stand_in_the_tokens_alone() -> None:
    """Elsewhere a color has a name; what a camera reads or a reader is offered stays literal."""
    literal = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(")
    for path in files(".css", under=ROOT / "static/css"):
        if path.name in {"tokens.css", "covers.css", "print.css"}:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.lstrip().startswith((".opt--", ".qr")):
                assert not literal.search(line), f"{path.name}: {line.strip()}"


def test_styles_and_scripts_are_light() -> None:
    assets = [*files(".css", under=ROOT / "static"), *files(".js", under=ROOT / "static")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in assets) < WEIGHT_LIMIT


def test_every_icon_asked_for_is_in_the_sprite() -> None:
    sprite = (TEMPLATES / "components/ornament_sprite.html").read_text(encoding="utf-8")
    drawn = set(re.findall(r'id="i-([\w-]+)"', sprite))
    asked = set()
    for path in ALL:
        asked |= set(re.findall(r'icon\.html" with name="([\w-]+)"', path.read_text("utf-8")))
    assert asked <= drawn
    figures = set(re.findall(r'id="(o-[\w-]+)"', sprite))
    assert set(re.findall(r'href="#(o-[\w-]+)"', sprite)) <= figures
