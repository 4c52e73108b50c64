"""What README.md and .env.example promise: the variables are those of the code, the links lead somewhere."""

from __future__ import annotations

import ast
import re

from tests.contracts.sources import files
from tests.needs import ROOT

READERS = {"text", "flag", "number", "words", "choice", "url"}


def variables_of_the_code() -> set[str]:
    """Return the names given to the environment reader anywhere in the package."""
    names = set()
    for path in files(".py", under=ROOT / "birge"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            reader = node.func
            is_env = isinstance(reader.value, ast.Name) and reader.value.id == "env"
            if is_env and reader.attr in READERS:
                names.add(ast.literal_eval(node.args[0]))
    return names


def section(title: str) -> str:
    """Return the text of README.md under one heading."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return readme.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_table_of_variables_is_that_of_the_code() -> None:
    table = re.findall(r"^\| `([A-Z_]+)` \|", section("Settings from the environment"), re.M)
    assert sorted(table) == sorted(variables_of_the_code())


def test_the_example_environment_names_the_same_variables() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#?([A-Z_]+)=", example, re.M)
    assert sorted(named) == sorted(variables_of_the_code())


def test_the_environment_is_read_in_one_place() -> None:
    reading = re.compile(
        r"\bos\.(?:environ\b(?!\.setdefault\(\"DJANGO_SETTINGS_MODULE\")|getenv\b)"
    )
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in files(".py", under=ROOT / "birge")
        if reading.search(re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8")))
    }
    assert readers == {"birge/core/env.py"}


def test_the_links_of_the_readme_lead_to_files() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert [target for target in targets if not (ROOT / target).exists()] == []
