"""Personal names: parts, orders, key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birge.language.names import name_forms, name_key


@pytest.mark.parametrize(
    ("name", "surname", "given_names"),
    [
        ("Әуезов, Мұхтар Омарханович", "Әуезов", ("Мұхтар", "Омарханович")),
        ("Әуезов, Мұхтар, 1897-1961", "Әуезов", ("Мұхтар",)),
        ("Ауэзов М. О.", "Ауэзов", ("М.", "О.")),
        ("Ауэзов М.О.", "Ауэзов", ("М.", "О.")),
        ("М. О. Ауэзов", "Ауэзов", ("М.", "О.")),
        ("Мұхтар Әуезов", "Әуезов", ("Мұхтар",)),
        ("Әуезов Мұхтар Омарханұлы", "Әуезов", ("Мұхтар", "Омарханұлы")),
        ("Мұхтар Омарханұлы Әуезов", "Әуезов", ("Мұхтар", "Омарханұлы")),
        ("Абай", "Абай", ()),
        ("", "", ()),
        ("1897-1961", "", ()),
    ],
)
def test_parts_are_told_apart(name: str, surname: str, given_names: tuple[str, ...]) -> None:
    forms = name_forms(name)
    assert (forms.surname, forms.given) == (surname, given_names)


def test_a_name_has_three_displays() -> None:
    forms = name_forms("Әуезов, Мұхтар Омарханович")
    assert forms.inverted == "Әуезов, Мұхтар Омарханович"
    assert forms.direct == "Мұхтар Омарханович Әуезов"
    assert forms.short == "Әуезов М. О."


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Сент-Экзюпери, Антуан де", "Сент-Экзюпери А. де"),
        ("Бетховен, Людвиг ван", "Бетховен Л. ван"),
        ("Гёте, Иоганн Вольфганг фон", "Гёте И. В. фон"),
        ("Мирандола, Джованни Пико делла", "Мирандола Д. П. делла"),
        ("Вега, Лопе де ла", "Вега Л. де ла"),
        ("Фараби, Абу Наср аль-", "Фараби А. Н. аль-"),
        ("Рушд, Мухаммед ибн", "Рушд М. ибн"),
        ("Аламбер, Жан д’", "Аламбер Ж. д’"),
        ("Ле, Ван", "Ле В."),
        ("Алиев, Гейдар Алирза оглы", "Алиев Г. А. оглы"),
    ],
)
def test_particles_stay_words_among_initials(name: str, short: str) -> None:
    assert name_forms(name).short == short


@pytest.mark.parametrize(
    "other", ["ӘУЕЗОВ, МҰХТАР", "Әуезов,  Мұхтар.", "Әуезов Мұхтар", "Әуезов, Мұхтар,"]
)
def test_key_ignores_case_and_punctuation(other: str) -> None:
    assert name_key(other) == name_key("Әуезов, Мұхтар")


@pytest.mark.parametrize("other", ["Әуезов, М.", "Мұхтар Әуезов", "Әуезова, Мұхтар"])
def test_key_merges_no_more_than_that(other: str) -> None:
    assert name_key(other) != name_key("Әуезов, Мұхтар")


@given(st.text())
def test_any_text_has_forms(name: str) -> None:
    forms = name_forms(name)
    assert isinstance(forms.inverted + forms.direct + forms.short + name_key(name), str)
