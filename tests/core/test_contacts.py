"""Addresses of phones and messengers."""

import pytest

from birge.core.contacts import telegram_url, telephone_url, whatsapp_url


@pytest.mark.parametrize("number", ["+7 700 000 00 01", "8 (700) 000-00-01"])
def test_phone_is_dialled_in_the_international_form(number):
    assert telephone_url(number) == "tel:+77000000001"


def test_whatsapp_takes_bare_digits():
    assert whatsapp_url("+7 700 000 00 01") == "https://wa.me/77000000001"


def test_telegram_name_loses_its_sign_and_is_escaped():
    assert telegram_url(" @kokzhiek/x ") == "https://t.me/kokzhiek/x"


@pytest.mark.parametrize("make", [telephone_url, whatsapp_url, telegram_url])
def test_nothing_gives_nothing(make):
    assert make("") == ""
