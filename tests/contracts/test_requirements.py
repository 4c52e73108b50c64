"""The pinned set: complete, without extras, and what is really installed."""

from __future__ import annotations

from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.needs import ROOT

INSTALLERS = {"pip", "setuptools", "wheel"}


def pins(name: str) -> dict[str, str]:
    """Return package -> version from a file in which every line must pin one version.

    A line for other machines than this one does not count.
    """
    found = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if not text or text.startswith("-r "):
            continue
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", f"{name}: {text} is not pinned"
        found[canonicalize_name(requirement.name)] = specifier.version
    return found


def reachable(names: set[str]) -> set[str]:
    """Return `names` and everything that the installed packages of these names need here."""
    waiting = [Requirement(name) for name in names]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        for line in metadata.requires(wanted.name) or []:
            needed = Requirement(line)
            extras = wanted.extras or {""}
            marker = needed.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(needed)
    return {name for name, _ in seen}


def direct() -> dict[str, str]:
    """Return the direct dependencies, runtime and development."""
    return pins("requirements.txt") | pins("requirements-dev.txt")


def test_every_direct_pin_is_the_constraint() -> None:
    constraints = pins("constraints.txt")
    assert {name: constraints.get(name) for name in direct()} == direct()


def test_the_constraints_are_the_whole_resolved_set_and_no_more() -> None:
    assert set(pins("constraints.txt")) == reachable(set(direct())) - INSTALLERS


def test_what_is_installed_is_what_is_pinned() -> None:
    constraints = pins("constraints.txt")
    assert {name: metadata.version(name) for name in constraints} == constraints
