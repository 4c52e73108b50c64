"""The .po files: compiled for Django, brought in step with the code, and judged."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import polib

from birge.core.translations.strings import Key

LANGUAGES = ("kk", "ru")
HEADERS = {
    # Kazakh keeps the noun singular after a number; the forms differ only where a text has no
    # number in the singular ("an hour ago"). It is also the header of Django's own catalog.
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}
WRAP = 98

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
# A Kazakh ending follows its word's vowels and last sound, which nobody knows of a variable.
KAZAKH_ENDINGS = (
    "[шс][іы]|[дт][ае]н?|[дтн][іы]ң?|[дтн][іы]кі|[қғкг][ае]|[мбп]ен|[лдт][ае]р|н[ае]н?|н[іы]ң"
)
ATTACHED = re.compile(
    rf"(?:%\(\w+\)[a-z]|%[sd]|\{{\w*\}})[»”\"’]?(?:[а-яәғқңөұүһі]|-(?:{KAZAKH_ENDINGS})\b)", re.I
)
CYRILLIC = re.compile("[Ѐ-ӿ]")


class Finding(NamedTuple):
    """One thing wrong with one string of one language."""

    language: str
    what: str
    text: str

    def __str__(self) -> str:
        return f"{self.language}: {self.what}: {self.text!r}"


def po_path(locale_dir: Path, language: str) -> Path:
    """Return where a language's strings are kept."""
    return locale_dir / language / "LC_MESSAGES" / "django.po"


# Compiling -----------------------------------------------------------------------------------


def compile_catalogs(locale_dir: Path) -> list[Path]:
    """Write the .mo of every .po that is newer than its own; return those written."""
    written = []
    for po in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns:
            continue
        # Several processes may compile at once; a reader must never meet half a file.
        part = mo.with_suffix(f".{os.getpid()}.part")
        polib.pofile(str(po)).save_as_mofile(str(part))
        part.replace(mo)
        written.append(mo)
    return written


# Keeping in step -----------------------------------------------------------------------------


def open_catalog(locale_dir: Path, language: str) -> polib.POFile:
    """Return a language's strings; an empty catalog with our header where there is none."""
    path = po_path(locale_dir, language)
    if path.exists():
        return polib.pofile(str(path), wrapwidth=WRAP)
    catalog = polib.POFile(wrapwidth=WRAP)
    catalog.metadata = {
        "Project-Id-Version": "Birge",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": HEADERS[language],
    }
    catalog.fpath = str(path)
    return catalog


def save_catalog(catalog: polib.POFile) -> None:
    """Write a catalog in an order that does not depend on where strings stand, for small diffs."""
    catalog.sort(key=_place)
    Path(catalog.fpath).parent.mkdir(parents=True, exist_ok=True)
    catalog.save()


def update_catalog(catalog: polib.POFile, keys: Iterable[Key]) -> tuple[list[Key], list[Key]]:
    """Add what the code has gained and set aside what it has lost; return both.

    A lost string stays in the file as obsolete, so that its translation is there when it comes
    back. Strings of a framework (see `origin`) stay as long as the framework has them.
    """
    wanted = set(keys)
    present = {key_of(entry): entry for entry in catalog}
    new, gone = [], []
    for key in sorted(wanted):
        entry = present.get(key)
        if entry is None:
            catalog.append(_entry(key, catalog.metadata["Language"]))
            new.append(key)
        elif entry.obsolete:
            entry.obsolete = 0
            new.append(key)
    borrowed = FrameworkStrings()
    for key, entry in present.items():
        if not entry.obsolete and key not in wanted and not borrowed.has(entry):
            entry.obsolete = 1
            gone.append(key)
    return new, gone


def forget_obsolete(catalog: polib.POFile) -> int:
    """Remove the strings that were set aside; return how many."""
    lost = catalog.obsolete_entries()
    for entry in lost:
        catalog.remove(entry)
    return len(lost)


