""".ci/services: a private UTF-8 PostgreSQL that root does not run, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from elasticsearch import ConnectionError, Elasticsearch

from tests import needs

needs_linux = pytest.mark.skipif(not Path("/proc").is_dir(), reason="Linux only")


def services(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run .ci/services of the copy in `folder`."""
    return subprocess.run(
        ["bash", ".ci/services", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


@pytest.fixture
def checkout(tmp_path: Path):
    """A copy of the script in a folder that only its owner may enter."""
    needs.require("postgres")  # where none is, nothing is installed by a test
    tmp_path.chmod(0o700)
    shutil.copytree(needs.ROOT / ".ci", tmp_path / ".ci")
    if not needs.missing("elasticsearch"):  # the jars are there, and need not be fetched again
        shutil.copytree(needs.ROOT / "tests" / "services", tmp_path / "tests" / "services")
        (tmp_path / "var").mkdir()
        (tmp_path / "var" / "elasticsearch").symlink_to(needs.ROOT / "var" / "elasticsearch")
    yield tmp_path
    services(tmp_path, "stop")


@needs_linux
def test_the_cluster_is_private_utf8_not_roots_and_gone_after_stop(checkout: Path) -> None:
    started = services(checkout, "start", "--print-env")
    assert started.returncode == 0, started.stderr
    lines = dict(line.removeprefix("export ").split("=", 1) for line in started.stdout.splitlines())
    url = lines["BIRGE_TEST_POSTGRES_URL"].strip("'")
    folder = Path((checkout / "var/services/pg").read_text(encoding="utf-8").splitlines()[0])
    connection = psycopg2.connect(url)
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        assert cursor.fetchone() == ("UTF8",)
        cursor.execute("SHOW listen_addresses")
        assert cursor.fetchone() == ("127.0.0.1",)
    connection.close()
    pid = int((folder / "data/postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
    assert Path(f"/proc/{pid}").stat().st_uid != 0

    search = lines.get("BIRGE_TEST_ELASTICSEARCH_URL", "").strip("'")
    if not needs.missing("elasticsearch"):
        assert Elasticsearch(search).cluster.health()["status"] == "green"

    again = services(checkout, "start", "--print-env")
    assert (again.returncode, again.stdout) == (0, started.stdout), "start twice is one cluster"

    assert services(checkout, "stop").returncode == 0
    assert not folder.exists()
    assert not (checkout / "var/services/env").exists()
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(url, connect_timeout=2)
    if search:
        assert not (checkout / "var/services/node-data").exists()
        with pytest.raises(ConnectionError):
            Elasticsearch(search).cluster.health()


@needs_linux
def test_another_user_needs_the_password(checkout: Path) -> None:
    started = services(checkout, "start", "--print-env")
    url = urlsplit(started.stdout.splitlines()[0].split("'")[1])
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(
            host=url.hostname, port=url.port, user=url.username, dbname="birge", password="guess"
        )


def test_stop_without_a_start_is_no_error(tmp_path: Path) -> None:
    shutil.copytree(needs.ROOT / ".ci", tmp_path / ".ci")
    assert services(tmp_path, "stop").returncode == 0


def test_an_unknown_verb_is_refused(tmp_path: Path) -> None:
    shutil.copytree(needs.ROOT / ".ci", tmp_path / ".ci")
    result = services(tmp_path, "restart")
    assert result.returncode == 1
    assert "usage" in result.stderr
