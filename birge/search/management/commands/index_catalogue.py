"""Brings the search index in step with the catalogue."""

from __future__ import annotations

import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from birge.catalogue.models import Record
from birge.search import services
from birge.search.engines import engine_name
from birge.search.engines.base import EngineFailed

REPORT_EVERY = 10_000


class Command(BaseCommand):
    help = _("Bring the search index in step with the catalogue. It can be stopped and repeated.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help=_("index every record anew, not only those that are missing"),
        )

    def handle(self, *args: object, rebuild: bool, verbosity: int, **options: object) -> None:
        started = time.monotonic()
        # Known beforehand only when everything is indexed; otherwise the bar just counts.
        total = Record.objects.count() if rebuild else None
        bar = tqdm(
            total=total,
            unit=" rec",
            disable=verbosity == 0 or not self.stderr.isatty(),
            file=self.stderr,
        )
        self._done = 0

        def progress(number: int) -> None:
            bar.update(number)
            before, self._done = self._done, self._done + number
            if (
                bar.disable
                and verbosity > 0
                and self._done // REPORT_EVERY > before // REPORT_EVERY
            ):
                self.stdout.write(f"{self._done} / {total or '?'}")

        try:
            summary = services.rebuild(progress) if rebuild else services.index_missing(progress)
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. %(number)s records are indexed; run the command again to go on.")
                % {"number": self._done},
                returncode=130,
            ) from None
        except EngineFailed as error:
            raise CommandError(
                _("The search engine failed: %(error)s") % {"error": error}
            ) from error
        finally:
            bar.close()
        seconds = max(time.monotonic() - started, 0.001)
        if verbosity > 0:
            self.stdout.write(
                _(
                    "Engine %(engine)s: %(indexed)s indexed (%(rate)s a second), %(kept)s in the index."
                )
                % {
                    "engine": engine_name(),
                    "indexed": summary.indexed,
                    "rate": round(summary.indexed / seconds),
                    "kept": summary.kept,
                }
            )
