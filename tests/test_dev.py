"""The three verbs from outside: what it refuses, what it says, and what it leaves undone; no network."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from tests.needs import ROOT

# An interpreter outside any virtual environment, as the person of a fresh clone has.
PYTHON = Path(sys.base_prefix, "bin", "python3")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with just what dev.py reads before it installs anything."""
    for name in ("dev.py", "requirements.txt", "requirements-dev.txt", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port of this machine on which something listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def run_dev(clone: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py in the clone to its end."""
    return subprocess.run(
        [str(PYTHON), "dev.py", *arguments],
        cwd=clone,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(clone), **environment},
    )


def without_modules(folder: Path, *names: str) -> str:
    """Return a PYTHONPATH on which a Python lacks the modules, as Debian's does without -venv."""
    folder.mkdir()
    lines = ["import sys", *(f"sys.modules[{name!r}] = None" for name in names)]
    (folder / "sitecustomize.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder)


def stub_environment(clone: Path, script: str) -> Path:
    """Make `.venv/bin/python` a shell script and count as installed; return its log's path."""
    log = clone / "calls.log"
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@" >>"{log}"\n{script}\n', encoding="utf-8")
    python.chmod(0o755)
    files = ("requirements.txt", "requirements-dev.txt")
    stamp = f"requirements-dev.txt {dev.fingerprint(files)}\n"
    (clone / ".venv" / dev.STAMP.name).write_text(stamp, encoding="utf-8")
    return log


# Arguments


def test_without_a_verb_it_shows_the_verbs_and_fails(clone: Path) -> None:
    result = run_dev(clone)
    assert result.returncode == 2
    assert all(verb in result.stdout for verb in ("demo", "test", "bench"))


def test_help_shows_the_verbs(clone: Path) -> None:
    result = run_dev(clone, "--help")
    assert result.returncode == 0
    assert "demo [--port 8000] [--no-serve]" in result.stdout


def test_an_unknown_verb_is_named(clone: Path) -> None:
    result = run_dev(clone, "deploy")
    assert result.returncode == 2
    assert "'deploy'" in result.stdout


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", ""])
def test_a_port_that_is_none_is_refused(clone: Path, port: str) -> None:
    result = run_dev(clone, "demo", f"--port={port}")
    assert result.returncode == 2
    assert "--port" in result.stderr
    assert not (clone / ".venv").exists()


def test_an_unknown_benchmark_is_refused_with_the_known_ones(clone: Path) -> None:
    benchmarks = clone / "benchmarks"
    benchmarks.mkdir()
    (benchmarks / "imports.py").write_text("def main(): ...\n", encoding="utf-8")
    (benchmarks / "_data.py").write_text("def main(): ...\n", encoding="utf-8")
    result = run_dev(clone, "bench", "nothing")
    assert result.returncode == 1
    assert "There are: imports." in result.stderr


# Before anything slow


def test_a_busy_port_is_an_error_before_anything_is_made(clone: Path, busy_port: int) -> None:
    result = run_dev(clone, "demo", "--port", str(busy_port))
    assert result.returncode == 1
    assert f"Port {busy_port} cannot be used" in result.stderr
    assert f"--port {busy_port + 1}" in result.stderr
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
@pytest.mark.parametrize("verb", [("demo", "--no-serve"), ("test",)], ids=["demo", "test"])
def test_a_python_without_venv_is_told_the_package(
    clone: Path, verb: tuple[str, ...], missing: str
) -> None:
    result = run_dev(clone, *verb, PYTHONPATH=without_modules(clone / "stub", missing))
    assert result.returncode == 1
    assert f"apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (clone / ".venv").exists()


def test_an_older_python_is_told_what_is_needed(clone: Path) -> None:
    stub = clone / "stub"
    stub.mkdir()
    old = "import sys\nsys.version_info = (3, 10, 4)\n"
    (stub / "sitecustomize.py").write_text(old, encoding="utf-8")
    result = run_dev(clone, "demo", PYTHONPATH=str(stub))
    assert result.returncode == 1
    assert "Python 3.11 or newer" in result.stderr
    assert "Traceback" not in result.stderr


def test_in_ci_an_absence_fails_before_anything_is_made(clone: Path) -> None:
    result = run_dev(clone, "test", BIRGE_REQUIRE_ALL="1", CHROMIUM="/nowhere")
    assert result.returncode == 1
    assert "PostgreSQL is absent" in result.stdout
    assert "Elasticsearch is absent" in result.stdout
    assert "Chromium is absent" in result.stdout
    assert "nothing was run" in result.stderr
    assert not (clone / ".venv").exists()


# Steps, with a stand-in for the environment's interpreter


def test_demo_prepares_in_order_and_installs_nothing_again(clone: Path) -> None:
    log = stub_environment(clone, "exit 0")
    result = run_dev(clone, "demo", "--no-serve", "--port", "8123")
    assert result.returncode == 0, result.stderr
    assert log.read_text(encoding="utf-8").splitlines() == [
        "manage.py compile_translations",
        "manage.py migrate --verbosity 0",
        "manage.py load_demo --port 8123",
    ]


def test_changed_requirements_are_installed_with_the_constraints(clone: Path) -> None:
    log = stub_environment(clone, "exit 0")
    with (clone / "constraints.txt").open("a", encoding="utf-8") as constraints:
        constraints.write("extra==1.0\n")
    assert run_dev(clone, "demo", "--no-serve").returncode == 0
    first = log.read_text(encoding="utf-8")
    assert "--requirement requirements.txt --constraint constraints.txt" in first

    assert run_dev(clone, "demo", "--no-serve").returncode == 0
    second = log.read_text(encoding="utf-8").removeprefix(first)
    assert "pip install" not in second


def test_a_failed_installation_is_tried_again(clone: Path) -> None:
    log = stub_environment(clone, 'case "$*" in *"pip install"*) exit 1;; esac')
    (clone / ".venv" / dev.STAMP.name).unlink()
    for _ in range(2):
        result = run_dev(clone, "demo", "--no-serve")
        assert result.returncode == 1
        assert "Installing packages" in result.stderr
    assert log.read_text(encoding="utf-8").count("pip install") == 2
    assert "manage.py" not in log.read_text(encoding="utf-8")


def test_a_failed_step_ends_the_demo_with_its_name(clone: Path) -> None:
    stub_environment(clone, 'case "$*" in *migrate*) exit 3;; esac')
    result = run_dev(clone, "demo", "--no-serve")
    assert result.returncode == 1
    assert "Preparing the database: failed with exit code 3" in result.stderr


def test_pytest_arguments_are_passed_through_and_the_exit_code_back(clone: Path) -> None:
    log = stub_environment(clone, 'case "$*" in *pytest*) exit 1;; esac')
    result = run_dev(clone, "test", "-k", "a name", "--pdb", CHROMIUM="/nowhere")
    assert result.returncode == 1
    assert "-m pytest -k a name --pdb" in log.read_text(encoding="utf-8")
    assert "Not run here:" in result.stdout
    assert "Chromium is absent" in result.stdout


@pytest.mark.parametrize(
    ("codes", "narrowed", "expected"),
    [
        ([0, 0], False, 0),
        ([1, 0], False, 1),
        ([0, 2], False, 2),
        ([0, -9], False, -9),
        ([0, 5], False, 5),
        ([0, 5], True, 0),
        ([5, 0], True, 0),
        ([5, 5], True, 5),
        ([5, 1], True, 1),
    ],
)
def test_exit_codes_of_several_runs_are_combined(
    codes: list[int], narrowed: bool, expected: int
) -> None:
    assert dev.combined(codes, narrowed=narrowed) == expected


# Serving


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(condition, seconds: float = 10) -> bool:
    """Return whether the condition came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def alive(pid: int) -> bool:
    """Return whether the process runs (one that waits to be reaped does not)."""
    try:
        state = Path("/proc", str(pid), "stat").read_text(encoding="utf-8").rpartition(")")[2]
    except FileNotFoundError:
        return False
    return state.split()[0] not in "ZX"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_the_server_replaces_dev_and_ends_with_its_parent(clone: Path) -> None:
    started = clone / "server.pid"
    serve = f'case "$*" in *gunicorn*) echo $$ >"{started}.new"; mv "{started}.new" "{started}"; exec sleep 60;; esac'
    stub_environment(clone, serve)
    parent = subprocess.Popen(
        ["sh", "-c", f'"{PYTHON}" dev.py demo --port {free_port()} & echo $! >dev.pid; wait'],
        cwd=clone,
        stdout=subprocess.DEVNULL,
    )
    try:
        assert wait_for(started.exists), "the server was not started"
        server = int(started.read_text(encoding="utf-8"))
        assert server == int((clone / "dev.pid").read_text(encoding="utf-8"))
        assert alive(server)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    ended = wait_for(lambda: not alive(server))
    if not ended:
        os.kill(server, signal.SIGKILL)
    assert ended, "the server outlived its parent"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ending_dev_ends_the_step_it_is_at(clone: Path) -> None:
    started = clone / "step.pid"
    stub_environment(clone, f'case "$*" in *migrate*) echo $$ >"{started}"; exec sleep 60;; esac')
    process = subprocess.Popen([PYTHON, "dev.py", "demo", "--no-serve"], cwd=clone)
    try:
        assert wait_for(lambda: started.exists() and started.read_text(encoding="utf-8").strip())
    finally:
        process.terminate()
    assert process.wait(timeout=10) == 128 + signal.SIGTERM
    assert wait_for(lambda: not alive(int(started.read_text(encoding="utf-8"))))
