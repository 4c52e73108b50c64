"""How soon suggestions come, against a ranked prefix query on plain FTS5 over the same titles.

Titles of Zipf words in Kazakh and Russian with authors, subjects and series, all made here with a
fixed seed; beginnings of one to eight letters, of one word and of the second word, are asked of both
in the same run. Plain FTS5 answers ids of the ten best by its own rank; ours answers groups of lines
with addresses, authors and numbers of records. Every title leads to one of a few thousand records.
The goal is a p95 of a tenth of plain FTS5 at a million titles; elsewhere, plain: 181 ms.

    python3 dev.py bench suggestions
    .venv/bin/python -m benchmarks.suggestions --records 10000 200000 1000000
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.import_rate import database

SIZES = (10_000, 200_000)
QUERIES = 400
REAL_RECORDS = 2_000
ROOTS = (
    "қазақ абай жол тарих ақын өлең батыр көш алтын орда кітап дала ән ана тіл бала ертегі халық "
    "әлем ғылым мектеп қала ауыл су тау жер күн түн жұлдыз арман бақыт сөз күй домбыра шежіре "
    "история степь народ сказка повесть рассказ стихи литература сборник очерк время человек мир "
    "наука школа город море лес звезда счастье слово музыка путь жизнь война любовь сын дом"
).split()
ENDINGS = " лар лер дың дің ның ға ге да де шы ы і а ы е ий ая ие ство ник ом ами ского".split(" ")
SURNAMES = "Әуезов Құнанбаев Есенберлин Мүсірепов Айтматов Толстой Чехов Пушкин Гоголь Ауэзов"
GIVEN = "Мұхтар Абай Ілияс Ғабит Шыңғыс Лев Антон Александр Николай Мухтар Сәкен Бейімбет"


def main() -> int:
    """Measure every size asked for."""
    parser = argparse.ArgumentParser(prog="suggestions", description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, nargs="*", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure_one(options.one)
        return 0
    for size in options.records:
        # A process each: Django can be set up over one database only.
        command = [sys.executable, "-m", "benchmarks.suggestions", "--one", str(size)]
        subprocess.run(command, check=True)
    return 0


def measure_one(size: int) -> None:
    """One size in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="birge-bench-") as folder, database(Path(folder)):
        measure(size, Path(folder) / "plain.sqlite3")


