"""The shape of the tree: what stands on sys.path, what a module says of itself, names and sizes."""

from __future__ import annotations

import ast
import collections
import site
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.contracts.sources import files, python_files, shown
from tests.needs import ROOT

LIMIT = 400
# A longer file says here why it is still one idea.
LONGER: dict[str, str] = {}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "signals"}


def test_the_package_folder_is_not_on_the_import_path() -> None:
    # birge/site and birge/collections would shadow the standard library.
    assert ROOT / "birge" not in [Path(entry or ".").resolve() for entry in sys.path]
    library = Path(sysconfig.get_path("stdlib")).resolve()
    for module in (collections, site):
        assert Path(module.__file__).resolve().is_relative_to(library)


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_a_module_begins_with_a_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "no module docstring"
    first = docstring.split("\n\n")[0]
    assert first.endswith("."), f"not a sentence: {first!r}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [shown(path) for path in python_files() if path.stem in SAYS_NOTHING]
    assert vague == []


def test_files_stay_within_the_limit_or_say_why() -> None:
    lengths = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*python_files(), *files(".html", ".css", ".js")]
    }
    long = {name: length for name, length in lengths.items() if length > LIMIT}
    assert {name: n for name, n in long.items() if name not in LONGER} == {}
    stale = [name for name in LONGER if name not in long]
    assert stale == [], "no longer long, or gone: strike it from LONGER"
