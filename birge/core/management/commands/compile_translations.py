"""Command: write the .mo files that Django reads, without the gettext tools."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from birge.core.translations.catalogs import compile_catalogs


class Command(BaseCommand):
    """Compile what is newer than its compiled file; needs no database."""

    help = "Compile the Kazakh and Russian strings; files that are up to date are left alone."
    requires_system_checks = []

    def handle(self, **options: object) -> None:
        """Compile and say what was written."""
        written = [mo for folder in settings.LOCALE_PATHS for mo in compile_catalogs(Path(folder))]
        if options["verbosity"] > 0:
            for mo in written:
                self.stdout.write(f"compiled {mo}")
            if not written:
                self.stdout.write("translations are up to date")
