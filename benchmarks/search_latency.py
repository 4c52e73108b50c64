"""How fast the engines answer at ten thousand, two hundred thousand, a million records.

For each engine present, on the same records in the same run: building (ours with the analysis of
all text, the plain engine given our terms), size, and the time of "20 hits, the total and all
facets" for a mix of queries, beside the same database's plain full text: FTS5 with bm25 or
tsvector with ts_rank, a count, and one GROUP BY for each facet; in Elasticsearch, one field of
terms with BM25 and an aggregation for each facet. Counts that our engine remembers
are forgotten before every query. The goal is a ratio of 1.2 at most, at p50 and p95.

    python3 dev.py bench search_latency
    .venv/bin/python -m benchmarks.search_latency --records 1000000 --engine sqlite

PostgreSQL and Elasticsearch are measured where BIRGE_TEST_POSTGRES_URL and
BIRGE_TEST_ELASTICSEARCH_URL say where they are.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import synthetic
from benchmarks.questions import Question, Questions, Sample

if TYPE_CHECKING:
    from birge.search.engines.base import Document

BATCH = 1000
#: So many batches are made before they are indexed: the second process stands still between them.
TOGETHER = 50
#: Each question is asked so often, and the quickest answer counts: the first one warms caches.
TURNS = 3
KINDS_OF_WAGTAIL = ("one rare word", "one word", "one frequent word", "two words", "three words")
FACETS_OF_WAGTAIL = "the four of one value"
#: The engines, and what says where each of them is.
ENGINES = {
    "sqlite": "",
    "postgres": "BIRGE_TEST_POSTGRES_URL",
    "elasticsearch": "BIRGE_TEST_ELASTICSEARCH_URL",
}


def main() -> int:
    """Run the benchmark for each engine, in a process of its own."""
    parser = argparse.ArgumentParser(prog="search_latency", description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, nargs="+", default=[10_000])
    parser.add_argument("--engine", choices=tuple(ENGINES))
    parser.add_argument("--folder", type=Path, help="where the files go; a temporary one otherwise")
    options = parser.parse_args()
    if options.engine and len(options.records) == 1:
        with tempfile.TemporaryDirectory(prefix="birge-bench-", dir=options.folder) as folder:
            measure(options.engine, *options.records, Path(folder))
        return 0
    codes = []
    for engine, variable in ENGINES.items():
        if options.engine not in (None, engine):
            continue
        if variable and not os.environ.get(variable):
            print(f"{engine}: absent, for {variable} says nothing")
            continue
        # Each size in a process of its own: Wagtail's search leaves a model behind.
        for size in options.records:
            command = [sys.executable, "-m", "benchmarks.search_latency", "--engine", engine]
            folder = ["--folder", str(options.folder)] if options.folder else []
            codes.append(subprocess.run([*command, *folder, "--records", str(size)]).returncode)
    return max(codes, default=0)


@contextmanager
def database(engine: str, folder: Path) -> Iterator[None]:
    """A database that nobody needs, migrated and gone afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "birge.site.settings.test")
    file = folder / "bench.sqlite3"
    on_server = engine == "postgres"
    url = os.environ["BIRGE_TEST_POSTGRES_URL"] + "_bench" if on_server else f"sqlite:///{file}"
    os.environ["DATABASE_URL"] = url
    os.environ.setdefault("BIRGE_DATA_DIR", str(folder))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if not on_server:
        call_command("migrate", verbosity=0)
        yield
        connection.close()
        file.unlink()
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


class Stopwatch:
    """Seconds by name."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - started


def measure(engine_name: str, size: int, folder: Path) -> None:
    """Build both indexes, ask both the same questions, print what came out."""
    with database(engine_name, folder):
        engine, plain = engines(engine_name)
        # What a cold disk takes too long for is measured too, not cut short.
        engine.deadline = 600.0
        watch = Stopwatch()
        print(f"\n{size:,} records, {plain.title}", flush=True)
        sample = build(engine, plain, size, watch)
        report_build(engine, plain, size, watch)
        questions = list(Questions(sample))
        times = ask(engine, plain, questions)
        report(times)
        if engine_name != "elasticsearch":
            beside_wagtail(engine, size, questions)


def engines(name: str) -> tuple:
    """Our engine and the plain one."""
    if name == "elasticsearch":
        from benchmarks.plain_elasticsearch import PlainElasticsearch, bench_engine

        url = os.environ[ENGINES[name]]
        return bench_engine(url), PlainElasticsearch(url)
    from benchmarks.plain_search import plain_engine
    from birge.search.engines import get_engine

    return get_engine(), plain_engine(name)


def beside_wagtail(engine, size: int, questions: Sequence[Question]) -> None:
    """The questions that Wagtail's own search can be asked, where it can hold the records."""
    from benchmarks.wagtail_search import MOST, WagtailSearch

    if size > MOST:
        print(
            f"  Wagtail's own search: left out, for it would take hours to index {size:,} records"
        )
        return
    other, watch, maker = WagtailSearch(), Stopwatch(), Maker()
    other.prepare()
    entries = iter(synthetic.Library(size))
    while batch := list(islice(entries, BATCH)):
        documents = [maker.document(*maker.parts(entry)) for entry in batch]
        with watch("wagtail"):
            other.put(documents)
    print(
        f"  {other.title}, whose facets are {FACETS_OF_WAGTAIL}: built in {watch.seconds['wagtail']:,.0f} s"
    )
    asked = [each for each in questions if each.kind in KINDS_OF_WAGTAIL]
    report(ask(engine, other, asked, same=False))
    other.finish()


