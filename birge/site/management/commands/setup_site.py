"""Makes a new library's empty site: asks for its names, or takes them as options."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from birge.site.setup import LibraryNames, setup_library

QUESTIONS = {
    "official-name-kk": "Кітапхананың ресми атауы (қазақша)",
    "short-name-kk": "Қысқа атауы (қазақша)",
    "official-name-ru": "Официальное название библиотеки (по-русски)",
    "short-name-ru": "Короткое название (по-русски)",
}


class Command(BaseCommand):
    help = "Makes an empty site with the usual sections in Kazakh and Russian. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, question in QUESTIONS.items():
            parser.add_argument(f"--{name}", help=question)
        parser.add_argument(
            "--base-url",
            default=settings.WAGTAILADMIN_BASE_URL,
            help="The site's own address, for example https://kitaphana.example",
        )

    def handle(self, *args: object, **options: object) -> None:
        answers = {name: self._answer(name, options) for name in QUESTIONS}
        names = {
            code: LibraryNames(
                official=answers[f"official-name-{code}"], short=answers[f"short-name-{code}"]
            )
            for code in ("kk", "ru")
        }
        site = setup_library(names, options["base_url"])
        self.stdout.write(self.style.SUCCESS(f"{site.site_name}: {site.root_url}/"))
        if options["verbosity"]:
            self.stdout.write(
                "Next: manage.py createsuperuser, then sign in at "
                f"{site.root_url}/admin/ and add your branches."
            )

    def _answer(self, name: str, options: dict) -> str:
        """The option, or what is typed; short enough for the column it goes to."""
        limit = 60 if name.startswith("short") else 255
        given = (options[name.replace("-", "_")] or "").strip()
        while not given:
            if not sys.stdin.isatty():
                raise CommandError(f"--{name} is missing: {QUESTIONS[name]}")
            given = input(f"{QUESTIONS[name]}: ").strip()
        if len(given) > limit:
            raise CommandError(f"--{name}: at most {limit} characters, not {len(given)}")
        return given