class Words:
    """Words that are as unequally frequent as those of a language."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        made = {root + ending for root in ROOTS for ending in ENDINGS}
        made |= {a + b for a in ROOTS for b in ROOTS}
        self.words = sorted(made)
        chance.shuffle(self.words)
        self.sums = list(accumulate(1 / place for place in range(1, len(self.words) + 1)))

    def __call__(self, number: int) -> str:
        """So many words."""
        return " ".join(
            self.words[bisect(self.sums, self.chance.random() * self.sums[-1])]
            for _each in range(number)
        )


def made(size: int) -> Iterator[tuple[str, list[str], str, list[tuple[int, str]]]]:
    """Title, subjects, series and authors of each record."""
    chance = random.Random(1977)
    words = Words(chance)
    surnames, given = SURNAMES.split(), GIVEN.split()
    subjects = [words(chance.randint(1, 3)).capitalize() for _each in range(max(200, size // 50))]
    series = [words(2).capitalize() for _each in range(max(20, size // 500))]
    for _record in range(size):
        agent = int(chance.paretovariate(0.6)) % max(100, size // 4) + 1
        rule = random.Random(agent)
        name = f"{rule.choice(surnames)}, {rule.choice(given)} {rule.choice(given)}ұлы"
        yield (
            words(chance.randint(1, 7)).capitalize(),
            [subjects[int(chance.paretovariate(0.8)) % len(subjects)] for _each in range(2)],
            chance.choice(series) if chance.random() < 0.4 else "",
            [(agent, name)],
        )


def measure(size: int, plain_file: Path) -> None:
    """Fill both with the same titles, ask both the same beginnings, print what came out."""
    from birge.search.suggestions import suggest

    titles = fill(size)
    plain = plain_index(plain_file, titles)
    asked = beginnings(titles)

    def ask_plain(text: str) -> object:
        words = " ".join(f'"{word}"' for word in text.split())
        return plain.execute(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 10", (f"{words} *",)
        ).fetchall()

    theirs = timed(ask_plain, asked)
    ours = timed(suggest, asked)
    print(f"{size:>9,} records   {'p50':>8}   {'p95':>8}   {'worst':>8}   (ms)")
    for name, times in (("plain FTS5", theirs), ("suggestions", ours)):
        print(
            f"  {name:<17}" + "   ".join(f"{part(times, share):>8.2f}" for share in (50, 95, 100))
        )
    print(f"  ratio of p95: {part(ours, 95) / part(theirs, 95):.3f}\n", flush=True)
    plain.close()


def fill(size: int) -> list[str]:
    """Suggestions of every record in the site's own tables; returns the titles."""
    from django.db import connection, transaction

    from birge.catalogue.models import Record, Source
    from birge.search.suggestible import Author, Named, Suggestible, of_record, starts
    from birge.search.suggestion_index import level_of, shelf

    source = Source.objects.create(name="bench")
    Record.objects.bulk_create(
        Record(source=source, control_number=str(number), title="Абай", languages=["kaz"])
        for number in range(REAL_RECORDS)
    )
    kept: dict[int, Suggestible] = {}
    uses: dict[int, int] = {}
    titles = []
    for number, (title, subjects, series, authors) in enumerate(made(size)):
        titles.append(title)
        people = [Author(agent, "person", name, "", "") for agent, name in authors]
        named = Named((title,), subjects, series, people)
        target = number % REAL_RECORDS + 1
        for found in of_record(1, target, named).values():
            kept.setdefault(found.id, found)
            uses[found.id] = uses.get(found.id, 0) + 1
    started = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_suggestion (id, generation, kind, text, uses, target)"
            " VALUES (%s, 1, %s, %s, %s, %s)",
            ((each.id, each.kind, each.text, uses[each.id], each.target) for each in kept.values()),
        )
        rows = sorted(
            (shelf(1, each.kind, place, level_of(uses[each.id])), key, each.id)
            for each in kept.values()
            for place, key in starts(each.kind, each.text)
        )
        cursor.executemany(
            "INSERT INTO search_suggestion_start (shelf, key, suggestion) VALUES (%s, %s, %s)", rows
        )
    seconds = time.perf_counter() - started
    print(f"{len(kept):,} suggestions, {len(rows):,} beginnings, written in {seconds:.1f} s")
    return titles


def plain_index(path: Path, titles: Sequence[str]) -> sqlite3.Connection:
    """The titles in FTS5 as it comes."""
    plain = sqlite3.connect(path)
    plain.execute("CREATE VIRTUAL TABLE plain USING fts5(title)")
    plain.executemany("INSERT INTO plain (title) VALUES (?)", ((title,) for title in titles))
    plain.execute("INSERT INTO plain (plain) VALUES ('optimize')")
    plain.commit()
    return plain


def beginnings(titles: Sequence[str]) -> list[str]:
    """What readers have typed so far: of a first word, of any word, of two words."""
    chance = random.Random(2026)
    asked = []
    for title in chance.choices(titles, k=QUERIES):
        words = title.split()
        first = chance.randrange(len(words))
        text = " ".join(words[first : first + chance.choice((1, 1, 2))])
        asked.append(text[: chance.randint(1, 8)].strip())
    return asked


def timed(ask: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Milliseconds of each query, after a round that warms up."""
    for text in asked[:50]:
        ask(text)
    times = []
    for text in asked:
        started = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)


def part(times: Sequence[float], share: int) -> float:
    """The time within which that share of the queries was answered."""
    return times[min(len(times) - 1, len(times) * share // 100)]


if __name__ == "__main__":
    sys.exit(main())
