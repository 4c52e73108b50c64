"""A library that never was: any number of records, in Kazakh and Russian, always the same ones.

Words are made of syllables and endings as the two languages have them (vowel harmony, cases,
possessives, plurals; genders and cases), and are as frequent as words are (Zipf). People, subjects
and publishers are drawn from pools that grow with the library. Nothing here knows the index.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

SEED = 1991
ROOTS = 12_000
NAMES = 6_000
#: A word is met in so many of its forms, some of them much more often than others.
FORMS = 8
BRANCHES = 24
FIRST_DAY = date(2015, 1, 1)
FRONT, BACK = "еіөүә", "аыоұ"
KK_CONSONANTS = "бгғджзйкқлмнңпрстш"
RU_SYLLABLES = (
    "ба бе бо ва ве ви во га го гра да де до ду жа жи за зо ка ке ки ко кра ла ле ли ло ма ме ми мо "
    "на не но па пе по пра ра ре ри ро са се си со ста та те ти то тро ха че ша ще"
).split()
RU_FINALS = "б в г д з к л м н п р с т ф х ц ч ш ник тель ость ств ниц чк ист изм ац".split()
RU_ENDINGS = "а у ом е ы ов ам ами ах ого ому ая ую ый ые ых ым ть ла ли ет".split()


@dataclass(frozen=True)
class Entry:
    """One book as a catalog has it."""

    number: int
    language: str
    title: str
    subtitle: str
    authors: tuple[tuple[int, str], ...]
    subjects: tuple[str, ...]
    annotation: str
    publisher: str
    place: str
    series: str
    year: int | None
    received_on: date
    material: str
    audience: str
    age_mark: int | None
    branches: tuple[int, ...]
    on_shelf: bool | None
    isbn: str


class Zipf:
    """Draws places 0, 1, 2… so that each is as frequent as the word of that rank."""

    def __init__(self, size: int, exponent: float = 1.0) -> None:
        self._sums = list(accumulate(1 / (place + 2.7) ** exponent for place in range(size)))

    def draw(self, chance: random.Random) -> int:
        return bisect(self._sums, chance.random() * self._sums[-1])


class Language:
    """Words of one language: a root by its rank, with an ending that suits it."""

    def __init__(self, roots: Sequence[str], endings: dict[str, Sequence[str]], zipf: Zipf) -> None:
        self.roots, self._endings, self._zipf = roots, endings, zipf

    def word(self, chance: random.Random) -> str:
        root = self.roots[self._zipf.draw(chance)]
        return self.form(root, chance)

    def form(self, root: str, chance: random.Random) -> str:
        """The root as it is, in four of ten cases; else in one of its forms."""
        if chance.random() < 0.4:
            return root
        endings = self._endings["front" if any(sign in FRONT for sign in root) else "back"]
        form = int(FORMS * chance.random() ** 2)
        return root + endings[(len(root) * 7 + ord(root[0]) + form * 3) % len(endings)]

    def words(self, chance: random.Random, least: int, most: int) -> str:
        return " ".join(self.word(chance) for _word in range(chance.randint(least, most)))


def _kazakh_roots(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < ROOTS:
        vowels = chance.choice((FRONT, BACK))
        syllables = chance.choice((1, 2, 2, 2, 3))
        root = "".join(
            chance.choice(KK_CONSONANTS) + chance.choice(vowels) for _syllable in range(syllables)
        )
        found[root + chance.choice(KK_CONSONANTS[:-1])] = None
    return list(found)


def _kazakh_endings() -> dict[str, list[str]]:
    back = (
        "лар дар тар дың тың ды ты ға қа да та дан тан мен ы сы ым ымыз ын ына ында ынан лары "
        "ларының ларға лық шы лы сыз даған ған атын"
    ).split()
    harmony = str.maketrans("аығқ", "еігк")
    return {"back": back, "front": [ending.translate(harmony) for ending in back]}


def _russian_roots(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < ROOTS:
        syllables = chance.choice((1, 2, 2, 3))
        stem = "".join(chance.choice(RU_SYLLABLES) for _syllable in range(syllables))
        found[stem + chance.choice(RU_FINALS)] = None
    return list(found)


class Library:
    """Records number 0, 1, 2… of a library of some size."""

    def __init__(self, size: int) -> None:
        chance = random.Random(SEED)
        zipf = Zipf(ROOTS)
        endings = RU_ENDINGS
        self.size = size
        self.kk = Language(_kazakh_roots(chance), _kazakh_endings(), zipf)
        self.ru = Language(_russian_roots(chance), {"front": endings, "back": endings}, zipf)
        self._people = Zipf(max(2_000, size // 4), 0.75)
        self._subject = Zipf(max(500, size // 40), 0.9)
        self._house = Zipf(max(50, size // 1000))
        self._branch = Zipf(BRANCHES, 0.7)

    def __iter__(self) -> Iterator[Entry]:
        chance = random.Random(SEED + 1)
        for number in range(self.size):
            yield self._entry(number, chance)

    def person(self, number: int) -> str:
        """The same name for the same number."""
        chance = random.Random(f"person {number}")
        tongue = self.kk if number % 2 else self.ru
        surname = tongue.roots[chance.randrange(NAMES) + 500] + ("ов" if number % 3 else "ұлы")
        given = tongue.roots[chance.randrange(400) + 100]
        return f"{surname.capitalize()}, {given.capitalize()}"

    def subject(self, number: int) -> str:
        """The same heading for the same number."""
        chance = random.Random(f"subject {number}")
        return (self.kk, self.ru)[number % 2].words(chance, 1, 3).capitalize()

    def _entry(self, number: int, chance: random.Random) -> Entry:
        is_kazakh = chance.random() < 0.55
        tongue = self.kk if is_kazakh else self.ru
        people = {
            self._people.draw(chance) for _person in range(chance.choice((0, 1, 1, 1, 1, 2, 3)))
        }
        subjects = {self._subject.draw(chance) for _one in range(chance.choice((0, 1, 2, 2, 3, 4)))}
        branches = {self._branch.draw(chance) for _copy in range(chance.choice((1, 1, 1, 2, 3, 6)))}
        year = None if chance.random() < 0.02 else 2026 - int(90 * chance.random() ** 2.2)
        return Entry(
            number=number,
            language=("kaz" if is_kazakh else "rus") if chance.random() < 0.97 else "eng",
            title=tongue.words(chance, 1, 8).capitalize(),
            subtitle=tongue.words(chance, 2, 5) if chance.random() < 0.4 else "",
            authors=tuple((each, self.person(each)) for each in sorted(people)),
            subjects=tuple(self.subject(each) for each in sorted(subjects)),
            annotation=tongue.words(chance, 15, 45) if chance.random() < 0.7 else "",
            publisher=self.subject(self._house.draw(chance)),
            place=chance.choice(("Алматы", "Астана", "Москва", "Шымкент")),
            series=self.subject(self._house.draw(chance) * 7) if chance.random() < 0.3 else "",
            year=year,
            received_on=FIRST_DAY + timedelta(days=chance.randrange(4000)),
            material=chance.choice(("book",) * 17 + ("periodical", "article", "audio")),
            audience=chance.choice(("", "", "", "children", "youth", "adult")),
            age_mark=chance.choice((None, None, 0, 6, 12, 16, 18)),
            branches=tuple(sorted(branches)),
            on_shelf=chance.random() < 0.8,
            isbn=f"978601{number:07}",
        )
