"""No word of mixed alphabets: a Latin letter inside a Cyrillic word is unfindable and looks right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from tests.contracts.sources import files, shown
from tests.needs import ROOT

WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")
CYRILLIC = re.compile(r"[\u0400-\u052F]")
# In a pattern such as [a-zа-я] the ends of two ranges touch; they make no word.
CHARACTER_CLASS = re.compile(r"\[[^\]\s]*\]")
# A line that mixes on purpose says why, in a comment beginning with this.
ON_PURPOSE = "mixed alphabets:"
# Latin capitals that stand for classes of Kazakh sounds: a grammar's notation, explained in its file.
NOTATION = {"birge/language/kazakh_grammar.py": "ABDGIKLMNQX"}


def mixed_words(text: str) -> list[str]:
    """Return the words of `text` that hold both Latin and Cyrillic letters."""
    words = WORD.findall(CHARACTER_CLASS.sub(" ", text))
    return [word for word in words if LATIN.search(word) and CYRILLIC.search(word)]


def in_python(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, word) from the strings of a program, docstrings included.

    Strings come from the syntax tree: in the raw text, the `n` of a line break would be glued to
    the next word.
    """
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if any(ON_PURPOSE in line for line in lines[node.lineno - 1 : node.end_lineno]):
                continue
            yield from ((node.lineno, word) for word in mixed_words(node.value))


def in_translations(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, word) from the messages and translations of a .po file."""
    for entry in polib.pofile(source):
        texts = (entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values())
        yield from ((entry.linenum, word) for text in texts for word in mixed_words(text))


def in_text(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, word) from a template, style sheet, script or document."""
    for number, line in enumerate(source.splitlines(), start=1):
        if ON_PURPOSE not in line:
            yield from ((number, word) for word in mixed_words(line))


READERS = {".py": in_python, ".po": in_translations}
TEXTS = (
    ".css",
    ".csv",
    ".html",
    ".js",
    ".json",
    ".md",
    ".po",
    ".py",
    ".svg",
    ".tsv",
    ".txt",
    ".xml",
)


def product_files() -> list[Path]:
    """Return what readers, editors or developers see; tests mix alphabets as their trade."""
    tests = ROOT / "tests"
    return [path for path in files(*TEXTS) if not path.is_relative_to(tests)]


def test_no_word_mixes_latin_and_cyrillic_letters() -> None:
    found = []
    for path in product_files():
        reader = READERS.get(path.suffix, in_text)
        notation = str.maketrans("", "", NOTATION.get(shown(path), ""))
        found += [
            f"{shown(path)}:{line}: {word} = {spelled(word)}"
            for line, word in reader(path.read_text(encoding="utf-8"))
            if mixed_words(word.translate(notation))
        ]
    assert found == []


def spelled(word: str) -> str:
    """Return the word with its Latin letters in angle brackets, for the eye cannot tell them."""
    return LATIN.sub(lambda match: f"<{match[0]}>", word)


@pytest.mark.parametrize(
    "source",
    [
        'title = "C\u04e9з"',
        '"""К\u0456тап және k\u0456тап."""',
        'label = f"{count} кiтап"',
        'text = "бір\\nкiтап"',
    ],
)
def test_a_planted_mixture_in_python_is_found(source: str) -> None:
    assert len(list(in_python(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'text = "бір\\nкітап"',
        'pattern = r"[A-Za-zА-Яа-я]+"',
        'mark = "ISBN-коды, QR-код, MARC21 жазбасы"',
        'pair = "cс"  # mixed alphabets: both spellings are the point here',
    ],
)
def test_a_clean_string_in_python_is_let_through(source: str) -> None:
    assert list(in_python(source)) == []


def test_a_planted_mixture_in_a_template_is_found() -> None:
    template = "<p>{{ title }}тер</p>\n<h1>Cөз туралы</h1>\n"
    assert list(in_text(template)) == [(2, "C\u04e9з")]


def test_a_planted_mixture_in_a_translation_is_found() -> None:
    catalogue = 'msgid "Book"\nmsgstr "бiр\\nкітап"\n'
    assert [word for _, word in in_translations(catalogue)] == ["бiр"]
