"""kazakh.stem: the inflected forms of a word share one stem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.folding import fold
from birge.language.kazakh import analyses, stem, stem_folded, stems

FORMS = {
    "кітап": "кітаптар кітаптың кітабы кітабын кітабына кітаптары кітаптарында кітабым кітапқа",
    "бала": "балалар баланың балаға баласы баласын балаларымыз балалардан баламен",
    "мектеп": "мектептер мектебі мектебіміз мектепте мектептен мектеппен",
    "қазақ": "қазақтар қазақтың қазағым қазаққа",
    "жүрек": "жүрегі жүрегім жүректен жүректері",
    "орын": "орны орнын орнында орындар орынға",
    "халық": "халқы халқының халықтың халыққа",
    "компания": "компаниясы компаниясының компаниялар компанияда",
    "университет": "университеті университетінде университеттер университетке",
    "роль": "рольдің рольге рольдер",
    "қала": "қалалар қаласында қаладағы қалалардағы қаланың",
    "үй": "үйлер үйдің үйінде үйіміз үйден",
}
VERB_FORMS = [
    "жазу жазды жазған жазады жазып жазса жазбады жазатын жазуға жазғанда",
    "оқу оқыды оқып оқиды оқыған оқуда оқыса",
    "бару барды барған барады барып бармады баратын барсын",
    "табу тапты тауып табады тапқан тапса",
]


@pytest.mark.parametrize(
    ("root", "form"), [(root, form) for root, forms in FORMS.items() for form in forms.split()]
)
def test_noun_forms_lead_to_the_root(root: str, form: str) -> None:
    assert stem(form) == stem(root)


@pytest.mark.parametrize("forms", VERB_FORMS)
def test_verb_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("root", "form"),
    [
        (root, form)
        for root, forms in FORMS.items()
        for form in forms.split()
        if form != "үйіміз"  # without its letters it is as well "ұйимыз", we curdle
    ],
)
def test_folded_forms_lead_to_the_folded_root(root: str, form: str) -> None:
    assert stem_folded(fold(form)) == stem_folded(fold(root))


@pytest.mark.parametrize(
    ("form", "expected"),
    [("кітабы", "кітап"), ("жинағы", "жинақ"), ("ауызы", "ауыз"), ("аузы", "ауыз")],
)
def test_the_last_sound_is_restored(form: str, expected: str) -> None:
    assert stem(form) == expected


@pytest.mark.parametrize("word", ["ана", "ата", "алма", "отан", "адам", "қазан", "тең", "су", "ай"])
def test_roots_that_look_inflected_are_left_alone(word: str) -> None:
    assert stem(word) == word


def test_pronouns_have_their_own_forms() -> None:
    assert {stem(form) for form in ("мен", "менің", "маған", "мені")} == {"мен"}


def test_case_does_not_count() -> None:
    assert stem("КІТАПТАР") == "кітап"


def test_only_the_last_part_of_a_compound_is_inflected() -> None:
    assert stem("іс-шаралар") == stem("іс-шара")


def test_an_ambiguous_word_has_several_stems() -> None:
    assert len(stems("алма", 2)) == 2


def test_an_analysis_names_its_suffixes() -> None:
    assert analyses("кітаптардың")[0].suffixes == ("genitive", "plural")


@pytest.mark.parametrize("function", [stem, stem_folded])
@given(word=st.text(min_size=1))
def test_any_text_has_a_stem(function, word: str) -> None:
    assert 0 < len(function(word)) <= len(word.lower()) + 1


@given(st.text(st.sampled_from("аәбдеғгіклмнңоөпқрстуұүыйя-"), min_size=1, max_size=14))
def test_a_kazakh_looking_word_has_a_stem(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word) + 1


def test_an_endless_word_is_returned() -> None:
    assert stem("лар" * 100_000) == "лар" * 100_000
