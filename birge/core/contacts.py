"""Addresses that a phone or a messenger opens."""

from __future__ import annotations

import re
from urllib.parse import quote


def _digits(number: str) -> str:
    """The digits of a phone number, in the international form that Kazakhstan's eight hides."""
    digits = re.sub(r"\D", "", number)
    if len(digits) == 11 and digits.startswith("8"):
        digits = "7" + digits[1:]
    return digits


def telephone_url(number: str) -> str:
    """A `tel:` address, or nothing without digits."""
    digits = _digits(number)
    return f"tel:+{digits}" if digits else ""


def whatsapp_url(number: str) -> str:
    """A `wa.me` address, or nothing without digits."""
    digits = _digits(number)
    return f"https://wa.me/{digits}" if digits else ""


def telegram_url(name: str) -> str:
    """A `t.me` address, or nothing without a name."""
    name = name.strip().lstrip("@")
    return f"https://t.me/{quote(name)}" if name else ""
