"""All books of the demonstration, gathered from the modules that hold them by idea."""

from __future__ import annotations

from birge.site.demo.books_children import CHILDREN
from birge.site.demo.books_kazakh_poetry import KAZAKH_POETRY
from birge.site.demo.books_kazakh_prose import KAZAKH_PROSE
from birge.site.demo.books_kazakh_translated import KAZAKH_TRANSLATED
from birge.site.demo.books_knowledge import KNOWLEDGE
from birge.site.demo.books_other_languages import OTHER_LANGUAGES
from birge.site.demo.books_russian_classics import RUSSIAN_CLASSICS
from birge.site.demo.books_russian_kazakhstan import RUSSIAN_KAZAKHSTAN
from birge.site.demo.books_serials import SERIALS
from birge.site.demo.books_world_russian import WORLD_RUSSIAN
from birge.site.demo.model import Book
from birge.site.demo.people import PEOPLE

BOOKS: tuple[Book, ...] = (
    *KAZAKH_PROSE,
    *KAZAKH_POETRY,
    *KAZAKH_TRANSLATED,
    *CHILDREN,
    *KNOWLEDGE,
    *RUSSIAN_KAZAKHSTAN,
    *RUSSIAN_CLASSICS,
    *WORLD_RUSSIAN,
    *OTHER_LANGUAGES,
    *SERIALS,
)

BOOKS_BY_KEY: dict[str, Book] = {book.key: book for book in BOOKS}


def author_names(book: Book) -> tuple[str, ...]:
    """Return the headings of the book's authors in the language of the book."""
    return tuple(PEOPLE[key].name_in(book.language) for key in book.authors)
