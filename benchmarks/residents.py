"""What residents find among real MARC records, through the search page, beside plain FTS5.

Imports some 1,300 records (UNIMARC and MARC 21, five encodings, and Kazakh titles written in both
formats) as a library would, makes tasks of them by rules, and asks the page as a browser does. A
task is done when the right book, or a good part of the right books, is among the first ten, and
for books held out of the import when nothing is listed. The peers are one FTS5 table of the same
texts, asked for all words and for any word by BM25.

    python3 dev.py bench residents
    .venv/bin/python -m benchmarks.residents --detail [--kind "one typo"] [--most 20] [--seed 2]
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.residents_books import Book, library
from benchmarks.residents_tasks import RULES, Key, Shelf, Task, tasks
from benchmarks.search_quality import ROOT, set_up

DATA = ROOT.parent / "shared" / "data"
GOAL, GOAL_BY_KIND = 0.95, 0.88
FIRST = 10
RECORD_LINK = re.compile(r'<li class="result">.*?<h3[^>]*><a href="[^"]*/([^/"]+)/"', re.DOTALL)
Finder = Callable[[Task], Sequence[Key]]


def main() -> int:
    """Run the benchmark and print success by kind."""
    parser = argparse.ArgumentParser(prog="residents", description=__doc__.partition("\n")[0])
    parser.add_argument("--detail", action="store_true", help="print the tasks that failed")
    parser.add_argument("--kind", action="append", choices=[*RULES, "not held"])
    parser.add_argument("--most", type=int, default=60, help="tasks of a kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not (DATA / "marc").is_dir():
        print("residents: the sample records are absent (../shared/data); nothing was measured.")
        return 0
    books = library(DATA)
    shelf = Shelf(books.held)
    asked = [
        task
        for task in tasks(shelf, books.out, options.most, options.seed)
        if not options.kind or task.kind in options.kind
    ]
    fts = plain_fts(books.held)
    page = Page(books.files)
    finders: dict[str, Finder] = {
        "Birge": page.find,
        "all words": lambda task: fts(task.query, " "),
        "any word": lambda task: fts(task.query, " OR "),
    }
    measure(asked, finders, page, detail=options.detail)
    return 0


class Page:
    """The search page over the imported records."""

    def __init__(self, files: dict[str, bytes]) -> None:
        set_up()
        from django.core.management import call_command
        from django.test import Client

        from birge.catalogue.models import Record
        from birge.site.setup import LibraryNames, setup_library

        names = LibraryNames("Кітапхана", "Кітапхана", "кітапхана")
        setup_library({"kk": names, "ru": names}, "http://testserver")
        with tempfile.TemporaryDirectory(prefix="birge-residents-") as folder:
            for name, raw in files.items():
                path = Path(folder) / name
                path.write_bytes(raw)
                call_command("import_catalogue", path, source=name, verbosity=0)
        rows = Record.objects.values_list("public_id", "source__name", "control_number")
        self.keys = {public_id: (source, number) for public_id, source, number in rows}
        self.client = Client()
        self.times: list[float] = []

    def find(self, task: Task) -> Sequence[Key]:
        """Books on the first page of answers."""
        started = time.perf_counter()
        response = self.client.get(f"/{task.page}/search/", {"q": task.query})
        self.times.append(time.perf_counter() - started)
        if response.status_code != 200:
            raise SystemExit(f"{task.query!r}: the page answered {response.status_code}")
        ids = RECORD_LINK.findall(response.content.decode())
        return [self.keys[public_id] for public_id in ids[:FIRST]]


def plain_fts(books: Iterable[Book]) -> Callable[[str, str], Sequence[Key]]:
    """A search of one table by SQLite's own means."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE books USING fts5(text, tokenize='unicode61')")
    keys = {}
    for number, book in enumerate(books, 1):
        names = " ".join(f"{author.surname} {author.given}" for author in book.authors)
        text = " ".join((book.title, names, book.part, book.series, book.isbn, book.text))
        database.execute("INSERT INTO books (rowid, text) VALUES (?, ?)", (number, text))
        keys[number] = book.key

    def find(query: str, joint: str) -> Sequence[Key]:
        words = [f'"{word}"' for word in re.findall(r"\w+", query)]
        rows = database.execute(
            "SELECT rowid FROM books WHERE books MATCH ? ORDER BY bm25(books) LIMIT ?",
            (joint.join(words), FIRST),
        )
        return [keys[number] for (number,) in rows] if words else []

    return find


def measure(asked: Sequence[Task], finders: dict[str, Finder], page: Page, *, detail: bool) -> None:
    """Do every task by every means and print what came of it."""
    done: dict[str, Counter[str]] = {name: Counter() for name in finders}
    failed: list[str] = []
    for task in asked:
        for name, find in finders.items():
            found = find(task)
            if task.is_served(found):
                done[name][task.kind] += 1
            elif name == "Birge":
                failed.append(_failure(task, found))
    report(Counter(task.kind for task in asked), done)
    times = sorted(page.times)
    print(
        f"page: median {median(times) * 1000:.0f} ms, "
        f"p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms; {len(page.keys):,} records"
    )
    if detail:
        print(*failed, sep="\n")


def report(total: Counter[str], done: dict[str, Counter[str]]) -> None:
    """The table of success by kind."""
    print(f"\n{'':<27}{'tasks':>6}" + "".join(f"{name:>11}" for name in done))
    for kind, number in total.items():
        parts = [counts[kind] / number for counts in done.values()]
        mark = "" if parts[0] >= GOAL_BY_KIND else f"   below {GOAL_BY_KIND}"
        print(f"{kind:<27}{number:>6}" + "".join(f"{part:>11.2f}" for part in parts) + mark)
    parts = [counts.total() / total.total() for counts in done.values()]
    mark = "" if parts[0] >= GOAL else f"   below {GOAL}"
    print(f"{'all':<27}{total.total():>6}" + "".join(f"{part:>11.2f}" for part in parts) + mark)


def _failure(task: Task, found: Sequence[Key]) -> str:
    wanted = ", ".join(number for _file, number in sorted(task.wanted)[:3]) or "nothing"
    came = ", ".join(number for _file, number in found[:3]) or "nothing"
    return f"{task.kind} | {task.page} | {task.query} | {wanted} | came: {came}"


if __name__ == "__main__":
    sys.exit(main())
