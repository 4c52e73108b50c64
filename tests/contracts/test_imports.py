"""The floors of the house: no import goes upwards or sideways, and the check can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import ROOT

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the checkout at `root`."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_imports_of_the_house_go_down_only() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "line", "broken"),
    [
        ("core", "import birge.home", "birge.core is not allowed to import birge.home"),
        ("catalogue", "from birge.search import apps", "birge.catalogue is not allowed to import"),
        ("language", "import birge.core", "birge.language is not allowed to import birge.core"),
        ("core", "import birge.language", "birge.core is not allowed to import birge.language"),
        ("language", "import django", "birge.language is not allowed to import django"),
        ("catalogue/marc", "import django.db", "birge.catalogue.marc is not allowed to import"),
    ],
    ids=["up-two", "up-one", "sideways", "sideways-back", "framework", "framework-in-marc"],
)
def test_a_planted_import_breaks_the_contract(
    tmp_path: Path, room: str, line: str, broken: str
) -> None:
    copy_house(tmp_path)
    planted = tmp_path / "birge" / room / "planted.py"
    planted.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")

    result = lint_imports(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    assert broken in " ".join(result.stdout.split())


def test_a_room_without_a_floor_breaks_the_contract(tmp_path: Path) -> None:
    copy_house(tmp_path)
    attic = tmp_path / "birge" / "attic"
    attic.mkdir()
    (attic / "__init__.py").write_text('"""A room nobody gave a floor."""\n', encoding="utf-8")

    result = lint_imports(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "attic" in result.stdout + result.stderr


def copy_house(target: Path) -> None:
    """Copy what import-linter reads, so that a violation can be planted in it."""
    shutil.copy(ROOT / "pyproject.toml", target)
    shutil.copytree(ROOT / "birge", target / "birge", ignore=shutil.ignore_patterns("__pycache__"))
