"""The ten dyes of the covers, and which book wears which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Dye(NamedTuple):
    """Colors of a cover: its ground, two tones of it, one accent, and the words."""

    ground: str
    figure: str
    shade: str
    accent: str
    text: str


# static/css/covers.css holds the same colors as classes; a test keeps the two equal.
DYES: dict[str, Dye] = {
    "epic": Dye("#7e2f23", "#9a4535", "#5f2119", "#e3b65a", "#fcf1df"),
    "kazakh": Dye("#005a6e", "#0a7086", "#004252", "#e8c670", "#f5f8f3"),
    "world": Dye("#24324b", "#374967", "#18233a", "#8fd0de", "#f3efe5"),
    "russian": Dye("#5a2c46", "#73425d", "#431d33", "#e6afa3", "#faefec"),
    "child": Dye("#edbb4b", "#dca22f", "#c3851b", "#8c311c", "#2b2110"),
    "land": Dye("#46573a", "#5c6f4d", "#34432b", "#dec786", "#f6f3e4"),
    "science": Dye("#c4e4ea", "#a3d4dd", "#74b9c7", "#00647a", "#10303a"),
    "poetry": Dye("#f0e6d2", "#e0d1b0", "#cdb88d", "#8a3526", "#33241a"),
    "mind": Dye("#574234", "#6d5646", "#423126", "#ddb98c", "#f8f0e4"),
    "art": Dye("#e0a891", "#d2947b", "#b97459", "#6b2317", "#33150e"),
}

# The same dye on pale felt, or a pale one dyed dark: figure and ground change places.
COUNTERPARTS: dict[str, Dye] = {
    "epic": Dye("#f4e4d3", "#e6c4aa", "#d8b299", "#7e2f23", "#471812"),
    "kazakh": Dye("#e4eeeb", "#bad9d6", "#aecbc8", "#005a6e", "#0a3540"),
    "world": Dye("#e3e6eb", "#c3ccd9", "#b0b8c6", "#24324b", "#1a2438"),
    "russian": Dye("#f1e4e7", "#dfc3cb", "#cbacb7", "#5a2c46", "#3a182b"),
    "child": Dye("#fbeecb", "#f2d27f", "#e8c46b", "#a8481f", "#4a2408"),
    "land": Dye("#e9eada", "#cbd0ae", "#b9bf9c", "#46573a", "#27331f"),
    "science": Dye("#0f4a58", "#1c5f6e", "#0a3742", "#c4e4ea", "#eef8fa"),
    "poetry": Dye("#403b5c", "#534e71", "#2e2a47", "#e5cf9c", "#f6f0e4"),
    "mind": Dye("#efe5da", "#d9c4ae", "#c9b29c", "#574234", "#33251b"),
    "art": Dye("#8a4632", "#9e5944", "#6e3526", "#f0c3ae", "#fdf1ea"),
}

# First match wins. UDC: form and place of literature stand after the dots (-1 verse, -93 for
# children). BBK: both the notation with place in brackets and the older one with a letter.
_UDC = (
    (r"087\.5|82[0-9.]*-93", "child"),
    (r"398|39|82[0-9.]*-13", "epic"),
    (r"82[0-9.]*-1(?![0-9])", "poetry"),
    (r"821\.512\.122", "kazakh"),
    (r"821\.161\.1|882", "russian"),
    (r"80|81", "mind"),
    (r"82|83|84", "world"),
    (r"004", "science"),
    (r"908|91|50[2-4]|5[89]|63", "land"),
    (r"[56]", "science"),
    (r"7", "art"),
    (r"9", "epic"),
    (r"[0-3]", "mind"),
)
_BBK = (
    (r"82|63", "epic"),
    (r"84[^-]*-5", "poetry"),
    (r"84\s*(\(5\s*[КҚ]аз|[КҚ](аз)?(?![а-я]))", "kazakh"),
    (r"84\s*(\(2[^)]*\)|Р)", "russian"),
    (r"84", "world"),
    (r"85|75", "art"),
    (r"26\.8|28|4", "land"),
    (r"[235]", "science"),
    (r"[678]", "mind"),
)
_LITERATURE = frozenset({"kazakh", "russian", "world", "poetry"})
_CHILD_AUDIENCES = frozenset({"child", "children", "preschool", "primary"})
_SUBJECTS = (
    (("батырлар жыры", "эпос", "фольклор", "ертегі", "сказк", "тарих", "истори"), "epic"),
    (("поэзия", "өлең", "стих", "дастан"), "poetry"),
    (("өнер", "искусств", "музык", "сурет"), "art"),
    (("табиғат", "природ", "өлкетану", "краевед", "географ"), "land"),
    (("филос", "психол", "дін", "религ", "педагог"), "mind"),
    (("физик", "хими", "математ", "биолог", "информат", "медицин", "техник"), "science"),
)
_LANGUAGES = {"kk": "kazakh", "kaz": "kazakh", "ru": "russian", "rus": "russian"}


def _by_class(notation: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, dye in table:
        if re.match(pattern, notation.strip()):
            return dye
    return ""


def _by_subject(subjects: Iterable[str]) -> str:
    for subject in subjects:
        words = subject.lower()
        for stems, dye in _SUBJECTS:
            if any(stem in words for stem in stems):
                return dye
    return ""


def dye_for(
    udc: str = "",
    bbk: str = "",
    audience: str = "",
    languages: Iterable[str] = (),
    subjects: Iterable[str] = (),
) -> str:
    """Name of the dye a book wears: by its class, then subject, audience, language.

    Books for children keep one color whatever literature they come from: the audience outranks
    a class that only says whose literature it is.
    """
    by_class = _by_class(udc, _UDC) or _by_class(bbk, _BBK)
    for_children = audience.strip().lower() in _CHILD_AUDIENCES
    if for_children and (not by_class or by_class in _LITERATURE):
        return "child"
    if by_class:
        return by_class
    by_language = next((_LANGUAGES[code] for code in languages if code in _LANGUAGES), "world")
    return _by_subject(subjects) or by_language
