"""Every string is translated; and the check that says so can fail."""

from __future__ import annotations

import gettext
import os
from io import StringIO
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from birge.core.translations import catalogs, strings
from birge.core.translations.catalogs import Finding
from birge.core.translations.strings import Key

LOCALE = Path(settings.LOCALE_PATHS[0])
BOOKS = Key("", "%(n)s book", "%(n)s books")
# Django's strings that only its own documentation or admin shows, or that we promise not to use.
NOT_FOR_READERS = {
    # A Kazakh ordinal's ending depends on the whole number; texts put a noun: «20-бет».
    *(f"{{}}{ending}" for ending in ("th", "st", "nd", "rd")),
}


def entry(key: Key, *texts: str, language: str = "kk", **attributes: object) -> polib.POEntry:
    """Return an entry with its translation or translations."""
    made = catalogs._entry(key, language)
    if key.plural:
        made.msgstr_plural = dict(enumerate(texts))
    else:
        made.msgstr = texts[0] if texts else ""
    for name, value in attributes.items():
        setattr(made, name, value)
    return made


def catalog(tmp_path: Path, *entries: polib.POEntry, language: str = "kk") -> polib.POFile:
    """Return a catalog that holds the entries."""
    made = catalogs.open_catalog(tmp_path, language)
    made.extend(entries)
    return made


# The project itself ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_every_string_of_the_project_is_translated(language: str) -> None:
    found = strings.in_project(LOCALE.parent)
    wrong = catalogs.findings(catalogs.open_catalog(LOCALE, language), found)
    assert not wrong, "run manage.py collect_strings:\n" + "\n".join(map(str, wrong))


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_the_files_are_as_the_command_writes_them(language: str) -> None:
    path = catalogs.po_path(LOCALE, language)
    before = path.read_text(encoding="utf-8")
    made = catalogs.open_catalog(LOCALE, language)
    made.sort(key=catalogs._place)
    assert str(made).strip() == before.strip()
    assert made.metadata["Plural-Forms"] == catalogs.HEADERS[language]


@pytest.mark.parametrize(
    "package",
    ["django", "django/contrib/auth", "django/contrib/contenttypes", "django/contrib/humanize"],
)
def test_django_speaks_kazakh(package: str) -> None:
    known = {
        catalogs.key_of(found)
        for found in [
            *catalogs.open_catalog(LOCALE, "kk"),
            *catalogs.framework_catalog(package, "kk"),
        ]
        if found.translated()
    }
    english = {catalogs.key_of(found) for found in catalogs.framework_catalog(package, "en")}
    assert len(english) > 5
    missing = {key.text for key in english - known} - NOT_FOR_READERS
    assert not missing


def test_russian_readers_are_never_answered_in_kazakh() -> None:
    # Django falls back on the default language, Kazakh, before it falls back on English.
    ours = {catalogs.key_of(found) for found in catalogs.open_catalog(LOCALE, "ru")}
    borrowed = [found for found in catalogs.open_catalog(LOCALE, "kk") if catalogs.origin(found)]
    assert len(borrowed) > 200
    russian = {
        package: {
            catalogs.key_of(found)
            for found in catalogs.framework_catalog(package, "ru")
            if found.translated()
        }
        for package in {catalogs.origin(found) for found in borrowed}
    }
    missing = [
        found.msgid
        for found in borrowed
        if catalogs.key_of(found) not in ours | russian[catalogs.origin(found)]
    ]
    assert missing == []


def test_the_command_agrees() -> None:
    out = StringIO()
    call_command("collect_strings", check=True, stdout=out, stderr=out)
    assert "all translated" in out.getvalue()


# The check can fail ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (entry(Key("", "Book", "")), "empty"),
        (entry(BOOKS, "%(n)s кітап"), "empty"),
        (entry(Key("", "Book", ""), "Кітап", flags=["fuzzy"]), "fuzzy"),
        (entry(Key("", "Кітап", ""), "Кітап"), "the string in the code is not English"),
        (entry(Key("", "by %(name)s", ""), "авторы"), "the variables differ"),
        (entry(Key("", "by {name}", ""), "авторы {author}"), "the variables differ"),
        (entry(Key("", "100 %s", ""), "100 %d"), "the variables differ"),
        (entry(BOOKS, "кітап", "кітап"), "the variables differ"),
        (
            entry(BOOKS, "%(n)s кітап", "%(n)s кітаптар"),
            "the noun must stay singular after a number",
        ),
        (entry(Key("", " book", ""), "кітап"), "begins or ends with other white space"),
        (entry(Key("", "to %(name)s", ""), "%(name)sға"), "an ending is attached to a variable"),
        (entry(Key("", "to %(name)s", ""), "«%(name)s»ға"), "an ending is attached to a variable"),
        (entry(Key("", "at {time}", ""), "{time}-де"), "an ending is attached to a variable"),
        (entry(Key("", "of %s", ""), "%s-нің жазбасы"), "an ending is attached to a variable"),
    ],
)
def test_planted_errors_are_found(made: polib.POEntry, fault: str) -> None:
    assert catalogs.faults(made, "kk") == [fault]


