"""Writes the API's description, which the tests keep as a snapshot."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import override
from ninja.responses import NinjaJSONEncoder

from birge.site.api import openapi_document


def openapi_text() -> str:
    """The description as text that shows a change as a small difference: sorted, in English."""
    with override("en"):
        document = openapi_document()
        return json.dumps(
            document, cls=NinjaJSONEncoder, indent=1, sort_keys=True, ensure_ascii=False
        )


class Command(BaseCommand):
    help = _("Write the description of the API (OpenAPI) to a file, or show it.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *args: object, file: Path | None, **options: object) -> None:
        text = openapi_text()
        if file is None:
            self.stdout.write(text)
        else:
            file.write_text(text + "\n", encoding="utf-8")
