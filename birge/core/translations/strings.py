"""Finds every translatable string of Python code and of templates, without the gettext tools."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

TEMPLATE_SUFFIXES = {".html", ".txt", ".xml", ".svg"}


class Key(NamedTuple):
    """What identifies a string in a catalog; `context` and `plural` may be empty."""

    context: str
    text: str
    plural: str


# Which argument is what, for each function of django.utils.translation.
ARGUMENTS = {
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}
FUNCTIONS = {
    name + ending: arguments
    for name, arguments in ARGUMENTS.items()
    for ending in ("", "_lazy", "_noop")
}

# What templatize() makes of a template: such calls, and everything else blanked out.
CALL = re.compile(
    r"""\b(?P<name>n?p?gettext|_)\(\s*(?P<strings>(?:u?(?P<q>["'])(?:\\.|(?!(?P=q)).)*(?P=q)\s*,?\s*)+)"""
)
STRING = re.compile(r"""u?(?P<q>["'])(?:\\.|(?!(?P=q)).)*(?P=q)""")


def in_project(root: Path) -> dict[Key, set[str]]:
    """Return every string of `root`'s package and templates with the files it stands in."""
    found: dict[Key, set[str]] = {}
    for path in source_files(root):
        text = path.read_text(encoding="utf-8")
        keys = in_python(text) if path.suffix == ".py" else in_template(text)
        for key in keys:
            found.setdefault(key, set()).add(path.relative_to(root).as_posix())
    return found


def source_files(root: Path) -> list[Path]:
    """Return the Python files of birge/ and every template, in a stable order."""
    package = root / "birge"
    code = [path for path in package.rglob("*.py") if "migrations" not in path.parts]
    inside = [path for path in package.rglob("templates/**/*") if path.suffix in TEMPLATE_SUFFIXES]
    above = [path for path in (root / "templates").rglob("*") if path.suffix in TEMPLATE_SUFFIXES]
    return sorted(code + inside + above)


def in_python(source: str) -> Iterator[Key]:
    """Yield the strings given to gettext and its kin, under whatever name they were imported."""
    tree = ast.parse(source)
    names = _imported_names(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        arguments = FUNCTIONS.get(_function_name(node.func, names), ())
        values = [argument.value for argument in node.args if _is_text(argument)]
        if arguments and len(values) >= len(arguments):
            yield _key(dict(zip(arguments, values, strict=False)))


def in_template(source: str) -> Iterator[Key]:
    """Yield the strings of translate and blocktranslate tags and of _("…")."""
    for call in CALL.finditer(templatize(source)):
        arguments = ARGUMENTS["gettext" if call["name"] == "_" else call["name"]]
        values = [ast.literal_eval(found[0]) for found in STRING.finditer(call["strings"])]
        yield _key(dict(zip(arguments, values, strict=False)))


def _imported_names(tree: ast.AST) -> dict[str, str]:
    """Return local name -> name in django.utils.translation."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names.update({alias.asname or alias.name: alias.name for alias in node.names})
    return names


def _function_name(function: ast.expr, names: dict[str, str]) -> str:
    if isinstance(function, ast.Name):
        return names.get(function.id, "")
    return function.attr if isinstance(function, ast.Attribute) else ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _key(values: dict[str, str]) -> Key:
    return Key(values.get("context", ""), values["text"], values.get("plural", ""))
