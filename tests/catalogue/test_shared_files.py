"""Every real and every broken file of the shared data goes through the import."""

from __future__ import annotations

import pytest
from django.test import Client

from birge.catalogue.choices import RunStatus
from birge.catalogue.models import Record
from birge.catalogue.services import ImportJob
from birge.catalogue.services.imports import ImportReport
from tests import needs

pytestmark = [pytest.mark.django_db, pytest.mark.database]
# What real files may lose: holdings whose records are in the other half of the set.
REASONS_IN_REAL_FILES = {"parent_missing"}


def refused(report: ImportReport) -> list[tuple[str, str, str]]:
    """What was rejected for another reason, for the message of a failure."""
    rejects = report.run.rejects.exclude(reason__in=REASONS_IN_REAL_FILES)
    return list(rejects.values_list("file", "control_number", "detail"))


@pytest.mark.parametrize("folder", ["marc", "broken"])
def test_every_file_is_read_and_again_changes_nothing(folder, client: Client):
    files = sorted(
        path for path in needs.shared_data(folder).iterdir() if path.suffix not in (".tsv", ".md")
    )
    with ImportJob(files, folder) as job:
        first = job.run()
    assert first.run.status == RunStatus.DONE
    for tally in first.files:
        assert tally.read > 0, tally.path.name
        assert tally.read == sum(tally.outcomes.values()), tally.path.name
        if folder == "marc":
            assert set(tally.reasons) <= REASONS_IN_REAL_FILES, refused(first)
    with ImportJob(files, folder) as job:
        again = job.run()
    assert (again.run.created, again.run.updated) == (0, 0)
    assert again.run.unchanged == first.run.created
    for record in Record.objects.order_by("pk")[:: max(Record.objects.count() // 20, 1)]:
        for language in ("kk", "ru"):
            assert client.get(f"/{language}/catalogue/{record.public_id}/").status_code == 200
        assert client.get(f"/kk/catalogue/{record.public_id}.mrc").status_code == 200
