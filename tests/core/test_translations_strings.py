"""Strings are found in code and templates as gettext's own tools would find them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from birge.core.translations import strings
from birge.core.translations.strings import Key


def code(source: str) -> set[Key]:
    """Return the strings of some Python code."""
    return set(strings.in_python(textwrap.dedent(source)))


def template(source: str) -> set[Key]:
    """Return the strings of a template."""
    return set(strings.in_template(source))


def test_every_function_of_django_is_known_under_any_name() -> None:
    found = code(
        """
        from django.utils import translation
        from django.utils.translation import gettext as _, gettext_lazy, gettext_noop as keep
        from django.utils.translation import ngettext, npgettext_lazy as counted, pgettext
        _("one"), gettext_lazy("two"), keep("three"), translation.gettext("four")
        ngettext("a book", "%(n)s books", n), pgettext("button", "Search")
        counted("shelf", "a copy", "%(n)s copies", "n")
        """
    )
    assert found == {
        Key("", "one", ""),
        Key("", "two", ""),
        Key("", "three", ""),
        Key("", "four", ""),
        Key("", "a book", "%(n)s books"),
        Key("button", "Search", ""),
        Key("shelf", "a copy", "%(n)s copies"),
    }


def test_strings_in_pieces_are_one_string() -> None:
    found = code(
        """
        from django.utils.translation import gettext as _
        _("One "
          "sentence.")
        """
    )
    assert found == {Key("", "One sentence.", "")}


def test_other_functions_and_variables_are_left_alone() -> None:
    assert not code(
        """
        from django.utils.translation import gettext
        def _(text): return text
        _("mine"), gettext(variable), print("gettext('no')")
        """
    )


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ('{% translate "Search" %}', Key("", "Search", "")),
        ("{% trans 'Search' as label %}", Key("", "Search", "")),
        ('{% translate "Search" context "button" %}', Key("button", "Search", "")),
        ('{{ title|default:_("Untitled") }}', Key("", "Untitled", "")),
        ('{{ _("Hours") }}', Key("", "Hours", "")),
        ('{% include "a.html" with text=_("The rest") only %}', Key("", "The rest", "")),
        ('{% firstof part.title _("Rest of the year") %}', Key("", "Rest of the year", "")),
        ('{% translate "Today’s books" %}', Key("", "Today’s books", "")),
        ("""{% translate "the reader's card" %}""", Key("", "the reader's card", "")),
        (
            "{% blocktranslate %}By {{ author }}{% endblocktranslate %}",
            Key("", "By %(author)s", ""),
        ),
        (
            "{% blocktranslate trimmed %}\n  Two\n  lines\n{% endblocktranslate %}",
            Key("", "Two lines", ""),
        ),
        (
            "{% blocktranslate count n=n %}{{ n }} book{% plural %}{{ n }} books{% endblocktranslate %}",
            Key("", "%(n)s book", "%(n)s books"),
        ),
        (
            '{% blocktranslate context "shelf" %}100 % here{% endblocktranslate %}',
            Key("shelf", "100 %% here", ""),
        ),
    ],
)
def test_template_tags(source: str, key: Key) -> None:
    assert template(f"<p>It's {source} isn't _('it')?</p>") == {key}


def test_comments_are_not_strings() -> None:
    assert not template(
        '{# {% translate "no" %} #}{% comment %}{% translate "no" %}{% endcomment %}'
    )


def test_a_project_is_read_whole_and_migrations_are_not(tmp_path: Path) -> None:
    use = "from django.utils.translation import gettext as _\n_({!r})\n"
    files = {
        "birge/room/models.py": use.format("in code"),
        "birge/room/migrations/0001_initial.py": use.format("in a migration"),
        "birge/room/templates/room/a.html": '{% translate "in a room" %}',
        "templates/mail/b.txt": '{% translate "in a mail" %}',
        "tests/test_a.py": use.format("in a test"),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = strings.in_project(tmp_path)
    assert {key.text: files for key, files in found.items()} == {
        "in code": {"birge/room/models.py"},
        "in a room": {"birge/room/templates/room/a.html"},
        "in a mail": {"templates/mail/b.txt"},
    }
