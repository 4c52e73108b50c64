"""Public ids."""

import re

from hypothesis import given
from hypothesis import strategies as st

from birge.core.public_ids import LENGTH, PATTERN, derived_public_id, random_public_id


def test_random_id_has_the_form_that_addresses_match():
    assert re.fullmatch(PATTERN, random_public_id())


@given(st.text(), st.text())
def test_derived_id_has_the_form_that_addresses_match(source, number):
    assert re.fullmatch(PATTERN, derived_public_id(source, number))


def test_derived_id_is_the_same_every_time():
    # Printed on shelf labels: a change of this value breaks addresses on paper.
    assert derived_public_id("irbis", "RU/1") == derived_public_id("irbis", "RU/1")
    assert derived_public_id("a", "b") == "xm9dkbpxw6"


def test_names_are_kept_apart():
    assert derived_public_id("ab", "c") != derived_public_id("a", "bc")


def test_next_attempt_gives_another_id():
    assert derived_public_id("a", "b", attempt=1) != derived_public_id("a", "b")


def test_random_ids_use_the_whole_length():
    assert len({random_public_id() for _ in range(1000)}) == 1000
    assert LENGTH == 10
