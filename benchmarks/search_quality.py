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
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT.parent / "shared" / "search"
KAZAKH = re.compile("[әғқңөұүіһ]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


#: Kinds of damage, and the least that is wanted of each.
DAMAGED = {
    **dict.fromkeys(("hit_fold", "hit_lat2018", "hit_lat2021", "hit_adhoc"), 0.93),
    **dict.fromkeys(("hit_kk_on_qwerty", "hit_kk_on_ru"), 0.93),
    **dict.fromkeys(("hit_ru_on_qwerty", "hit_ru_translit"), 0.93),
    **dict.fromkeys(("hit_typo", "hit_foldtypo", "hit_ru_typo"), 0.88),
}
#: Where there is no figure, the plain engine's is the least.
GOALS: dict[str, dict[str, float | None]] = {
    "kk": {
        "R10_inf": 0.95,
        "R10_pai": 0.98,
        "R10_qa": 0.87,
        "R10_lem": None,
        **DAMAGED,
        "hit_clean": None,
        "hit_ru_clean": None,
    },
    "ru": {"R10_inf": 0.972, "R10_pai": None, "R10_lem": None},
}


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
    """Print the figures of both on the development sets, beside the goals and the best peers."""
    if not (EVALUATION / "evaluate.py").exists():
        print("search_quality: the development sets are not here; nothing was measured.")
        return 0
    print(f"{'figure':<24}{'plain':>8}{'Birge':>8}{'goal':>8}   best peer")
    for language in GOALS:
        plain, ours = figures("plain_engine", language), figures("engine", language)
        for name, goal in GOALS[language].items():
            value, least = ours[name], plain[name] if goal is None else goal
            mark = "" if value >= least else "  below"
            print(
                f"{language + ' ' + name:<24}{plain[name]:>8.3f}{value:>8.3f}{least:>8.3f}"
                f"   {best_peer(language, name)}{mark}"
            )
    return 0


def figures(factory: str, language: str) -> dict[str, float]:
    """The figures of one engine by the evaluator, in a process of its own."""
    command = [sys.executable, str(EVALUATION / "evaluate.py"), "--lang", language]
    command += ["--engine", f"benchmarks.search_quality:{factory}"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    pairs = (pair.split("=", 1) for pair in done.stdout.split() if "=" in pair)
    return {name: float(value) for name, value in pairs if re.fullmatch(r"[\d.]+", value)}


def best_peer(language: str, name: str) -> str:
    """The best that others get on the same development half, and who."""
    path = EVALUATION / "peers.tsv"
    if not path.exists():
        return "not here"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    head = lines[0]
    if name not in head:
        return "0.00–0.05" if name in DAMAGED else "not measured"
    rows = (dict(zip(head, line, strict=False)) for line in lines[1:])
    found = [
        (float(row[name]), row["name"])
        for row in rows
        if row["lang"] == language and row["split"] == "dev" and row.get(name)
    ]
    return "{:.3f} {}".format(*max(found)) if found else "not measured"


if __name__ == "__main__":
    sys.exit(main())
