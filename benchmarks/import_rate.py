"""How fast the catalogue is filled, search index included, against pymarc's parsing alone.

Prints records a second and their ratio to pymarc reading the same bytes in the same run: first
import, then the same file again; and where the work goes, that of the process which reads a large
file ahead too. Elsewhere, measured without any index: `save()` for each record 0.05–0.19,
`bulk_create` 0.27–0.62. The goal here is 0.20, with the index.

    python3 dev.py bench import_rate
    DATABASE_URL=postgres://… .venv/bin/python -m benchmarks.import_rate --records 5000 FILE…

On PostgreSQL it makes and drops a test database of its own; on SQLite, a file in a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path

import pymarc

WORDS = (
    "абай жолы қазақ халқының тарихы ақын өлеңдері батырлар жыры көшпенділер алтын орда "
    "кітапхана ісі дала әні ана тілі балаларға ертегілер путь история степи народные сказки "
    "повести рассказы избранные стихи литература Казахстана сборник очерки время и люди"
).split()
SURNAMES = "Әуезов Құнанбаев Есенберлин Мүсірепов Айтматов Толстой Чехов Пушкин Гоголь".split()
GIVEN = "Мұхтар Абай Ілияс Ғабит Шыңғыс Лев Антон Александр Николай".split()
SUBJECTS = (
    "Қазақ әдебиеті",
    "Казахская литература",
    "История Казахстана",
    "Балалар әдебиеті",
    "Этнография",
    "Поэзия",
)
BRANCHES = ("central", "samal", "shanyraq")
RUNS_OF_PYMARC = 3


def main() -> int:
    """Run the benchmark on a synthetic file and on the files given."""
    parser = argparse.ArgumentParser(prog="import_rate", description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=3000, help="size of the synthetic file")
    parser.add_argument("files", nargs="*", type=Path, help="MARC files to measure beside it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="birge-bench-") as folder:
        synthetic = Path(folder) / f"synthetic-{options.records}.mrc"
        write_synthetic(synthetic, options.records)
        with database(Path(folder)):
            for number, path in enumerate([synthetic, *options.files]):
                report(path, f"bench {number}")
    return 0


def write_synthetic(path: Path, records: int) -> None:
    """Write a MARC 21 file that is the same every time: ordinary books with two copies each."""
    chance = random.Random(1977)
    with path.open("wb") as file:
        for number in range(records):
            file.write(synthetic_record(number, chance).as_marc())


def synthetic_record(number: int, chance: random.Random) -> pymarc.Record:
    """One ordinary book."""

    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()

    def field(tag: str, *pairs: str, indicators: str = "  ") -> pymarc.Field:
        parts = [pymarc.Subfield(*pair) for pair in zip(pairs[::2], pairs[1::2], strict=True)]
        return pymarc.Field(tag, pymarc.Indicators(*indicators), parts)

    def person() -> str:
        return f"{chance.choice(SURNAMES)}, {chance.choice(GIVEN)} {chance.randint(1, 60)}"

    year = str(chance.randint(1930, 2026))
    language = chance.choice(("kaz", "rus"))
    record = pymarc.Record(force_utf8=True, leader="00000nam a2200000 a 4500")
    record.add_field(
        pymarc.Field("001", data=f"bench{number:07}"),
        pymarc.Field("003", data="KZ-Bench"),
        pymarc.Field("005", data="20260101120000.0"),
        pymarc.Field("008", data=f"260101s{year}    kz{' ' * 20}{language} d"),
        field("020", "a", isbn(number), "c", f"{chance.randint(500, 9000)} тг."),
        field("040", "a", "KZ-Bench", "b", "kaz", "c", "KZ-Bench"),
        field("041", "a", language, "h", "rus", indicators="1 "),
        field("080", "a", f"821.512.122-{chance.randint(1, 9)}"),
        field("084", "a", f"84(5Каз){chance.randint(1, 9)}-4", "2", "rubbk"),
        field("100", "a", person(), "d", "1897-1961", "4", "aut", indicators="1 "),
        field("245", "a", words(2, 7), "b", words(2, 6), "c", person(), indicators="10"),
        field("250", "a", f"{chance.randint(1, 5)}-басылым"),
        field("260", "a", "Алматы :", "b", "Жазушы,", "c", year),
        field("300", "a", f"{chance.randint(40, 700)} б. :", "b", "сур. ;", "c", "21 см"),
        field("336", "a", "text", "b", "txt", "2", "rdacontent"),
        field("337", "a", "unmediated", "b", "n", "2", "rdamedia"),
        field("338", "a", "volume", "b", "nc", "2", "rdacarrier"),
        field("490", "a", words(2, 3), "v", str(chance.randint(1, 40)), indicators="0 "),
        field("520", "a", words(15, 45)),
        *(field("650", "a", subject, indicators=" 4") for subject in chance.sample(SUBJECTS, 3)),
        field("653", "a", words(1, 2)),
        field("700", "a", person(), "e", "аударған", "4", "trl", indicators="1 "),
        *(
            field("852", "b", chance.choice(BRANCHES), "h", "84(5Каз)", "p", f"{number:07}{copy}")
            for copy in range(2)
        ),
    )
    return record


def isbn(number: int) -> str:
    """A number of 13 digits with the right check digit."""
    digits = f"978601{number % 1_000_000:06}"
    total = sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


@contextmanager
def database(folder: Path) -> Iterator[None]:
    """A database that nobody needs, migrated and gone afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "birge.site.settings.test")
    on_server = bool(os.environ.get("DATABASE_URL"))
    if not on_server:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ.setdefault("BIRGE_DATA_DIR", str(folder))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if not on_server:
        call_command("migrate", verbosity=0)
        print(f"\nSQLite {connection.Database.sqlite_version}")
        yield
        connection.close()
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    print(f"\nPostgreSQL {connection.pg_version}")
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def report(path: Path, source: str) -> None:
    """Measure one file and print what came out."""
    from birge.catalogue.choices import RunStatus

    total, base = pymarc_rate(path)
    print(f"\n{path.name}: {total} records; pymarc alone {base:,.0f} records/s = 1.00")
    for title in ("first import", "the same again"):
        clock = Clock()
        run = imported(path, source, clock)
        if run.status != RunStatus.DONE:
            raise SystemExit(f"the import ended as {run.status}: {run.error}")
        rate = run.read / clock.total
        shares = ", ".join(f"{name} {share:.0%}" for name, share in clock.shares().items())
        print(f"  {title:<15}{rate:>8,.0f} records/s   ratio {rate / base:.2f}   {shares}")


