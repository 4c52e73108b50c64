"""The project's own files, as the contracts walk them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.needs import ROOT

# Made by tools, or not ours: no contract looks inside.
SKIPPED_FOLDERS = {"node_modules", "test-results", "var", "__pycache__"}


def files(*suffixes: str, under: Path = ROOT) -> Iterator[Path]:
    """Yield the project's files with one of the suffixes (all when none is given), in order."""
    for folder, subfolders, names in os.walk(under):
        subfolders[:] = sorted(
            name
            for name in subfolders
            if name not in SKIPPED_FOLDERS and (not name.startswith(".") or name == ".ci")
        )
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                yield Path(folder, name)


def python_files(*, migrations: bool = False) -> list[Path]:
    """Return every Python file, without Django's generated migrations unless asked for."""
    return [path for path in files(".py") if migrations or path.parent.name != "migrations"]


def shown(path: Path) -> str:
    """Return a path as a person names it: from the root."""
    return path.relative_to(ROOT).as_posix()
