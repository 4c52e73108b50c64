"""Imports MARC files into the catalogue."""

from __future__ import annotations

import signal
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from birge.catalogue.choices import RunStatus
from birge.catalogue.reasons import reason_text
from birge.catalogue.services.imports import ImportFailed, ImportJob, ImportReport
from birge.catalogue.services.tallies import OUTCOMES, SUPERSEDED, FileTally, total

DIALECTS = ("auto", "marc21", "unimarc")
ENCODINGS = ("auto", "utf-8", "marc-8", "cp1251", "cp866", "koi8-r")
DEFAULT_SOURCE = "Catalogue"
INTERRUPTED = 130
SAY_EVERY_SECONDS = 10


class Command(BaseCommand):
    help = _(
        "Import MARC files (MARC 21 or UNIMARC, ISO 2709 or XML, any usual encoding). "
        "It can be tried with --dry-run, stopped with Ctrl-C and repeated."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--source",
            default=DEFAULT_SOURCE,
            metavar="NAME",
            help=_("where the records come from; the same name every time"),
        )
        parser.add_argument("--format", default="auto", choices=DIALECTS, dest="dialect")
        parser.add_argument(
            "--encoding",
            default="auto",
            help=_("one of: %(encodings)s") % {"encodings": ", ".join(ENCODINGS)},
        )
        parser.add_argument(
            "--full",
            action="store_true",
            help=_("the files are all the source has: withdraw what is not in them, after asking"),
        )
        parser.add_argument(
            "--dry-run", action="store_true", help=_("read and count, write nothing")
        )
        parser.add_argument("--yes", action="store_true", help=_("withdraw without asking"))

    def handle(self, *args: object, **options: object) -> None:
        files = _checked_files(options["files"])
        encoding = _checked_encoding(options["encoding"])
        if not options["source"].strip():
            raise CommandError(_("Give the source a name."))
        self.verbosity, self.yes = options["verbosity"], options["yes"]
        with _bar(sum(file.stat().st_size for file in files), self) as bar, _stop_flag() as flag:
            job = ImportJob(
                files,
                options["source"].strip(),
                dialect=options["dialect"],
                encoding=encoding,
                full=options["full"],
                dry_run=options["dry_run"],
                progress=bar,
                should_stop=flag,
            )
            with job:
                report = self._attempt(job.run)
                bar.close()
                self._summary(report)
                self._conclude(job, report)

    def _attempt(self, verb):
        try:
            return verb()
        except ImportFailed as error:
            raise CommandError(str(error)) from error

    def _conclude(self, job: ImportJob, report: ImportReport) -> None:
        if report.run.status == RunStatus.STOPPED:
            raise CommandError(
                _("Stopped. What was written is complete; run the command again to go on."),
                returncode=INTERRUPTED,
            )
        if report.plan is not None:
            self._withdraw(job, report)

    def _withdraw(self, job: ImportJob, report: ImportReport) -> None:
        plan = report.plan
        self.stdout.write("")
        self.stdout.write(
            _("No longer in the source: %(count)s of %(total)s records.")
            % {"count": plan.count, "total": plan.total}
        )
        for title in plan.titles:
            self.stdout.write(f"  – {title}")
        if plan.count > len(plan.titles):
            self.stdout.write("  …")
        if plan.copies_total:
            self.stdout.write(
                _("Copies no longer in the source: %(count)s of %(total)s.")
                % {"count": plan.copies, "total": plan.copies_total}
            )
        if report.refusal:
            raise CommandError(_("Nothing was withdrawn. %(why)s") % {"why": report.refusal})
        if job.dry_run:
            self.stdout.write(_("This was a trial: nothing was written."))
            return
        if (plan.count or plan.copies) and not self.yes and not self._agreed():
            raise CommandError(_("Nothing was withdrawn."))
        # Having seen the number and said yes here counts only up to a half; beyond, --yes does.
        done = self._attempt(lambda: job.withdraw(confirmed=self.yes))
        if report.refusal:
            raise CommandError(_("Nothing was withdrawn. %(why)s") % {"why": report.refusal})
        self.stdout.write(_("Withdrawn: %(count)s.") % {"count": done})

    def _agreed(self) -> bool:
        if not self.stdin_is_terminal():
            self.stderr.write(_("Nobody is here to be asked; use --yes to withdraw."))
            return False
        answer = input(_("Carry this out? Type “yes”: "))
        return answer.strip().casefold() in {"yes", "y", "иә", "да"}

    @staticmethod
    def stdin_is_terminal() -> bool:
        """Whether there is somebody to ask."""
        return sys.stdin is not None and sys.stdin.isatty()

    def _summary(self, report: ImportReport) -> None:
        if self.verbosity == 0:
            return
        self.stdout.write(_table(report.files))
        for tally in report.files:
            for reason, number in tally.reasons.most_common():
                self.stdout.write(f"{tally.name}: {number} × {reason_text(reason)}")
        if total(report.files, SUPERSEDED):
            self.stdout.write(
                _("Repeated: another record with the same number came later; the last one counts.")
            )
        if report.run.dry_run and report.plan is None:
            self.stdout.write(_("This was a trial: nothing was written."))


