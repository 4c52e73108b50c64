"""Fixtures for every test, and the list of what could not be run here."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.utils.translation.reloader import translation_file_changed

from birge.core.translations.catalogs import compile_catalogs
from tests import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# Playwright keeps an event loop running in the test's thread; Django would refuse to query there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

TRACES = needs.ROOT / "test-results"
OFFLINE = (  # a browser that looks for updates or a proxy is slow and noisy without a network
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


# What runs -------------------------------------------------------------------------------------


def pytest_configure() -> None:
    """Compile the translations, so that a plain `pytest` reads what the .po files say now."""
    for written in compile_catalogs(needs.ROOT / "locale"):
        translation_file_changed(None, written)  # Django has been set up, and has read the old ones


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that belong to this run's database.

    A run on PostgreSQL repeats only what a database can change; tests of PostgreSQL alone are
    left to that run where there is one, and are reported absent where there is none.
    """
    if needs.on_postgres():
        kept = [item for item in items if _marked(item, "database", "postgres")]
    elif needs.missing("postgres"):
        kept = items
    else:
        kept = [item for item in items if not _marked(item, "postgres")]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _marked(item: pytest.Item, *names: str) -> bool:
    return any(item.get_closest_marker(name) for name in names)


@pytest.fixture(autouse=True)
def _needs_by_marker(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("browser"):
        needs.require("chromium")
    for name in ("postgres", "elasticsearch"):
        if request.node.get_closest_marker(name):
            needs.require(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what was absent and how many tests wait for it."""
    reasons = Counter(_absence(report) for report in terminalreporter.stats.get("skipped", []))
    reasons.pop("", None)
    if reasons:
        terminalreporter.section("not run here")
        for reason, count in sorted(reasons.items()):
            terminalreporter.line(f"{reason}: {count} test{'s' * (count != 1)}")


def _absence(report: pytest.TestReport) -> str:
    text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return text.removeprefix("Skipped: ") if needs.ABSENT in text else ""


# A real browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: its event loop must not reach tests that have one of their own."""
    needs.require("chromium")
    from playwright.sync_api import sync_playwright

    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium's sandbox refuses root
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=needs.chromium_path(),
            args=[*OFFLINE, *(["--no-sandbox"] if as_root else [])],
        )
        yield chromium
        chromium.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let fixtures know at teardown whether their test failed."""
    report = yield
    item.stash.setdefault(FAILED, False)
    item.stash[FAILED] |= report.failed
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser context of its own: `open_page(width=360, javascript=False, …)`.

    Takes `width`, `height`, `javascript` and any option of Playwright's `new_context`. A request
    to another host is stopped and fails the test; a trace is kept only for a failure.
    """
    strangers: list[str] = []
    with ExitStack() as closing:

        def open_(
            *, width: int = 1280, height: int = 900, javascript: bool = True, **options
        ) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=javascript,
                **options,
            )
            closing.callback(context.close)
            context.route(_is_elsewhere, lambda route: _stop(route, strangers))
            context.tracing.start(screenshots=True, snapshots=True)
            closing.callback(_end_trace, context, request.node)
            return context.new_page()

        yield open_
    assert not strangers, f"requests that left the site: {strangers}"


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in (
        "localhost",
        "127.0.0.1",
    )


def _stop(route, strangers: list[str]) -> None:
    strangers.append(route.request.url)
    route.abort()


def _end_trace(context: BrowserContext, item: pytest.Item) -> None:
    if not item.stash.get(FAILED, False):
        context.tracing.stop()
        return
    TRACES.mkdir(exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", item.nodeid).strip("-")[-120:]
    context.tracing.stop(path=_unused(TRACES / f"{name}.zip"))


def _unused(path: Path) -> Path:
    number = 2
    found = path
    while found.exists():
        found = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return found