@pytest.mark.parametrize(
    "made",
    [
        entry(Key("", "to %(name)s", ""), "«%(name)s» кітабына"),
        entry(Key("", "week %(n)s", ""), "%(n)s-апта"),
        entry(BOOKS, "бір кітап", "%(n)s кітап"),
        entry(Key("", "100 %% of %(all)s", ""), "%(all)s ішінен 100 %%"),
    ],
)
def test_good_kazakh_passes(made: polib.POEntry) -> None:
    assert catalogs.faults(made, "kk") == []


def test_russian_needs_three_forms_and_the_number_in_each() -> None:
    good = entry(BOOKS, "%(n)s книга", "%(n)s книги", "%(n)s книг", language="ru")
    short = entry(BOOKS, "%(n)s книга", "%(n)s книги", language="ru")
    # The first form also means 21.
    one = entry(BOOKS, "одна книга", "%(n)s книги", "%(n)s книг", language="ru")
    assert catalogs.faults(good, "ru") == []
    assert catalogs.faults(short, "ru") == ["empty"]
    assert catalogs.faults(one, "ru") == ["the variables differ"]


def test_new_and_gone_strings_are_findings(tmp_path: Path) -> None:
    made = catalog(
        tmp_path,
        entry(Key("", "old", ""), "ескі"),
        entry(Key("", "renamed in Django", ""), "ескі", comment="django"),
        entry(Key("", "and", ""), "және", comment="django"),
    )
    found = {Key("", "new", ""): {"birge/a.py"}}
    assert catalogs.findings(made, found) == [
        Finding("kk", "new, in birge/a.py", "new"),
        Finding("kk", "gone from the code", "old"),
        Finding("kk", "gone from the code", "renamed in Django"),
    ]


def test_the_command_fails_and_writes_nothing(tmp_path: Path, settings) -> None:
    project(tmp_path, "Fresh")
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    err = StringIO()
    with pytest.raises(CommandError, match="2 strings need work"):
        call_command("collect_strings", check=True, stderr=err)
    assert "new, in templates/a.html: 'Fresh'" in err.getvalue()
    assert not (tmp_path / "locale").exists()


# Keeping in step ------------------------------------------------------------------------------


def project(root: Path, *texts: str) -> None:
    """Write a project of one template that holds the texts."""
    (root / "templates").mkdir(exist_ok=True)
    source = "".join(f'{{% translate "{text}" %}}' for text in texts)
    (root / "templates" / "a.html").write_text(source, encoding="utf-8")


def test_collecting_adds_sets_aside_and_brings_back(tmp_path: Path, settings) -> None:
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    project(tmp_path, "Book", "Branch")
    call_command("collect_strings", stdout=StringIO())
    path = catalogs.po_path(tmp_path / "locale", "kk")
    assert ".html" not in path.read_text(encoding="utf-8")
    made = catalogs.open_catalog(tmp_path / "locale", "kk")
    made.find("Book").msgstr = "Кітап"
    catalogs.save_catalog(made)

    project(tmp_path, "Branch")
    call_command("collect_strings", stdout=StringIO())
    made = catalogs.open_catalog(tmp_path / "locale", "kk")
    assert [found.msgid for found in made if not found.obsolete] == ["Branch"]
    assert [found.msgid for found in made.obsolete_entries()] == ["Book"]

    project(tmp_path, "Book", "Branch")
    call_command("collect_strings", stdout=StringIO())
    made = catalogs.open_catalog(tmp_path / "locale", "kk")
    assert made.find("Book").msgstr == "Кітап"
    before = path.read_text(encoding="utf-8")
    call_command("collect_strings", stdout=StringIO())
    assert path.read_text(encoding="utf-8") == before


def test_set_aside_strings_can_be_forgotten(tmp_path: Path, settings) -> None:
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    project(tmp_path, "Book")
    call_command("collect_strings", stdout=StringIO())
    project(tmp_path, "Branch")
    out = StringIO()
    call_command("collect_strings", forget=True, stdout=out)
    assert "kk: 1 new, 1 gone, 1 forgotten" in out.getvalue()
    assert "Book" not in catalogs.po_path(tmp_path / "locale", "kk").read_text(encoding="utf-8")


# Compiling ------------------------------------------------------------------------------------


def test_compiling_writes_what_is_older_and_nothing_else(tmp_path: Path, settings) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    catalogs.save_catalog(
        catalog(tmp_path, entry(Key("", "Book", ""), "Кітап"), entry(Key("", "Branch", "")))
    )
    out = StringIO()
    call_command("compile_translations", stdout=out)
    mo = catalogs.po_path(tmp_path, "kk").with_suffix(".mo")
    assert f"compiled {mo}" in out.getvalue()
    with mo.open("rb") as compiled:
        read = gettext.GNUTranslations(compiled)
    # What has no translation falls back to other catalogs, it does not come out empty.
    assert (read.gettext("Book"), read.gettext("Branch")) == ("Кітап", "Branch")

    stamp = mo.stat().st_mtime_ns
    out = StringIO()
    call_command("compile_translations", stdout=out)
    assert "up to date" in out.getvalue()
    assert mo.stat().st_mtime_ns == stamp

    po = catalogs.po_path(tmp_path, "kk")
    os.utime(po, ns=(stamp + 10**9, stamp + 10**9))
    assert catalogs.compile_catalogs(tmp_path) == [mo]
    assert [path.name for path in mo.parent.iterdir() if path.suffix == ".part"] == []