def key_of(entry: polib.POEntry) -> Key:
    """Return what identifies an entry."""
    return Key(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def origin(entry: polib.POEntry) -> str:
    """Return the framework's package a string was taken from, as "django/contrib/auth", or nothing.

    It is written in the entry's extracted comment. Such a string is not in our code: it is here
    because the framework lacks it in our language or has it wrong.
    """
    return entry.comment.strip()


class FrameworkStrings:
    """What the installed frameworks say in English; each catalog is read once, when asked for."""

    def __init__(self) -> None:
        self._read: dict[str, set[Key]] = {}

    def has(self, entry: polib.POEntry) -> bool:
        """Return whether the framework an entry names still has the string."""
        return bool(origin(entry)) and key_of(entry) in self.of(origin(entry))

    def of(self, package: str) -> set[Key]:
        """Return the strings of a package such as "django/contrib/auth"; none if it is unknown."""
        if package not in self._read:
            self._read[package] = {key_of(entry) for entry in framework_catalog(package, "en")}
        return self._read[package]


def framework_catalog(package: str, language: str) -> polib.POFile:
    """Return a framework's own catalog: `django` stands for the strings of its core."""
    top, _, rest = package.partition("/")
    spec = find_spec(top)
    if spec is None or not spec.submodule_search_locations:
        return polib.POFile()
    folder = Path(spec.submodule_search_locations[0]) / (
        rest or ("conf" if top == "django" else "")
    )
    path = po_path(folder / "locale", language)
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def _entry(key: Key, language: str) -> polib.POEntry:
    entry = polib.POEntry(msgid=key.text, msgctxt=key.context or None)
    if key.plural:
        entry.msgid_plural = key.plural
        entry.msgstr_plural = dict.fromkeys(range(len(plural_forms(language))), "")
    return entry


def plural_forms(language: str) -> range:
    """Return the numbers of a language's plural forms."""
    return range(int(re.search(r"nplurals=(\d)", HEADERS[language])[1]))


def _place(entry: polib.POEntry) -> tuple:
    return entry.obsolete, entry.comment, entry.msgid.lower(), entry.msgid, entry.msgctxt or ""


# Judging -------------------------------------------------------------------------------------


def findings(catalog: polib.POFile, found: Mapping[Key, Iterable[str]]) -> list[Finding]:
    """Return what is wrong with a catalog, given the strings found in the code and their files."""
    language = catalog.metadata["Language"]
    entries = {key_of(entry): entry for entry in catalog if not entry.obsolete}
    borrowed = FrameworkStrings()
    result = [
        Finding(language, f"new, in {', '.join(sorted(files))}", key.text)
        for key, files in sorted(found.items())
        if key not in entries
    ]
    for key, entry in entries.items():
        if key not in found and not borrowed.has(entry):
            result.append(Finding(language, "gone from the code", key.text))
        result += [Finding(language, fault, key.text) for fault in faults(entry, language)]
    return result


def faults(entry: polib.POEntry, language: str) -> list[str]:
    """Return what is wrong with one translation."""
    if entry.fuzzy:
        return ["fuzzy"]
    texts = _translations(entry, language)
    if not all(texts):
        return ["empty"]
    wrong = []
    if CYRILLIC.search(entry.msgid):
        wrong.append("the string in the code is not English")
    if any(_edges(text) != _edges(entry.msgid) for text in texts):
        wrong.append("begins or ends with other white space")
    wrong += _placeholder_faults(entry, texts, language)
    if language == "kk":
        wrong += _kazakh_faults(texts)
    return wrong


def _translations(entry: polib.POEntry, language: str) -> list[str]:
    if not entry.msgid_plural:
        return [entry.msgstr]
    return [entry.msgstr_plural.get(form, "") for form in plural_forms(language)]


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def _placeholder_faults(entry: polib.POEntry, texts: list[str], language: str) -> list[str]:
    """Compare the variables; only a form that means exactly one thing may leave the number out."""
    wanted = _placeholders(entry.msgid_plural or entry.msgid)
    allowed = wanted | _placeholders(entry.msgid)
    for form, text in enumerate(texts):
        got = _placeholders(text)
        means_one = bool(entry.msgid_plural) and form == 0 and language == "kk"
        if got - allowed or (wanted - got and not means_one):
            return ["the variables differ"]
    return []


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text.replace("%%", "")))


def _kazakh_faults(texts: list[str]) -> list[str]:
    wrong = []
    if any(ATTACHED.search(text) for text in texts):
        wrong.append("an ending is attached to a variable")
    both_count = len(texts) == 2 and _placeholders(texts[0]) == _placeholders(texts[1]) != set()
    if both_count and texts[0] != texts[1]:
        wrong.append("the noun must stay singular after a number")
    return wrong
