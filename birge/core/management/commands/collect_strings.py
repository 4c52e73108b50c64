"""Command: bring the .po files in step with the code, or say where they are not."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from birge.core.translations import catalogs, strings


class Command(BaseCommand):
    """Collect translatable strings from birge/ and templates/ into locale/."""

    help = (
        "Add the strings that code and templates have gained to the .po files and set aside those "
        "they have lost. With --check, write nothing and fail when something is new, gone, empty, "
        "fuzzy or wrongly translated."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check or --forget."""
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--check", action="store_true", help="write nothing, exit 1 if not right"
        )
        choice.add_argument(
            "--forget", action="store_true", help="also delete the strings that were set aside"
        )

    def handle(self, **options: object) -> None:
        """Check or update every language."""
        locale_dir = Path(settings.LOCALE_PATHS[0])
        found = strings.in_project(locale_dir.parent)
        if options["check"]:
            self._check(locale_dir, found)
            return
        for language in catalogs.LANGUAGES:
            self._update(locale_dir, language, found, forget=bool(options["forget"]))

    def _check(self, locale_dir: Path, found: dict[strings.Key, set[str]]) -> None:
        wrong = []
        for language in catalogs.LANGUAGES:
            wrong += catalogs.findings(catalogs.open_catalog(locale_dir, language), found)
        for finding in wrong:
            self.stderr.write(str(finding))
        if wrong:
            raise CommandError(f"{len(wrong)} strings need work; run manage.py collect_strings")
        self.stdout.write(f"{len(found)} strings, all translated: {', '.join(catalogs.LANGUAGES)}")

    def _update(
        self, locale_dir: Path, language: str, found: dict[strings.Key, set[str]], *, forget: bool
    ) -> None:
        catalog = catalogs.open_catalog(locale_dir, language)
        new, gone = catalogs.update_catalog(catalog, found)
        forgotten = catalogs.forget_obsolete(catalog) if forget else 0
        catalogs.save_catalog(catalog)
        for sign, keys in (("+", new), ("-", gone)):
            for key in keys:
                self.stdout.write(f"{language} {sign} {key.text!r}")
        faulty = [
            entry for entry in catalog if not entry.obsolete and catalogs.faults(entry, language)
        ]
        self.stdout.write(
            f"{language}: {len(new)} new, {len(gone)} gone, {forgotten} forgotten, "
            f"{len(faulty)} to translate or mend"
        )