def build(engine, plain, size: int, watch: Stopwatch) -> Sample:
    """Fill both, batch by batch; returns what questions are made of."""
    from django.db import connection, transaction

    from birge.core.memory import fewer_collections
    from birge.search.ahead import own_texts
    from birge.search.analyst import analyst

    def reads_of(batch):
        return (read for record, *_others in batch for read in own_texts(record))

    sample = Sample()
    maker = Maker()
    plain.prepare()
    unchecked(connection)
    filling = engine.filling()
    with watch("ours"):
        filling.__enter__()
    entries = iter(synthetic.Library(size))
    with fewer_collections(), analyst(size) as texts:
        while True:
            # What takes time here must not hide the time of the process that analyzes.
            with watch("making records"):
                batches = [
                    [maker.parts(entry) for entry in islice(entries, BATCH)]
                    for _batch in range(TOGETHER)
                ]
            if not batches[0]:
                break
            written = []
            with watch("ours"):
                for batch in texts.ahead(filter(None, batches), reads_of):
                    with watch("analysis and documents, of ours"):
                        documents = [maker.document(*parts) for parts in batch]
                    with transaction.atomic():
                        engine.put(documents)
                    written.append(documents)
            for documents in written:
                with watch("plain"), transaction.atomic():
                    plain.put(documents)
                sample.add(documents)
            if written[-1][-1].record_id % 100_000 == 0:
                seconds = {name: round(value) for name, value in watch.seconds.items()}
                print(f"  … {sample.records:,} {seconds}", file=sys.stderr, flush=True)
    with watch("ours"):
        filling.__exit__(None, None, None)
    with watch("plain"):
        plain.finish()
    with watch("tidying"):
        engine.tidy()
    return sample


def unchecked(connection) -> None:
    """Documents without records: a benchmark needs no titles on pages."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE search_record DROP CONSTRAINT IF EXISTS search_record_of")
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")


class Maker:
    """Entries of the synthetic library as the catalogue's own objects, and as documents."""

    def parts(self, entry: synthetic.Entry) -> tuple:
        """What a database would have given."""
        from birge.catalogue.models import Agent, Record
        from birge.search.documents import Contributor, Copy

        record = Record(
            pk=entry.number + 1,
            title=entry.title,
            subtitle=entry.subtitle,
            responsibility=entry.authors[0][1] if entry.authors else "",
            languages=[entry.language],
            subjects=list(entry.subjects),
            annotation=entry.annotation,
            publisher=entry.publisher,
            place=entry.place,
            series=entry.series,
            year=entry.year,
            year_text=str(entry.year or ""),
            received_on=entry.received_on,
            material_type=entry.material,
            audience=entry.audience,
            age_mark=entry.age_mark,
            isbns=[entry.isbn],
        )
        record.set_keys()
        agents = [Agent(pk=number + 1, name=name) for number, name in entry.authors]
        contributors = [Contributor(agent.pk, "aut") for agent in agents]
        status = {True: "on_shelf", False: "on_loan", None: ""}[entry.on_shelf]
        copies = [Copy(f"branch-{number:02}", status) for number in entry.branches]
        return record, agents, contributors, copies

    def document(self, record, agents, contributors, copies) -> Document:
        """The document, by the code that makes all documents."""
        from birge.search.documents import NameRuns, document_of

        return document_of(record, contributors, copies, NameRuns(agents), {})


def ask(
    engine, plain, questions: Sequence[Question], *, same: bool = True
) -> dict[str, list[tuple[float, float]]]:
    """Seconds of both engines for each question, by kind."""
    found: dict[str, list[tuple[float, float]]] = {}
    for question in questions:
        ours, result = quickest(engine.search, question.request)
        other, total = quickest(plain.search, question)
        if same and result.total != total:
            print(f"  {question.kind}: {result.total} and {total} hits: {question.words}")
        found.setdefault(question.kind, []).append((ours, other))
    return found


def quickest(answer: Callable, question: object) -> tuple[float, object]:
    """The time of the quickest of a few answers, nothing of ours being remembered; the answer."""
    from django.core.cache import cache

    best = float("inf")
    for _turn in range(TURNS):
        cache.clear()
        started = time.perf_counter()
        result = answer(question)
        best = min(best, time.perf_counter() - started)
    return best, result


def report_build(engine, plain, size: int, watch: Stopwatch) -> None:
    """Building times and sizes."""
    seconds = watch.seconds
    print(
        f"  build: ours {seconds['ours']:,.0f} s, texts analyzed by a second process and tidying"
        f" of {seconds['tidying']:,.0f} s apart; plain {seconds['plain']:,.0f} s,"
        f" ratio {seconds['ours'] / seconds['plain']:.2f}"
    )
    for name, tables in (("ours", plain.our_tables), ("plain", plain.tables)):
        print(f"  size: {name} {plain.size(tables) / 2**20:,.0f} MiB")


def report(times: dict[str, list[tuple[float, float]]]) -> None:
    """A line for each kind, and one for all."""
    print(
        f"  {'milliseconds':<20}{'ours p50':>10}{'p95':>9}{'plain p50':>11}{'p95':>9}{'ratio p50':>11}{'p95':>7}"
    )
    everything = [pair for pairs in times.values() for pair in pairs]
    for kind, pairs in (*times.items(), ("all", everything)):
        ours, plain = zip(*pairs, strict=True)
        figures = [
            percentile(ours, 50),
            percentile(ours, 95),
            percentile(plain, 50),
            percentile(plain, 95),
        ]
        a, b, c, d = (1000 * figure for figure in figures)
        print(f"  {kind:<20}{a:>10.1f}{b:>9.1f}{c:>11.1f}{d:>9.1f}{a / c:>11.2f}{b / d:>7.2f}")


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    sys.exit(main())
