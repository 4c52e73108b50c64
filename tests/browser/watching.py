"""What a page complains about while it is open, and what axe finds on it."""

from __future__ import annotations

from playwright.sync_api import Page, Response

MISSING = "the server responded with a status of 404"


def watch(page: Page) -> list[str]:
    """A list that fills with console errors, exceptions and broken parts of the pages opened."""
    complaints: list[str] = []

    def console(message) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{page.url}: {message.text}")

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            complaints.append(f"{response.status} {response.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("response", answered)
    return complaints


def serious(complaints: list[str]) -> list[str]:
    """All but the browser's note that a page asked for on purpose is not there."""
    return [each for each in complaints if MISSING not in each]


def violations(page: Page) -> list[str]:
    """What axe finds: rule and place; the page's context must bypass the policy."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{page.url} {each['id']}: {node['target']} {node['html'][:120]}"
        for each in found
        for node in each["nodes"]
    ]


def covered(page: Page) -> list[str]:
    """Links and buttons in whose middle something else would take the click."""
    return page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary")].filter((each) => {
          if (!each.checkVisibility({ visibilityProperty: true })) return false;
          each.scrollIntoView({ block: "center", behavior: "instant" });
          const box = each.getClientRects()[0];
          if (!box || box.width < 2 || box.bottom < 0) return false;
          const found = document.elementFromPoint(
            box.x + box.width / 2, box.y + box.height / 2);
          return !(found && each.contains(found));
        }).map((each) => each.outerHTML.slice(0, 120))"""
    )


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate(
        "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )
