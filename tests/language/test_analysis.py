"""analyse: the terms engines index."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birge.language.analysis import analyse, hints_for, language_of
from birge.language.cognates import compound_key


def keys(word: str, language: str = "") -> set[str]:
    [term] = analyse(word, language)
    return set(term.folded)


@pytest.mark.parametrize(
    "words",
    [
        "казак қазақ қазақтың казактын",
        "кітаптар кітап китаптар кітабы китабы",
        "книгами книга книг",
        "балалар балаларға балаларга",
        "жолы жолында жолынын",
        "завод заводы заводтар",
        "books book",
        "ЁЛКИ елка",
    ],
)
def test_forms_share_a_key(words: str) -> None:
    first, *others = words.split()
    assert all(keys(first) & keys(other) for other in others)


@pytest.mark.parametrize("hint", ["", "kk", "ru"])
def test_the_hint_does_not_part_a_word_from_itself(hint: str) -> None:
    for word in ("казак", "книга", "балаларга", "роман"):
        assert keys(word) & keys(word, hint)


@pytest.mark.parametrize(
    ("word", "hint", "language"),
    [
        ("қазақ", "", "kk"),
        ("қазақ", "ru", "kk"),
        ("фонд", "", "ru"),
        ("казак", "", ""),
        ("казак", "kk", "kk"),
        ("казак", "ru", "ru"),
        ("book", "ru", "en"),
        ("12", "kk", ""),
    ],
)
def test_language_of_a_word(word: str, hint: str, language: str) -> None:
    assert language_of(word, hint) == language


def test_terms_know_their_place() -> None:
    text = "«Абай жолы», 1942"
    assert [(t.position, text[t.start : t.end]) for t in analyse(text)] == [
        (0, "Абай"),
        (1, "жолы"),
        (2, "1942"),
    ]


def test_numbers_stay() -> None:
    [term] = analyse("1984")
    assert (term.exact, term.stem, term.folded) == ("1984", "1984", ("1984",))


def test_accents_are_folded() -> None:
    assert keys("Brontë") & keys("Bronte")


@settings(max_examples=80, deadline=None)
@given(st.text(), st.sampled_from(["", "kk", "ru", "en"]))
def test_every_term_has_forms(text: str, language: str) -> None:
    for term in analyse(text, language):
        assert term.exact
        assert term.stem
        assert 1 <= len(term.folded) <= 3
        assert all(term.folded)


@pytest.mark.parametrize("text", ["Nūrī ʻ. A.", "ʻ", "’ '", "Abū al-Khayr ʻ. ʻ."])
def test_sign_that_stands_alone_is_no_word(text):
    for term in analyse(text):
        assert all(form.strip("'") for form in (term.exact, term.stem, *term.folded))


@given(st.text(max_size=60))
def test_every_form_is_exactly_one_word(text):
    for term in analyse(text):
        assert all(len(form.split()) == 1 for form in (term.exact, term.stem, *term.folded))


@pytest.mark.parametrize("word", ["книга", "школы", "лекция", "песня"])
def test_a_russian_word_read_as_kazakh_gets_no_junk_keys(word: str) -> None:
    assert keys(word, "kk") == keys(word, "ru") | (keys(word, "kk") & {word})


@pytest.mark.parametrize(
    "words",
    [
        "қазақстан казахстан",
        "қазақ казахский",
        "әуезов ауэзов",
        "қазақстанда казахстане",
    ],
)
def test_kazakh_names_meet_their_russian_spelling(words: str) -> None:
    own, other = words.split()
    assert keys(own, "kk") & keys(other, "ru")


@pytest.mark.parametrize(
    ("own", "compound"),
    [
        ("алматы", "Алма-Ата"),
        ("алматы", "в Алма-Ате"),
        ("алматы", "Алма Ата"),
        ("қызылорда", "Кзыл-Орды"),
        ("өскемен", "Усть-Каменогорск"),
    ],
)
def test_kazakh_places_meet_their_hyphenated_russian_names(own: str, compound: str) -> None:
    first, second = [term.folded for term in analyse(compound, "ru")][-2:]
    assert compound_key(first, second) in keys(own, "kk")


def test_other_neighbors_are_no_compound() -> None:
    first, second = [term.folded for term in analyse("Алма Орда")]
    assert compound_key(first, second) == ""


def test_neighbors_tell_the_language_of_an_open_word() -> None:
    assert hints_for(["қазақ", "роман", "тілінде"]) == ["", "kk", ""]
    assert hints_for(["эти", "роман", "нашего"]) == ["", "ru", "ru"]
    assert hints_for(["қазақ", "роман", "это"]) == ["", "", ""]
    assert hints_for(["роман"]) == [""]
    assert hints_for(["роман", "қазақ"], "ru") == ["ru", "ru"]


@pytest.mark.parametrize(
    "words",
    [
        "вузда вуз",
        "тмд-ның тмд",
        "бұұ-ға бұұ",
        "20-шы 20",
        "3d 3d",
        "іс-шаралар іс-шара",
        "интернетте интернет",
        "youtube-та youtube",
        "коронавирустың коронавирус",
    ],
)
def test_abbreviations_numerals_loans_and_hyphens_keep_their_root(words: str) -> None:
    form, root = words.split()
    first = {key for term in analyse(form, "kk")[:1] for key in term.folded}
    assert first & keys_of_all(root)


def keys_of_all(text: str) -> set[str]:
    return {key for term in analyse(text, "kk") for key in term.folded}


def test_initials_are_words_of_their_own() -> None:
    assert [term.exact for term in analyse("Әуезов М.О.")] == ["әуезов", "м", "о"]
