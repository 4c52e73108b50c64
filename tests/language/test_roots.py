"""The list of Kazakh roots: compiled from its notes, large, and not the words it is judged by."""

from __future__ import annotations

import pytest

from birge.language import kazakh_roots
from birge.language.kazakh import analyzer
from tests.needs import SHARED_DATA, require
from tools.language import roots

PARTS = kazakh_roots.load()
WORDS = frozenset().union(*PARTS.values())
FORMS = SHARED_DATA.parent / "search" / "kk_dev.tsv"


def test_the_list_is_what_the_notes_make() -> None:
    assert roots.TARGET.read_text(encoding="utf-8") == roots.compiled()


@pytest.mark.parametrize(("part", "least"), [("noun", 4000), ("verb", 2000), ("adj", 1000)])
def test_there_are_thousands_with_parts_of_speech(part: str, least: int) -> None:
    assert len(PARTS[part]) >= least


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("noun", "кітап"),
        ("noun", "кітапхана"),
        ("noun", "балықшы"),
        ("verb", "оқы"),
        ("verb", "жүргіз"),
        ("adj", "биік"),
        ("num", "жиырма"),
        ("person", "әуезов"),
        ("place", "алматы"),
        ("loan", "университет"),
    ],
)
def test_common_words_have_their_part_of_speech(part: str, word: str) -> None:
    assert word in PARTS[part]


def test_roots_are_no_inflected_forms() -> None:
    plural = [w for w in PARTS["verb"] if w.endswith(("ған", "ген", "лар", "лер", "ды", "ді"))]
    assert len(plural) < 12, plural


def test_derived_words_take_the_shape_of_their_stem() -> None:
    made = list(roots.entries("noun: көз+лық бала+лық\nverb: шық+ыл тап+тыр"))
    assert [word for _, word in made] == "көз көзлік бала балалық шық шығыл тап таптыр".split()


def test_verbal_nouns_are_left_to_their_verbs() -> None:
    assert "жазу" not in analyzer().lexicon.nouns
    assert "тау" in analyzer().lexicon.nouns


def test_the_list_is_not_made_of_the_words_that_measure_it(record_property) -> None:
    require("shared data")
    if not FORMS.is_file():
        pytest.skip("absent: no ../shared/search beside this folder")
    rows = [line.split("\t") for line in FORMS.read_text(encoding="utf-8").splitlines()[1:]]
    lemmas = {row[1] for row in rows}
    covered = len(lemmas & WORDS) / len(lemmas)
    elsewhere = len(WORDS - lemmas) / len(WORDS)
    record_property("lemmas_covered", round(covered, 3))
    record_property("roots_elsewhere", round(elsewhere, 3))
    print(f"{len(WORDS)} roots; {covered:.1%} of the lemmas are in the list,")  # noqa: T201
    print(f"{elsewhere:.1%} of the list are no lemmas of the set")  # noqa: T201
    # Had the lemmas been copied, nearly all would be here, and little else.
    assert covered < 0.85
    assert elsewhere > 0.7
