"""What several tests of the catalogue begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from birge.catalogue.services import ImportJob
from birge.catalogue.services.imports import ImportReport
from birge.core.models import User


@pytest.fixture
def admin(client: Client) -> Client:
    """A browser of somebody who may do everything."""
    client.force_login(User.objects.create_superuser("admin", "", "x"))
    return client


@pytest.fixture
def run(tmp_path: Path):
    """Write bytes into a file and import it: `run(b"…", full=True)`."""

    def run_(*contents: bytes, source: str = "Library", **options) -> ImportReport:
        paths = []
        for place, content in enumerate(contents):
            paths.append(tmp_path / f"{place}.mrc")
            paths[-1].write_bytes(content)
        with ImportJob(paths, source, **options) as job:
            report = job.run()
            report.withdrawn = job.withdraw(confirmed=True) if report.plan else 0
        return report

    return run_
