"""Personal names as catalogs write them: parts, both orders, initials and a key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from birge.language.normalise import normalise

_INITIAL: Final = re.compile(r"[^\W\d_]{1,2}\.|[^\W\d_]")
# "М.О." is two initials; a full stop before a letter ends one.
_GLUED: Final = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_PATRONYMIC: Final = re.compile(
    r".{2,}(?:ұлы|улы|үлы|қызы|кызы|вич|вна|ична|оглы|кызы|uly|qyzy|kyzy|vich|vna)", re.IGNORECASE
)
# Words of a name that are never shortened: nobody is cited as «Сент-Экзюпери А. Д.».
_PARTICLES: Final = frozenset(
    "абу аль ал аф бен бин бинт ван вон да дель делла дер ди до дос ду дю де зу ибн ла ле лос мак"
    " оглы оғлы кызы қызы ұлы тен тер фон цу эд эл эль эс эт"
    " abu al af ben bin bint da de del della den der di do dos du el ibn la las le los mac oglu"
    " qyzy st te ten ter uly van von zu zum zur".split()
)
_KEY_NOISE: Final = re.compile(r"[^\w\s]+|_+")


@dataclass(frozen=True, slots=True)
class NameForms:
    """The parts of a personal name; ``given`` holds given names and patronymic, or initials."""

    surname: str
    given: tuple[str, ...] = ()

    @property
    def initials(self) -> str:
        """Return "М. О.", and "А. де" of «Антуан де»."""
        return " ".join(
            part if _is_particle(part) else f"{part[0].upper()}." for part in self.given
        )

    @property
    def inverted(self) -> str:
        """Return "Әуезов, Мұхтар Омарханович"."""
        return ", ".join(filter(None, (self.surname, " ".join(self.given))))

    @property
    def direct(self) -> str:
        """Return "Мұхтар Омарханович Әуезов"."""
        return " ".join((*self.given, self.surname)).strip()

    @property
    def initials_first(self) -> str:
        """Return "М. О. Әуезов", as a citation has it behind the title."""
        return f"{self.initials} {self.surname}".strip()

    @property
    def short(self) -> str:
        """Return "Әуезов М. О.", as a citation has it."""
        return f"{self.surname} {self.initials}".strip()


@lru_cache(maxsize=16384)
def name_forms(name: str) -> NameForms:
    """Return the parts of a name written in any usual order; dates and roles are dropped."""
    head, comma, tail = name.partition(",")
    # After the second comma come dates and roles: "Әуезов, Мұхтар, 1897-1961".
    given = _parts(tail.partition(",")[0])
    surname = _parts(head)
    if comma and surname and given:
        return NameForms(" ".join(surname), tuple(given))
    return _direct(surname or given)


def name_key(name: str) -> str:
    """Return the same key for one inverted name however it is punctuated; merges no initials."""
    return " ".join(_KEY_NOISE.sub(" ", normalise(name)).split())


def _parts(text: str) -> list[str]:
    """Return the words of a name; what holds a digit or a bracket is no name."""
    spaced = _GLUED.sub(". ", text)
    words = (word.strip(" ;:()[]\"'«»,") for word in spaced.split())
    return [word for word in words if any(map(str.isalpha, word)) and not _has_digit(word)]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _direct(parts: list[str]) -> NameForms:
    """Return the parts of a name written without a comma."""
    if not parts:
        return NameForms("")
    surname_first = len(parts) > 1 and (
        (_is_initial(parts[-1]) and not _is_initial(parts[0]))
        or (len(parts) > 2 and _PATRONYMIC.fullmatch(parts[-1]) is not None)
    )
    if surname_first:
        return NameForms(parts[0], tuple(parts[1:]))
    return NameForms(parts[-1], tuple(parts[:-1]))


def _is_particle(part: str) -> bool:
    """Whether the word is written as a particle is: a capital letter makes it a name."""
    return part.strip("-'’") in _PARTICLES or part in ("д’", "д'", "d’", "d'")


def _is_initial(part: str) -> bool:
    return _INITIAL.fullmatch(part) is not None
