"""Sends to Elasticsearch what waits in the queue, or tells how it does."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from birge.search.health import feed_status


class Command(BaseCommand):
    help = _("Send to Elasticsearch what waits in the queue. For a timer, every minute.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--now",
            action="store_true",
            help=_("try at once, also during the pause after a failure"),
        )
        parser.add_argument(
            "--status", action="store_true", help=_("send nothing, tell how it goes")
        )

    def handle(
        self, *args: object, now: bool, status: bool, verbosity: int, **options: object
    ) -> None:
        if not settings.BIRGE_SEARCH_URL:
            raise CommandError(_("This site does not use Elasticsearch: SEARCH_URL is not set."))
        from birge.search import feed

        report = feed.Report() if status else feed.send_pending(patient=not now)
        if status or verbosity > 1:
            self._tell()
        if report.failed:
            raise CommandError(_("The search engine failed: %(error)s") % {"error": report.error})
        if report.sent and verbosity > 0:
            self.stdout.write(_("Sent: %(number)s") % {"number": report.sent})

    def _tell(self) -> None:
        found = feed_status()
        if found is None:
            return
        lines = [
            _("Elasticsearch answers.") if found.is_well else _("The database answers instead."),
            found.trouble,
            _("Changes that wait: %(number)s") % {"number": found.waiting},
            _("Documents refused: %(number)s") % {"number": found.refused},
        ]
        if found.error and found.failed_at:
            when = formats.date_format(timezone.localtime(found.failed_at), "DATETIME_FORMAT")
            lines.append(
                _("Last error, %(when)s: %(error)s") % {"when": when, "error": found.error}
            )
        self.stdout.write("\n".join(filter(None, lines)))
