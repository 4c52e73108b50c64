"""How a task is written and when it counts as done."""

from __future__ import annotations

import pytest

from tests.residents.score import Outcome, report
from tests.residents.tasks import Answer, Task, is_served, table


def only(line: str) -> Task:
    [task] = table("kind", line)
    return task


def test_a_line_is_a_task():
    task = only("kk | абай -опера | any: a b | not: c d | @3")
    assert task == Task("kind", "kk", "абай -опера", ("a", "b"), True, ("c", "d"), (), 3)
    assert only("ru | идиот | none: a b").tolerated == ("a", "b")


@pytest.mark.parametrize(
    ("line", "books", "served"),
    [
        ("kk | x | a b", "b c a", True),
        ("kk | x | a b", "a", False),
        ("kk | x | any: a b", "c b", True),
        ("kk | x | a | @1", "b a", False),
        ("kk | x | a | not: c", "a b c", False),
        ("kk | x | none", "a", False),
    ],
)
def test_books_are_found_in_time_and_without_others(line: str, books: str, served: bool):
    assert is_served(only(line), Answer(tuple(books.split()))) is served


@pytest.mark.parametrize(
    ("answer", "served"),
    [
        (Answer((), owns_to_lack=True), True),
        (Answer(()), False),
        (Answer(("a",), owns_to_lack=True), True),
        (Answer(("a",)), False),
        (Answer(("b",), owns_to_lack=True), False),
    ],
)
def test_a_lack_is_owned_to(answer: Answer, served: bool):
    assert is_served(only("ru | идиот | none: a"), answer) is served


def test_the_table_marks_what_is_below_the_goal():
    task = only("kk | x | a")
    shown = report([Outcome(task, Answer(("a",))), Outcome(task, Answer(()))])
    assert "1 of 2" in shown
    assert "0.50  below 0.88" in shown
