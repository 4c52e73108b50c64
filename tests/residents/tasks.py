"""A resident's task: what is typed on which page, and which books must come.

Tasks are written as tables, a line each: page | query | books | more. Books are keys of the
demonstration or of the records beside this file: all of them must be on the page among the first
hits (`any: …` for one of them). `none` means that the library has no such book: the page must say
so and list nothing; `none: …` names books that may be offered beside saying so. More: `@3` for
the place by which they must have come, `not: …` for books that must not come.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One thing a resident looks for."""

    kind: str
    page: str
    query: str
    wanted: tuple[str, ...] = ()
    one_is_enough: bool = False
    unwanted: tuple[str, ...] = ()
    #: Where nothing is held: what may be offered by a page that says so.
    tolerated: tuple[str, ...] = ()
    within: int = 10

    @property
    def is_for_nothing(self) -> bool:
        """Whether the library has no such book."""
        return not self.wanted


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page showed: keys of the listed books in order, and whether it owned to a lack."""

    books: tuple[str, ...]
    owns_to_lack: bool = False


def is_served(task: Task, answer: Answer) -> bool:
    """Whether the resident has got what was wanted."""
    if task.is_for_nothing:
        return answer.owns_to_lack and set(answer.books) <= set(task.tolerated)
    first = set(answer.books[: task.within])
    found = [key in first for key in task.wanted]
    got = any(found) if task.one_is_enough else all(found)
    return got and not set(task.unwanted) & set(answer.books)


def table(kind: str, text: str, within: int = 10) -> list[Task]:
    """The tasks of a table."""
    return [_task(kind, line, within) for line in text.strip().splitlines()]


def _task(kind: str, line: str, within: int) -> Task:
    page, query, books, *more = (part.strip() for part in line.split("|"))
    options = {"kind": kind, "page": page, "query": query, "within": within}
    for each in more:
        if each.startswith("@"):
            options["within"] = int(each[1:])
        else:
            options["unwanted"] = tuple(each.removeprefix("not:").split())
    if books == "none" or books.startswith("none:"):
        return Task(**options, tolerated=tuple(books.removeprefix("none").lstrip(":").split()))
    keys = tuple(books.removeprefix("any:").split())
    return Task(**options, wanted=keys, one_is_enough=books.startswith("any:"))