def _checked_files(paths: list[Path]) -> list[Path]:
    for path in paths:
        if path.is_dir():
            raise CommandError(_("%(path)s is a folder; name the files in it.") % {"path": path})
        if not path.exists():
            raise CommandError(_("There is no file %(path)s.") % {"path": path})
        try:
            path.open("rb").close()
        except OSError as error:
            raise CommandError(
                _("%(path)s cannot be read: %(error)s") % {"path": path, "error": error.strerror}
            ) from error
    return paths


def _checked_encoding(name: str) -> str:
    known = {each.replace("-", ""): each for each in ENCODINGS}
    known |= {"windows1251": "cp1251", "win1251": "cp1251", "ibm866": "cp866", "koi8": "koi8-r"}
    found = known.get(name.lower().replace("-", "").replace("_", ""))
    if found is None:
        raise CommandError(
            _("Unknown encoding %(name)s; choose one of: %(encodings)s")
            % {"name": name, "encodings": ", ".join(ENCODINGS)}
        )
    return found


class _Progress:
    """A bar of bytes on a terminal, a line now and then anywhere else."""

    def __init__(self, size: int, command: BaseCommand) -> None:
        self.command = command
        self.bar = tqdm(
            total=size,
            unit="B",
            unit_scale=True,
            disable=command.verbosity == 0 or not command.stderr.isatty(),
            file=command.stderr,
        )
        self.started = self.said = time.monotonic()

    def __call__(self, tally: FileTally, tallies: list[FileTally]) -> None:
        done = sum(each.bytes_read for each in tallies)
        read = sum(each.read for each in tallies)
        now = time.monotonic()
        if not self.bar.disable:
            self.bar.set_description(tally.name[:30], refresh=False)
            self.bar.set_postfix_str(f"{read / max(now - self.started, 0.001):.0f} rec/s")
            self.bar.update(done - self.bar.n)
        elif self.command.verbosity > 0 and now - self.said >= SAY_EVERY_SECONDS:
            self.said = now
            self.command.stdout.write(f"{tally.name}: {read}, {done / max(self.bar.total, 1):.0%}")

    def close(self) -> None:
        """Take the bar away before anything else is written."""
        self.bar.close()


@contextmanager
def _bar(size: int, command: BaseCommand) -> Iterator[_Progress]:
    progress = _Progress(size, command)
    try:
        yield progress
    finally:
        progress.close()


@contextmanager
def _stop_flag() -> Iterator:
    """The first Ctrl-C or termination lets the batch be finished; the second interrupts it."""
    asked = False

    def ask(number: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    try:
        before = {each: signal.signal(each, ask) for each in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # not in the main thread: nothing can be caught, and nobody presses Ctrl-C
        before = {}
    try:
        yield lambda: asked
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _table(tallies: list[FileTally]) -> str:
    head = [
        _("file"),
        _("container"),
        _("formats"),
        _("encodings"),
        _("read"),
        _("created"),
        _("changed"),
        _("unchanged"),
        _("repeated"),
        _("holdings"),
        _("rejected"),
    ]
    rows = [[str(cell) for cell in head]]
    for tally in tallies:
        done = tally.outcomes
        rows.append(
            [
                tally.name,
                tally.container or "–",
                ", ".join(sorted(tally.dialects)) or "–",
                ", ".join(sorted(tally.encodings)) or "–",
                str(tally.read),
                *(str(done[outcome]) for outcome in OUTCOMES),
            ]
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 4 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
