"""The command: what it says, what it asks, how it ends."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from birge.catalogue.choices import RecordStatus
from birge.catalogue.management.commands import import_catalogue
from birge.catalogue.models import Holding, ImportRun, Record, Source
from tests.catalogue.samples import holdings, marc21

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path):
    """Write records into a file and return its path."""

    def file_(*records: bytes, name: str = "export.mrc") -> str:
        path = tmp_path / name
        path.write_bytes(b"".join(records))
        return str(path)

    return file_


def run(*args: str, **options: object) -> str:
    out = io.StringIO()
    call_command("import_catalogue", *args, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def gone() -> set[str]:
    withdrawn = Record.objects.filter(status=RecordStatus.WITHDRAWN)
    return set(withdrawn.values_list("control_number", flat=True))


def test_summary_names_file_format_encoding_and_counts(file):
    out = run(file(marc21("1"), marc21("2"), b"junk\x1d"), "--source", "City")
    row = next(line for line in out.splitlines() if line.startswith("export.mrc "))
    assert row.split()[1:4] == ["iso2709", "marc21", "utf-8"]
    assert row.split()[4:6] == ["3", "2"]
    assert "1 × " in out
    assert Source.objects.get().name == "City"


def test_dry_run_writes_nothing(file):
    out = run(file(marc21("1")), "--dry-run")
    assert "export.mrc" in out
    assert not Record.objects.exists()
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    "args",
    [
        ["missing.mrc"],
        ["/"],
        ["{file}", "--encoding", "utf-99"],
        ["{file}", "--source", " "],
    ],
)
def test_wrong_arguments_are_told_plainly(file, args):
    path = file(marc21("1"))
    with pytest.raises(CommandError):
        run(*(each.format(file=path) for each in args))
    assert not Record.objects.exists()


@pytest.mark.parametrize("name", ["windows-1251", "UTF8", "koi8_r"])
def test_encodings_go_by_their_usual_names(file, name):
    run(file(marc21("1", "Title", "")), "--encoding", name)
    assert Record.objects.exists()


def test_full_shows_what_would_go_and_asks(file, monkeypatch):
    run(file(*(marc21(str(number)) for number in range(5))), "--full", "--yes")
    path = file(*(marc21(str(number)) for number in range(4)))
    out = run(path, "--full", "--dry-run")
    assert "Абай жолы" in out
    assert gone() == set()
    with pytest.raises(CommandError):
        run(path, "--full")
    assert gone() == set()
    monkeypatch.setattr(import_catalogue.Command, "stdin_is_terminal", staticmethod(lambda: True))
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    with pytest.raises(CommandError):
        run(path, "--full")
    monkeypatch.setattr("builtins.input", lambda _question: "иә")
    run(path, "--full")
    assert gone() == {"4"}


def test_full_shows_the_copies_that_would_go_and_asks(file, monkeypatch):
    parts = [marc21("1"), *(holdings(f"h{n}", "1", ("c", f"b{n}")) for n in range(3))]
    run(file(*parts))
    path = file(*parts[:-1])
    monkeypatch.setattr(import_catalogue.Command, "stdin_is_terminal", staticmethod(lambda: True))
    monkeypatch.setattr("builtins.input", lambda _question: "no")
    with pytest.raises(CommandError):
        run(path, "--full")
    assert Holding.objects.count() == 3
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    with override("ru"):
        assert "экземпляров: 1 из 3" in run(path, "--full")
    assert Holding.objects.count() == 2


def test_full_that_would_withdraw_more_than_half_needs_yes(file, monkeypatch):
    run(file(*(marc21(str(number)) for number in range(5))))
    path = file(marc21("0"))
    monkeypatch.setattr(import_catalogue.Command, "stdin_is_terminal", staticmethod(lambda: True))
    monkeypatch.setattr("builtins.input", lambda _question: "yes")
    with pytest.raises(CommandError):
        run(path, "--full")
    assert gone() == set()
    run(path, "--full", "--yes")
    assert gone() == {"1", "2", "3", "4"}


def test_full_with_damage_withdraws_nothing(file):
    run(file(marc21("1"), marc21("2"), marc21("3")))
    with pytest.raises(CommandError):
        run(file(marc21("1"), b"junk\x1d", marc21("2")), "--full", "--yes")
    assert gone() == set()


def test_stop_ends_with_the_code_of_an_interrupt(file, monkeypatch):
    from contextlib import contextmanager

    @contextmanager
    def at_once():
        yield lambda: True

    monkeypatch.setattr(import_catalogue, "_stop_flag", at_once)
    with pytest.raises(CommandError) as error:
        run(file(marc21("1")))
    assert error.value.returncode == 130
    assert ImportRun.objects.get().status == "stopped"
