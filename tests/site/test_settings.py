"""Each choice of the environment, made and not made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRINT = """
import importlib, json, sys
settings = importlib.import_module("birge.site.settings." + sys.argv[1])
print(json.dumps({name: str(getattr(settings, name)) for name in sys.argv[2:]}))
"""
PRODUCTION = {"SECRET_KEY": "x" * 60, "BIRGE_BASE_URL": "https://kitaphana.example"}


def settings(module: str, *names: str, tmp_path: Path, **env: str) -> dict[str, str]:
    """The named settings as a fresh Python reads them."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", PRINT, module, *names],
        env={**kept, "BIRGE_DATA_DIR": str(tmp_path), **env},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def test_embedded_database_is_sqlite_with_a_write_ahead_log(tmp_path):
    found = settings("dev", "DATABASES", tmp_path=tmp_path)["DATABASES"]
    assert "sqlite3" in found
    assert "journal_mode=WAL" in found
    assert "'transaction_mode': 'IMMEDIATE'" in found
    assert "'timeout': 20" in found


def test_database_url_chooses_postgresql(tmp_path):
    url = "postgres://me:secret@db.example:5433/birge"
    found = settings("dev", "DATABASES", tmp_path=tmp_path, DATABASE_URL=url)["DATABASES"]
    assert "postgresql" in found
    assert "5433" in found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "oracle://x"),
        ("CACHE_URL", "memcache://x"),
        ("EMAIL_URL", "pigeon://x"),
        ("TASKS_BACKEND", "celery"),
        ("SEARCH_ENGINE", "solr"),
        ("BIRGE_IMPORT_BATCH", "many"),
    ],
)
def test_bad_value_is_refused_by_name(name, value, tmp_path):
    with pytest.raises(AssertionError, match=name):
        settings("dev", "DEBUG", tmp_path=tmp_path, **{name: value})


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_refuses_to_start_without(name, tmp_path):
    env = {key: value for key, value in PRODUCTION.items() if key != name}
    with pytest.raises(AssertionError, match=f"Set {name}"):
        settings("production", "DEBUG", tmp_path=tmp_path, **env)


def test_production_answers_for_its_own_host_only(tmp_path):
    found = settings("production", "ALLOWED_HOSTS", "DEBUG", tmp_path=tmp_path, **PRODUCTION)
    assert found == {"ALLOWED_HOSTS": "['kitaphana.example']", "DEBUG": "False"}


def test_production_believes_a_proxy_only_when_told(tmp_path):
    name = "SECURE_PROXY_SSL_HEADER"
    with pytest.raises(AssertionError, match=name):
        settings("production", name, tmp_path=tmp_path, **PRODUCTION)
    told = settings("production", name, tmp_path=tmp_path, BIRGE_BEHIND_PROXY="1", **PRODUCTION)
    assert "HTTP_X_FORWARDED_PROTO" in told[name]


@pytest.mark.parametrize(
    ("url", "backend"),
    [
        ("", "console"),
        ("smtp+tls://me:x@mail.example:587", "smtp"),
    ],
)
def test_mail_goes_to_the_console_until_a_server_is_named(url, backend, tmp_path):
    found = settings("dev", "EMAIL_BACKEND", tmp_path=tmp_path, EMAIL_URL=url)
    assert f".{backend}." in found["EMAIL_BACKEND"]


@pytest.mark.parametrize(("value", "backend"), [("", "Immediate"), ("database", "Database")])
def test_tasks_run_at_once_until_a_queue_is_chosen(value, backend, tmp_path):
    assert backend in settings("dev", "TASKS", tmp_path=tmp_path, TASKS_BACKEND=value)["TASKS"]


@pytest.mark.parametrize(
    ("url", "backend"),
    [("", "LocMem"), ("file:///tmp/cache", "FileBased")],
)
def test_cache_is_in_memory_until_another_is_named(url, backend, tmp_path):
    assert backend in settings("dev", "CACHES", tmp_path=tmp_path, CACHE_URL=url)["CACHES"]


def test_requests_are_not_transactions(tmp_path):
    found = settings("dev", "DATABASES", tmp_path=tmp_path)["DATABASES"]
    assert "'ATOMIC_REQUESTS': True" not in found


def test_secret_of_the_desk_is_made_once_and_kept(tmp_path):
    first = settings("dev", "SECRET_KEY", tmp_path=tmp_path)
    assert settings("dev", "SECRET_KEY", tmp_path=tmp_path) == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_private_files_lie_outside_public_media(tmp_path):
    found = settings("dev", "MEDIA_ROOT", "PRIVATE_ROOT", tmp_path=tmp_path)
    assert Path(found["MEDIA_ROOT"]) not in Path(found["PRIVATE_ROOT"]).parents
