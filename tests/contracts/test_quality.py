"""Linter and formatters, run as tests so that one command checks everything."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.contracts.sources import files, shown
from tests.needs import ROOT


def check(*command: str) -> None:
    """Run a tool in the root; its own words are the failure."""
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL
    )
    assert result.returncode == 0, f"{' '.join(command[:6])} …\n{result.stdout}{result.stderr}"


def templates() -> list[str]:
    """Return the paths of the HTML templates."""
    return [shown(path) for path in files(".html", under=ROOT / "templates")]


def test_ruff_finds_nothing() -> None:
    check(sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", ".")


def test_python_is_formatted() -> None:
    check(
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--check",
        "--no-cache",
        "--output-format=concise",
        ".",
    )


def test_templates_are_indented() -> None:
    check(sys.executable, "-m", "djhtml", "--check", "--tabwidth", "2", *templates())


def test_templates_follow_djangos_style() -> None:
    djade = Path(sysconfig.get_path("scripts"), "djade")
    check(str(djade), "--check", "--target-version", "5.2", *templates())
