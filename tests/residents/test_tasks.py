"""The tasks of residents, done through the search page; prints success by kind (`pytest -s`)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from birge.catalogue.models import Record
from birge.catalogue.services import ImportJob
from birge.site.demo.books import BOOKS_BY_KEY
from birge.site.seeding.branches import seed_branches
from birge.site.seeding.records import seed_records
from tests.factories.demo import kept_database
from tests.factories.site import make_site
from tests.residents.records_marc21 import MARC21_BOOKS
from tests.residents.records_unimarc import UNIMARC_BOOKS
from tests.residents.samples import as_marc21, as_unimarc
from tests.residents.score import (
    GOAL_BY_KIND,
    OVERALL_GOAL,
    Outcome,
    by_kind,
    failures,
    report,
    share,
)
from tests.residents.tasks import Answer, Task
from tests.residents.tasks_absent import NOT_HELD
from tests.residents.tasks_asking import ASKING
from tests.residents.tasks_catalogue import CATALOGUE
from tests.residents.tasks_people import PEOPLE
from tests.residents.tasks_titles import TITLES
from tests.residents.tasks_typing import TYPING

pytestmark = pytest.mark.django_db

TASKS = [*TITLES, *PEOPLE, *TYPING, *CATALOGUE, *ASKING, *NOT_HELD]
# Patterns, for a parser of whole pages would take as long as the pages themselves.
RESULT = re.compile(r'<li class="result\b.*?<a href="[^"]*/([\w-]+)/"', re.DOTALL)
HEADING = re.compile(r"<h[12][^>]*>(.*?)</h[12]>", re.DOTALL)
NOTICE = re.compile(r'<div class="notice\b[^>]*>(.*?)</div>', re.DOTALL)
LACKS = (
    "Nothing found",
    "No record has all of these words; here are those that have most of them.",
)
FILES = {"sample.mrc": (MARC21_BOOKS, as_marc21), "sample.iso": (UNIMARC_BOOKS, as_unimarc)}


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict[str, str]]:
    """The books of the demonstration, and ours imported; public ids by key.

    The demonstration's pages are left out: they take a minute and hold no record.
    """
    with django_db_blocker.unblock(), kept_database():
        make_site()
        seed_records(seed_branches())
        folder = tmp_path_factory.mktemp("residents")
        for name, (books, written) in FILES.items():
            path = folder / name
            path.write_bytes(b"".join(map(written, books)))
            with ImportJob([path], name) as job:
                assert job.run().run.created == len(books)
        yield dict(Record.objects.values_list("public_id", "control_number"))


@pytest.fixture(scope="module")
def outcomes(library: dict[str, str], django_db_blocker) -> list[Outcome]:
    """Every task, done."""
    with django_db_blocker.unblock():
        return [Outcome(task, ask(task, library)) for task in TASKS]


def ask(task: Task, library: dict[str, str]) -> Answer:
    """What a resident sees on the first page."""
    response = Client().get(f"/{task.page}/search/", {"q": task.query})
    assert response.status_code == 200, task
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    said = " ".join((*HEADING.findall(main), *NOTICE.findall(main)))
    with override(task.page):
        owns_to_it = any(gettext(text) in said for text in LACKS)
    books = tuple(library[public_id] for public_id in RESULT.findall(main))
    return Answer(books, owns_to_it)


def wanted(task: Task) -> str:
    """The books that should have come."""
    return " ".join(task.wanted) or "none"


def test_tasks_name_books_that_exist():
    known = {*BOOKS_BY_KEY, *(book.key for book in (*MARC21_BOOKS, *UNIMARC_BOOKS))}
    for task in TASKS:
        assert {*task.wanted, *task.unwanted, *task.tolerated} <= known, task


def test_there_are_enough_tasks_of_every_kind_and_none_twice():
    kinds: dict[str, set[tuple[str, str]]] = {}
    for task in TASKS:
        kinds.setdefault(task.kind, set()).add((task.page, task.query))
    assert sum(map(len, kinds.values())) == len(TASKS) >= 250
    assert min(map(len, kinds.values())) >= 10


def test_residents_find_what_they_look_for(outcomes):
    sys.stdout.write("\n".join(["", report(outcomes), *failures(outcomes, wanted), ""]))
    assert share(outcomes) >= OVERALL_GOAL


def test_no_kind_of_task_is_left_behind(outcomes):
    found = {kind: round(share(tasks), 2) for kind, tasks in by_kind(outcomes).items()}
    assert {kind: part for kind, part in found.items() if part < GOAL_BY_KIND} == {}
