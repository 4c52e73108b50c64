"""Loads the demonstration library: the same every time, safe to repeat."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand

from birge.site.seeding.library import seed_library
from birge.site.seeding.people import PASSWORD


class Command(BaseCommand):
    help = "Loads the demonstration library in Kazakh and Russian. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="The port the site will answer on.")
        parser.add_argument(
            "--base-url",
            default=settings.WAGTAILADMIN_BASE_URL,
            help="The site's own address; --port changes its port.",
        )

    def handle(self, *args: object, **options: object) -> None:
        base_url = options["base_url"]
        if options["port"]:
            base_url = f"http://127.0.0.1:{options['port']}"
        site, counts, people = seed_library(base_url)
        if not options["verbosity"]:
            return
        say = self.stdout.write
        say(self.style.SUCCESS(f"{site.site_name}: {counts}"))
        say(f"  {site.root_url}/kk/   қазақша")
        say(f"  {site.root_url}/ru/   по-русски")
        say(f"  {site.root_url}/admin/   " + ", ".join(user.username for user in people))
        say(f"  password: {PASSWORD}")