def pymarc_rate(path: Path) -> tuple[int, float]:
    """How many records pymarc reads, and how many a second at its best."""
    best, count = float("inf"), 0
    for _run in range(RUNS_OF_PYMARC):
        # It writes a line about every character it cannot read: that would be measured too.
        with path.open("rb") as file, redirect_stderr(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            started = time.perf_counter()
            count = sum(1 for _record in pymarc.MARCReader(file, permissive=True))
            best = min(best, time.perf_counter() - started)
    return count, count / best


class Clock:
    """Where the time of an import goes."""

    def __init__(self) -> None:
        self.total = self.reading = self.mapping = self.waiting = self.indexing = 0.0
        #: What the process that reads ahead does besides: analyzes texts, hands everything over.
        self.ahead = 0.0

    def shares(self) -> dict[str, float]:
        """Parts of all work, that of a second processor too; writing is what is left of it."""
        parts = {
            "parsing": self.reading - self.mapping,
            "mapping": self.mapping,
            "writing": self.total - self.waiting - self.indexing,
            "indexing": self.indexing,
            "ahead": self.ahead,
        }
        return {name: part / sum(parts.values()) for name, part in parts.items()}

    def timed(self, name: str, function: Callable) -> Callable:
        """The function, its time added to one of the sums."""

        def measured(*args: object, **kwargs: object) -> object:
            started = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                setattr(self, name, getattr(self, name) + time.perf_counter() - started)

        return measured


def imported(path: Path, source: str, clock: Clock):
    """Import the file with a stopwatch at the joints; returns the run.

    A large file is read by a second process, so reading is measured apart, before the import.
    """
    from birge.catalogue import changes
    from birge.catalogue.services import ImportJob, imports

    read_alone(path, clock)
    listeners, read_ahead = list(changes._listeners), imports.read_ahead

    class Timed:
        def __init__(self, *args: object, **options: object) -> None:
            self.file = read_ahead(*args, **options)

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def __iter__(self) -> Iterator[object]:
            following = clock.timed("waiting", iter(self.file).__next__)
            while True:
                try:
                    yield following()
                except StopIteration:
                    return

    changes._listeners[:] = [clock.timed("indexing", listener) for listener in listeners]
    imports.read_ahead = Timed
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        started = time.perf_counter()
        with ImportJob([path], source) as job:
            run = job.run().run
        clock.total = time.perf_counter() - started
    finally:
        changes._listeners[:] = listeners
        imports.read_ahead = read_ahead
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    clock.ahead = max(0.0, spent - clock.reading)
    return run


def read_alone(path: Path, clock: Clock) -> None:
    """Parse and map every record of the file."""
    from birge.catalogue.marc import reading

    mapping = reading.bibliographic
    reading.bibliographic = clock.timed("mapping", mapping)
    try:
        started = time.perf_counter()
        for _item in reading.MarcFile(path):
            pass
        clock.reading = time.perf_counter() - started
    finally:
        reading.bibliographic = mapping


if __name__ == "__main__":
    sys.exit(main())
