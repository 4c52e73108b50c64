"""Nothing that people read is left out of translation: neither in models and blocks nor in templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType

from birge.core.translations import strings

ROOT = Path(settings.LOCALE_PATHS[0]).parent
WORD = re.compile(r"[^\W\d_]{2}")
SHOWN = {"help_text", "verbose_name", "verbose_name_plural", "label", "heading", "empty_label"}
SHOWN_IN_META = SHOWN | {"description"}
SHOWN_ATTRIBUTE = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
NO_TEXT = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
NAMES = re.compile("WhatsApp|Telegram|ISBN|QR|MARC|JSON|BibTeX|RIS")
# Drawn without asking for a language, so they speak both.
IN_BOTH_LANGUAGES = {"400.html", "500.html", "stand_alone.html"}


def unmarked_in_python(source: str) -> Iterator[str]:
    """Yield plain strings given as names and help of fields, blocks and panels."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and not _is_internal(node):
            given = [(keyword.arg, keyword.value) for keyword in node.keywords]
            shown = SHOWN
        elif isinstance(node, ast.ClassDef) and node.name == "Meta":
            given = [
                (target.id, line.value)
                for line in node.body
                if isinstance(line, ast.Assign)
                for target in line.targets
                if isinstance(target, ast.Name)
            ]
            shown = SHOWN_IN_META
        else:
            continue
        for name, value in given:
            if name in shown and _is_text(value) and WORD.search(value.value):
                yield f"{name}={value.value!r}"


def _is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _is_internal(call: ast.Call) -> bool:
    """Return whether a field is never shown in a form, so that its help is for programmers."""
    return any(
        keyword.arg == "editable" and getattr(keyword.value, "value", True) is False
        for keyword in call.keywords
    )


def unmarked_in_template(source: str) -> list[str]:
    """Return words that stand in a template outside translate tags."""
    text, translated = "", False
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.BLOCK:
            if token.contents.startswith("blocktrans"):
                translated = True
            elif token.contents.startswith("endblocktrans"):
                translated = False
        elif token.token_type == TokenType.TEXT and not translated:
            text += token.contents
    shown = [*SHOWN_ATTRIBUTE.findall(text), *NO_TEXT.sub("\n", text).splitlines()]
    return [line.strip() for line in shown if WORD.search(NAMES.sub("", line))]


def test_names_and_help_in_code_are_marked() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in strings.source_files(ROOT)
        if path.suffix == ".py"
        for found in unmarked_in_python(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_templates_hold_no_words_of_their_own() -> None:
    templates = [path for path in strings.source_files(ROOT) if path.suffix in (".html", ".txt")]
    assert len(templates) > 20
    wrong = {
        str(path.relative_to(ROOT)): found
        for path in templates
        if path.name not in IN_BOTH_LANGUAGES
        and (found := unmarked_in_template(path.read_text(encoding="utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "source",
    [
        'x = models.TextField(help_text="One line.")',
        'x = blocks.CharBlock(label="Heading")',
        'class A:\n    class Meta:\n        verbose_name = "a book"',
    ],
)
def test_planted_plain_strings_in_code_are_found(source: str) -> None:
    assert list(unmarked_in_python(source))


@pytest.mark.parametrize(
    "source",
    [
        "<p>Search</p>",
        '<a href="/x" aria-label="Close">×</a>',
        '<p>{% translate "Search" %} here</p>',
        "<p>Іздеу</p>",
    ],
)
def test_planted_words_in_templates_are_found(source: str) -> None:
    assert unmarked_in_template(source)


@pytest.mark.parametrize(
    "source",
    [
        "<p class='x'>{{ a }}, 12 – {% translate \"Search\" %}</p><script>let word</script>",
        '{% blocktranslate %}Books of {{ name }}{% endblocktranslate %} <img alt="">',
        "{# a comment in English #}<svg><title>x</title></svg> WhatsApp",
    ],
)
def test_marked_and_wordless_templates_pass(source: str) -> None:
    assert unmarked_in_template(source) == []
