"""Production settings: clean under `check --deploy`, and a refusal that names what is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from birge.search.views import LONGEST_ADDRESS
from tests.needs import ROOT

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "birge.site.settings.production",
    "SECRET_KEY": "s-b3x!p8r7q2v5m1k9w4z6t0y_n-c+d=f(h)jGLQXVRA@TEU%Kiaoe",
    "BIRGE_BASE_URL": "https://kitaphana.example",
}


def manage(*arguments: str, data: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with nothing in the environment but what is given here."""
    environment = {"PATH": os.environ["PATH"], "BIRGE_DATA_DIR": str(data), **PRODUCTION, **changes}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env={name: value for name, value in environment.items() if value},
    )


def test_production_settings_have_no_warning(tmp_path: Path) -> None:
    result = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no issues" in result.stdout + result.stderr


def test_production_settings_have_no_warning_on_postgresql(tmp_path: Path) -> None:
    url = "postgres://birge:secret@127.0.0.1:1/birge"  # looked at, not connected to
    result = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, DATABASE_URL=url)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "BIRGE_BASE_URL"])
def test_production_refuses_to_start_without(name: str, tmp_path: Path) -> None:
    result = manage("check", data=tmp_path, **{name: ""})
    assert result.returncode != 0
    assert f"{name}=" in result.stderr.splitlines()[-1]


def test_every_change_of_a_model_has_its_migration(tmp_path: Path) -> None:
    result = manage("makemigrations", "--check", "--dry-run", data=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("file", ["dev.py", "docs/operators.md"])
def test_server_takes_every_address_that_the_search_page_answers(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    limits = re.findall(r'--limit-request-line(?:", "| )(\d+)', text)
    assert limits
    assert all(LONGEST_ADDRESS < int(limit) <= 8190 for limit in limits)
