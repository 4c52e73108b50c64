"""The shapes of the demonstration's data: a person and a book of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

# National literatures: UDC number and BBK class of the edition's country of letters.
LITERATURES = {
    "kaz": ("821.512.122", "84(5Каз)"),
    "kazru": ("821.161.1(574)", "84(5Каз)"),
    "kgz": ("821.512.154", "84(5Кир)"),
    "rus": ("821.161.1", "84(2Рос)"),
    "tat": ("821.512.145", "84(2Рос=Тат)"),
    "dag": ("821.351.12", "84(2Рос=Ава)"),
    "uig": ("", "84(5Каз=Уйг)"),
    "uzb": ("821.512.133", "84(5Узб)"),
    "tur": ("821.512.161", "84(5Тур)"),
    "per": ("821.222.1", "84(5Ирн)"),
    "gre": ("821.14", "84(0)3"),
    "eng": ("821.111", "84(4Вел)"),
    "usa": ("821.111(73)", "84(7Сое)"),
    "aus": ("821.111(94)", "84(8Авс)"),
    "fra": ("821.133.1", "84(4Фра)"),
    "ger": ("821.112.2", "84(4Гем)"),
    "ita": ("821.131.1", "84(4Ита)"),
    "spa": ("821.134.2", "84(4Исп)"),
    "col": ("821.134.2(861)", "84(70Кол)"),
    "swe": ("821.113.6", "84(4Шве)"),
}

LATIN_SCRIPT_LANGUAGES = frozenset({"eng", "ger", "tur", "uzb"})


@dataclass(frozen=True, slots=True)
class Person:
    """An author with the forms of the name the catalogue files in each language."""

    key: str
    kk: str
    ru: str
    born: int | None = None
    died: int | None = None
    latin: str = ""
    native: str = ""

    def name_in(self, language: str) -> str:
        """Return the heading form of the name for a record in `language` (ISO 639-2/B)."""
        if language == "kaz":
            return self.kk
        if language in LATIN_SCRIPT_LANGUAGES:
            return self.latin or self.ru
        return self.native if language != "rus" and self.native else self.ru


@dataclass(frozen=True, slots=True)
class Book:
    """A real edition, or a real title whose edition is left open: an empty field is not known."""

    key: str
    title: str
    language: str
    authors: tuple[str, ...] = ()
    subtitle: str = ""
    part_number: str = ""
    part_title: str = ""
    place: str = ""
    publisher: str = ""
    year: int | None = None
    series: str = ""
    isbn: str = ""
    work: str = ""
    original: str = ""
    translators: tuple[str, ...] = ()
    literature: str = ""
    class_udc: str = ""
    class_bbk: str = ""
    subjects: tuple[str, ...] = ()
    annotation: str = ""
    audience: str = "adult"
    age: str = "12+"
    kind: str = "book"

    @property
    def udc(self) -> str:
        """Return the UDC number: the book's own, or that of its literature."""
        return self.class_udc or LITERATURES.get(self.literature, ("", ""))[0]

    @property
    def bbk(self) -> str:
        """Return the BBK class as this language writes it: 5Қаз in Kazakh, 5Каз in Russian."""
        mark = self.class_bbk or LITERATURES.get(self.literature, ("", ""))[1]
        return mark.replace("5Каз", "5Қаз") if self.language == "kaz" else mark


@dataclass(frozen=True, slots=True)
class Run:
    """Issues of a periodical the library keeps for one year."""

    book: str
    branch: str
    year: int
    numbers: str
