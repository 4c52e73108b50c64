"""Quality of search: the real query path over the embedded engine, for an evaluator outside.

`engine()` and `plain_engine()` make objects with `index([(id, text), …])` and
`search(query, k) -> [id, …]`. The first is what readers get; the second is the same engine asked
for exactly what was typed. Run with `dev.py bench search_quality`, which prints the figures on
the development sets where these are at hand, or by the evaluator itself from the project's root:

    .venv/bin/python ../shared/search/evaluate.py --engine benchmarks.search_quality:engine --lang kk
"""

from __future__ import annotations

import atexit
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT.parent / "shared" / "search"
KAZAKH = re.compile("[әғқңөұүіһ]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def set_up() -> None:
    """Django over a new migrated SQLite file that is gone when the process ends; once."""
    from django.conf import settings

    if settings.configured:
        return
    folder = tempfile.TemporaryDirectory(prefix="birge-quality-")
    atexit.register(folder.cleanup)
    os.environ["DJANGO_SETTINGS_MODULE"] = "birge.site.settings.test"
    os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder.name) / 'quality.sqlite3'}"
    os.environ["BIRGE_DATA_DIR"] = folder.name
    os.environ["BIRGE_SEARCH_ENGINE"] = "sqlite"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


class QualityEngine:
    """A library whose records have nothing but a title, and the search page's way to them."""

    def __init__(self, *, exact: bool = False) -> None:
        set_up()
        self.exact = exact
        self.names: dict[int, str] = {}

    def index(self, documents: Iterable[tuple[str, str]]) -> None:
        """Replace what was indexed by these texts, each a record of its own."""
        from birge.catalogue.models import Record, Source
        from birge.search import services

        services.remove_records(Record.objects.values_list("pk", flat=True))
        Record.objects.all().delete()
        source, _new = Source.objects.get_or_create(name="quality")
        records = []
        for number, (name, text) in enumerate(documents):
            record = Record(source=source, control_number=str(number), title=text)
            record.languages = [language] if (language := language_of(text)) else []
            record.set_keys()
            records.append((name, record))
        Record.objects.bulk_create([record for _name, record in records], batch_size=500)
        self.names = {record.pk: name for name, record in records}
        services.rebuild()

    def search(self, query: str, k: int = 10) -> list[str]:
        """Names of the texts on the first page of answers, `k` at most."""
        from birge.search.answering import answer_to
        from birge.search.wanted import read_wanted

        parameters = {"q": query, **({"exact": "1"} if self.exact else {})}
        answer = answer_to(read_wanted(Typed(parameters)), k)
        return [self.names[hit.record_id] for hit in answer.result.hits]


class Typed(dict):
    """Parameters as an address has them, one value each."""

    def getlist(self, key: str) -> Sequence[str]:
        return [self[key]] if key in self else []


def language_of(text: str) -> str:
    """The code that a cataloguer would have given: a text of the sets is in one language."""
    if KAZAKH.search(text):
        return "kaz"
    return "rus" if CYRILLIC.search(text) else ""


def engine() -> QualityEngine:
    """Search as readers have it."""
    return QualityEngine()


def plain_engine() -> QualityEngine:
    """The same with all forgiveness off."""
    return QualityEngine(exact=True)


def main() -> int:
    """Print the figures of both on the development sets."""
    evaluator = EVALUATION / "evaluate.py"
    if not evaluator.exists():
        print("search_quality: the development sets are not here; nothing was measured.")
        return 0
    import subprocess

    for language in ("kk", "ru"):
        for name in ("plain_engine", "engine"):
            spec = f"benchmarks.search_quality:{name}"
            subprocess.run(
                [sys.executable, str(evaluator), "--engine", spec, "--lang", language],
                cwd=ROOT,
                check=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
