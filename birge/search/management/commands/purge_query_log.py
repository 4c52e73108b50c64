"""Forgets searches that are older than the site keeps."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from birge.search.query_log import purge


class Command(BaseCommand):
    help = _("Delete counts of searches that are older than BIRGE_QUERY_LOG_DAYS.")

    def handle(self, *args: object, verbosity: int, **options: object) -> None:
        deleted = purge()
        if verbosity > 0:
            self.stdout.write(
                _("%(number)s rows older than %(days)s days deleted.")
                % {"number": deleted, "days": settings.BIRGE_QUERY_LOG_DAYS}
            )
