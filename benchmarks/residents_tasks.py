"""Tasks of residents made from records by rules: for each kind, a query and the books it is about."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks import residents_damage as damage
from benchmarks.residents_books import Author, Book

WORD = re.compile(r"[^\W_]+")
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
#: Titles that are but a number within a set.
_NUMBERED = re.compile(r"(?:т|ч|кн|вып|гл|n|v|№)$|\d")
#: The longest title that anyone types whole.
LONGEST = 8
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """A query on a page, and the books to find: one of them, or a good part of what fits."""

    kind: str
    query: str
    page: str
    wanted: frozenset[Key]
    share: float = 0.0

    def is_served(self, found: Sequence[Key]) -> bool:
        """Whether the first hits are what was looked for; nothing, where nothing is held."""
        if not self.wanted:
            return not found
        got = len(self.wanted.intersection(found[:10]))
        return got >= max(1.0, self.share * min(len(self.wanted), 10))


class Shelf:
    """The books by what tasks ask for."""

    def __init__(self, books: Iterable[Book]) -> None:
        self.books = list(books)
        self.titles = {book.key: f" {plain(book.title)} " for book in self.books}
        self.stems = {
            book.key: {word[:5] for word in plain(f"{book.title} {book.text}").split()}
            for book in self.books
        }
        self._by_surname: dict[str, set[Key]] = defaultdict(set)
        self._by_subject: dict[str, set[Key]] = defaultdict(set)
        self._by_series: dict[str, set[Key]] = defaultdict(set)
        for book in self.books:
            for author in book.authors:
                self._by_surname[folded(author.surname)].add(book.key)
            for subject in book.subjects:
                self._by_subject[folded(subject)].add(book.key)
            self._by_series[folded(book.series)].add(book.key)

    def titled(self, words: str) -> frozenset[Key]:
        """Books whose title has these words side by side."""
        sought = f" {plain(words)} "
        return frozenset(key for key, title in self.titles.items() if sought in title)

    def by(self, author: Author) -> frozenset[Key]:
        """Books by people of that surname."""
        return frozenset(self._by_surname[folded(author.surname)])

    def about(self, subject: str) -> frozenset[Key]:
        """Books with a heading that has these words side by side."""
        sought = f" {folded(subject)} "
        headings = (found for name, found in self._by_subject.items() if sought in f" {name} ")
        return frozenset(key for found in headings for key in found)

    def of_series(self, series: str) -> frozenset[Key]:
        """Books of that series."""
        return frozenset(self._by_series[folded(series)])

    def has_all_words(self, words: str) -> bool:
        """Whether some book has every word, by its beginning: then it may rightly be found."""
        stems = {word[:5] for word in plain(words).split() if len(word) > 2}
        return any(stems <= found for found in self.stems.values())


def plain(text: str) -> str:
    """Words in small letters."""
    return " ".join(WORD.findall(text.lower().replace("ё", "е")))


def folded(text: str) -> str:
    """The same without Kazakh signs."""
    return damage.without_special(plain(text))


Made = tuple[str, frozenset[Key]] | None
Rule = Callable[[Book, Shelf, random.Random], Made]


def tasks(shelf: Shelf, out: Iterable[Book], most: int, seed: int) -> Iterator[Task]:
    """Up to `most` tasks of every kind, always the same ones for a seed."""
    for kind, (rule, share) in RULES.items():
        chance = random.Random(f"{seed} {kind}")
        seen: set[str] = set()
        for book in chance.sample(shelf.books, len(shelf.books)):
            made = rule(book, shelf, chance)
            if made and made[1] and made[0].strip() and made[0].lower() not in seen:
                seen.add(made[0].lower())
                yield Task(kind, made[0], _page(book), made[1], share)
            if len(seen) == most:
                break
    for book in out:
        short = " ".join(book.title.split()[:LONGEST])
        if CYRILLIC.search(short) and not shelf.has_all_words(short):
            yield Task("not held", short, _page(book), frozenset())


def _page(book: Book) -> str:
    return "kk" if book.language == "kaz" else "ru"


# What may be asked for ----------------------------------------------------------------------------


def _title(book: Book, most: int = LONGEST, least: int = 1) -> str:
    """A title that someone types whole and that tells a book, else nothing."""
    words = plain(book.title).split()
    if not least <= len(words) <= most or len("".join(words)) < 5 or _NUMBERED.match(words[0]):
        return ""
    return re.sub(r"\s+", " ", book.title.strip(' "'))


def _titled(book: Book, shelf: Shelf, most: int = LONGEST, least: int = 1) -> Made:
    """The title and the books that have it, unless there are too many to tell."""
    title = _title(book, most, least)
    found = shelf.titled(title) if title else frozenset()
    return (title, found) if 0 < len(found) <= 10 else None


def _changed(made: Made, change: Callable[[str], str]) -> Made:
    """The query changed; nothing where the change changes nothing."""
    if made is None:
        return None
    query = change(made[0])
    return (query, made[1]) if query and query.lower() != made[0].lower() else None


def _author(book: Book) -> Author | None:
    for author in book.authors[:1]:
        if len(author.surname) > 2 and " " not in author.surname:
            return author
    return None


def _is_cyrillic(text: str) -> bool:
    return all(CYRILLIC.match(sign) for sign in text if sign.isalpha())


def _cyrillic(made: Made) -> Made:
    return made if made and _is_cyrillic(made[0]) else None


def title_exact(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    return _titled(book, shelf)


def title_in_another_form(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = _cyrillic(_titled(book, shelf, 5))
    if book.language == "kaz":
        return _changed(made, lambda title: _kazakh_title(title, chance))
    if book.language == "rus":
        return _changed(made, lambda title: damage.russian_form(title, chance))
    return None


def _kazakh_title(title: str, chance: random.Random) -> str:
    words = title.split()
    return " ".join((*words[:-1], damage.kazakh_form(words[-1], chance)))


def surname(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    author = _author(book)
    return (author.surname, shelf.by(author)) if author else None


def initials(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    author = _author(book)
    if not author or not author.initials:
        return None
    found = frozenset(key for key in shelf.by(author) if key == book.key) or shelf.by(author)
    dotted = ".".join(author.initials) + "."
    spaced = ". ".join(author.initials) + "."
    forms = (
        f"{author.surname} {dotted}",
        f"{dotted} {author.surname}",
        f"{spaced} {author.surname}",
    )
    return chance.choice(forms), found


def other_spelling(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    author = _author(book)
    if not author or not _is_cyrillic(author.surname):
        return None
    forms = [damage.latin(author.surname, "ru").capitalize()]
    if damage.has_special(author.surname) or "ё" in author.surname.lower():
        forms = [damage.without_special(author.surname)] * 2 + forms
    elif "е" in author.surname[1:] and chance.random() < 0.3:
        forms = [author.surname[0] + author.surname[1:].replace("е", "э", 1)]
    return chance.choice(forms), shelf.by(author)


def title_and_author(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    author = _author(book)
    title = " ".join(_title(book, 12).split()[:4])
    if not author or not title:
        return None
    found = shelf.by(author) & shelf.titled(title)
    parts = [author.surname, title]
    chance.shuffle(parts)
    return " ".join(parts), found


def letters_missing(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    return _changed(_titled(book, shelf, 5), damage.without_special)


def in_latin(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = _cyrillic(_titled(book, shelf, 5))
    habit = {"kaz": chance.choice(("2018", "2021", "sms")), "rus": "ru"}.get(book.language)
    return _changed(made, lambda title: damage.latin(title, habit)) if habit else None


def wrong_layout(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = _cyrillic(_titled(book, shelf, 5))
    kinds = {"kaz": ("kk on qwerty", "kk on russian"), "rus": ("ru on qwerty",)}
    kind = chance.choice(kinds.get(book.language, ("",)))
    return _changed(made, lambda title: damage.layout(title, kind)) if kind else None


def one_typo(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = _cyrillic(_titled(book, shelf, 5))
    return _changed(made, lambda title: damage.typo(title, chance))


def typo_and_letters(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = letters_missing(book, shelf, chance)
    return _changed(made, lambda title: damage.typo(title, chance))


def topic(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    subject = chance.choice(book.subjects) if book.subjects else ""
    if not 0 < len(subject.split()) <= 3 or not _is_cyrillic(subject):
        return None
    if damage.has_special(subject):
        return subject.lower(), shelf.about(subject)
    return damage.russian_form(subject.lower(), chance), shelf.about(subject)


def isbn(book: Book, _shelf: Shelf, chance: random.Random) -> Made:
    digits = re.sub("[^0-9XХ]", "", book.isbn.upper())
    if len(digits) not in (10, 13):
        return None
    forms = [book.isbn, digits, f"ISBN {book.isbn}", f"isbn:{digits}", book.isbn.replace("-", " ")]
    if len(digits) == 10:
        whole = f"978{digits[:9]}"
        total = sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(whole))
        forms += [f"{whole}{-total % 10}", book.isbn.upper().replace("X", "Х")]
    return chance.choice(forms), frozenset({book.key})


def volume(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    number = re.search(r"\b\d{1,2}\b", book.part)
    title = _title(book)
    if not number or not title:
        return None
    kk = (f"{number[0]}-бөлім", f"{number[0]} бөлім", f"{number[0]}-том")
    ru = (f"т. {number[0]}", f"том {number[0]}", f"т.{number[0]}", f"часть {number[0]}")
    author = _author(book)
    names = [author.surname] if author else []
    held = shelf.titled(title) & (shelf.by(author) if author else shelf.titled(title))
    parts = {
        each.key: re.search(r"\b\d{1,2}\b", each.part) for each in shelf.books if each.key in held
    }
    found = frozenset(key for key, part in parts.items() if part and part[0] == number[0])
    asked = chance.choice(kk if book.language == "kaz" else ru)
    return " ".join((*names, title, asked)), found


def series(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    if not book.series or len(plain(book.series)) < 6:
        return None
    return book.series, shelf.of_series(book.series)


def year_and_publisher(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    author = _author(book)
    if not (author and book.year and book.publisher):
        return None
    same = (each for each in shelf.books if each.year == book.year and each.key in shelf.by(author))
    found = frozenset(each.key for each in same if each.publisher == book.publisher)
    return f"{author.surname} {book.publisher} {book.year}", found


def phrase(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    words = _title(book, 12, 3).split()
    if len(words) < 3 or not all(map(str.isalpha, words)):
        return None
    start = chance.randrange(len(words) - 1)
    part = " ".join(words[start : start + 3])
    if len(part) < 10:
        return None
    found = shelf.titled(part)
    quotes = chance.choice(("«»", '""', "“”"))
    return (f"{quotes[0]}{part}{quotes[1]}", found) if len(found) <= 10 else None


def one_word(book: Book, shelf: Shelf, _chance: random.Random) -> Made:
    return _titled(book, shelf, 1)


def mixed(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made, author = _titled(book, shelf, 4), _author(book)
    if made is None or not _is_cyrillic(made[0]):
        return None
    if author and _is_cyrillic(author.surname):
        return f"{damage.latin(author.surname, 'ru')} {made[0]}", made[1]
    words = ("kitap", "книга", "учебник") if book.language == "kaz" else ("kniga", "кітап", "book")
    return f"{chance.choice(words)} {made[0]}", made[1]


def question(book: Book, shelf: Shelf, chance: random.Random) -> Made:
    made = _titled(book, shelf, 5)
    if made is None or not _is_cyrillic(made[0]):
        return None
    kk = ("{} деген кітап бар ма", "{} кітабы керек", "{} қайда тұр?")
    ru = ("есть ли у вас книга {}?", "где найти {}", "хочу почитать {}", "ищу книгу {}")
    return chance.choice(kk if book.language == "kaz" else ru).format(made[0]), made[1]


#: Kinds in the order of the report: the rule, and the part of the fitting books to be found.
RULES: dict[str, tuple[Rule, float]] = {
    "title exact": (title_exact, 0),
    "title in another form": (title_in_another_form, 0),
    "one-word titles": (one_word, 0),
    "phrases": (phrase, 0),
    "surname": (surname, 0.5),
    "initials": (initials, 0),
    "author's other spelling": (other_spelling, 0.5),
    "title and author": (title_and_author, 0),
    "no Kazakh letters": (letters_missing, 0),
    "Latin letters": (in_latin, 0),
    "wrong layout": (wrong_layout, 0),
    "one typo": (one_typo, 0),
    "typo and letters missing": (typo_and_letters, 0),
    "topic": (topic, 0.5),
    "ISBN": (isbn, 0),
    "volume of a set": (volume, 0),
    "series": (series, 0.5),
    "year and publisher": (year_and_publisher, 0),
    "mixed languages": (mixed, 0),
    "question in plain words": (question, 0),
}
