"""The business identification number."""

import pytest

from birge.core.bin import is_valid_bin


@pytest.mark.parametrize(
    "number",
    [
        "940740000179",
        "123456789013",  # the first weights leave ten, the second decide
        "900101123457",
    ],
)
def test_right_check_digit_is_accepted(number):
    assert is_valid_bin(number)


@pytest.mark.parametrize(
    "text", ["940740000177", "94074000017", "9407400001799", "94074000017a", "", "٩40740000179"]
)
def test_wrong_numbers_are_refused(text):
    assert not is_valid_bin(text)
