"""File hygiene: UTF-8, Unix line ends, one newline at the end, no stray blanks, no conflict marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.sources import files, shown

TEXTS = (
    ".css", ".html", ".js", ".json", ".md", ".po", ".py", ".svg", ".toml", ".tsv", ".txt", ".yaml", ".yml",
)  # fmt: skip
BARE_NAMES = ("run", "services", "LICENSE", ".editorconfig", ".env.example", ".gitignore")
BLANKS_HAVE_MEANING = (".md", ".tsv")


def text_files() -> list[Path]:
    """Return the files that people edit."""
    return [path for path in files() if path.suffix in TEXTS or path.name in BARE_NAMES]


def complaints(data: bytes, *, blanks_allowed: bool = False) -> list[str]:
    """Return what is wrong with a text file's bytes."""
    found = []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found.append("not UTF-8")
    lines = data.split(b"\n")
    if data.startswith(b"\xef\xbb\xbf"):
        found.append("byte order mark")
    if b"\r" in data:
        found.append("carriage return")
    if data and (not data.endswith(b"\n") or data.endswith(b"\n\n")):
        found.append("does not end in one newline")
    if not blanks_allowed and any(line.endswith((b" ", b"\t")) for line in lines):
        found.append("blanks at the end of a line")
    if any(line.startswith((b"<<<<<<< ", b">>>>>>> ")) for line in lines):
        found.append("conflict mark")
    return found


def test_text_files_are_clean() -> None:
    wrong = {
        shown(path): found
        for path in text_files()
        if (
            found := complaints(
                path.read_bytes(), blanks_allowed=path.suffix in BLANKS_HAVE_MEANING
            )
        )
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"\xef\xbb\xbftext\n", "byte order mark"),
        ("кітап\n".encode("cp1251", "replace") + b"\xff\n", "not UTF-8"),
        (b"a\r\nb\r\n", "carriage return"),
        (b"a", "does not end in one newline"),
        (b"a\n\n", "does not end in one newline"),
        (b"a \n", "blanks at the end of a line"),
        (b"<<<<<<< mine\n", "conflict mark"),
    ],
)
def test_a_planted_fault_is_found(data: bytes, complaint: str) -> None:
    assert complaint in complaints(data)


def test_a_clean_file_is_let_through() -> None:
    assert complaints("кітап\n".encode()) == []
