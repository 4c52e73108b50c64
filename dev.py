#!/usr/bin/env python3
"""Birge's three verbs, demo, test and bench, for a machine that has only Python 3.11 and git."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  an older Python must be told, not shown a traceback
    sys.exit(
        f"Birge needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).\n"
        "Install a newer one and run this again with it, for example: python3.11 dev.py demo"
    )

import argparse
import ctypes
import errno
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "birge-installed"
SERVICES_ENV = ROOT / "var" / "services" / "env"
HOST = "127.0.0.1"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_TESTS_COLLECTED = 5  # pytest's exit code
# What tests reach by an address: its variable, the usual port, what is not run without it.
SERVICES = {
    "PostgreSQL": (
        "BIRGE_TEST_POSTGRES_URL",
        5432,
        "the tests of the database run on SQLite alone",
    ),
    "Elasticsearch": ("BIRGE_TEST_ELASTICSEARCH_URL", 9200, "no test of the engine that uses it"),
}
USAGE = """\
usage: python3 dev.py VERB

  demo [--port 8000] [--no-serve]   install, load the demo library, serve it on this machine
  test [pytest arguments]           install and run the tests; lists what could not run here
  bench [name]                      run benchmarks/ (one of them), print ratios
"""


class Failure(Exception):
    """A step that cannot go on; its text is for the person at the keyboard."""


def say(text: str) -> None:
    """Print one line at once, also when the output is a file."""
    print(text, flush=True)


# The environment ------------------------------------------------------------------------------


def venv_python() -> Path:
    """Return where the project's own interpreter is, or will be."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def require_venv_module() -> None:
    """Fail, naming the package to install, where this Python cannot make a virtual environment."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Failure(
            f"This Python cannot make a virtual environment: it has no {' and no '.join(missing)}.\n"
            f"Install it and run this again. Debian, Ubuntu: apt install python{version}-venv. "
            "Elsewhere: the package of your system that holds Python's venv and ensurepip."
        )


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a program in the project's root and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env).returncode


def step(what: str, *command: str | Path, env: dict[str, str] | None = None) -> None:
    """Say what is being done, do it, and fail with its name when the program does."""
    say(f"· {what}")
    code = run(*command, env=env)
    if code != 0:
        raise Failure(f"{what}: failed with exit code {code} (see above).")


def child_env(**changes: str | None) -> dict[str, str]:
    """Return this process's environment with `changes`; None removes a variable."""
    # PYTHONHOME would point the environment's interpreter at another library.
    merged = {**os.environ, "PYTHONHOME": None, "PYTHONUNBUFFERED": "1", **changes}
    return {name: value for name, value in merged.items() if value is not None}


def fingerprint(names: tuple[str, ...]) -> str:
    """Return a digest of everything that decides which packages are installed."""
    digest = hashlib.sha256()
    for name in (*names, "constraints.txt"):
        digest.update(name.encode() + (ROOT / name).read_bytes())
    return digest.hexdigest()


def installed(wanted: dict[str, str]) -> bool:
    """Return whether the last complete installation was one of `wanted` (file -> digest)."""
    if not (STAMP.is_file() and venv_python().exists()):
        return False
    return any(f"{name} {digest}" in STAMP.read_text() for name, digest in wanted.items())


def ensure_installed(*, with_tests: bool) -> None:
    """Make `.venv` hold the pinned packages; costs nothing when they have not changed."""
    runtime = {"requirements.txt": fingerprint(("requirements.txt",))}
    dev_files = ("requirements.txt", "requirements-dev.txt")
    full = {"requirements-dev.txt": fingerprint(dev_files)}  # it includes requirements.txt
    if installed(full if with_tests else {**runtime, **full}):
        return
    ensure_venv()
    wanted = full if with_tests else runtime
    (name,) = wanted
    STAMP.unlink(missing_ok=True)
    pip = (venv_python(), "-m", "pip", "install", "--quiet", "--no-input")
    step(
        "Installing packages (the first time takes a minute or two)",
        *pip,
        "--disable-pip-version-check",
        *("--requirement", name, "--constraint", "constraints.txt"),
        env=child_env(),
    )
    STAMP.write_text(f"{name} {wanted[name]}\n")


def ensure_venv() -> None:
    """Create `.venv`, or make it anew when its interpreter or pip does not start."""
    if venv_python().exists():
        probe = subprocess.run(
            [venv_python(), "-m", "pip", "--version"], capture_output=True, env=child_env()
        )
        if probe.returncode == 0:
            return
    require_venv_module()
    step("Creating .venv", sys.executable, "-m", "venv", "--clear", VENV)


def manage(what: str, *arguments: str, env: dict[str, str]) -> None:
    """Run one management command as a step."""
    step(what, venv_python(), "manage.py", *arguments, env=env)


# demo -----------------------------------------------------------------------------------------


def port_number(text: str) -> int:
    """Return `text` as a TCP port, for argparse."""
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


def require_free_port(port: int) -> None:
    """Fail when the port is taken or not allowed, before anything slow is done."""
    with socket.socket() as probe:
        probe.settimeout(2)
        busy = probe.connect_ex((HOST, port)) == 0
    reason = "something is already listening there" if busy else ""
    if not busy:
        with socket.socket() as probe:
            if os.name == "posix":  # as the server does: a port just given up is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                reason = os.strerror(error.errno or errno.EADDRINUSE)
    if reason:
        raise Failure(
            f"Port {port} cannot be used: {reason}.\n"
            f"End the other server or choose another port: python3 dev.py demo --port {port + 1}"
        )


def stop_with_parent() -> None:
    """Let the kernel end this process, and the server it becomes, when its parent ends (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    pr_set_pdeathsig = 1  # <sys/prctl.h>; it outlives execve
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM, 0, 0, 0)


def server_command(port: int) -> list[str]:
    """Return the demo's server: gunicorn, or Django's own where gunicorn cannot run."""
    python = str(venv_python())
    if os.name == "nt":
        return [python, "manage.py", "runserver", "--noreload", f"{HOST}:{port}"]
    options = ("--workers", "1", "--threads", "8", "--graceful-timeout", "3")
    quiet = ("--log-level", "warning", "--no-control-socket")
    bind = ("--bind", f"{HOST}:{port}", "--limit-request-line", "8190")  # as nginx has it
    return [python, "-m", "gunicorn", *bind, *options, *quiet, "birge.site.wsgi"]


def serve(port: int, env: dict[str, str]) -> int:
    """Become the server, so that ending this process ends everything."""
    command = server_command(port)
    if os.name == "nt":  # there exec starts a second process and lets this one end
        return run(*command, env=env)
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execve(command[0], command, env)


def demo(arguments: list[str]) -> int:
    """Install, load the demo library and, unless told otherwise, become its server."""
    parser = argparse.ArgumentParser(
        prog="dev.py demo", description="Install, load the demo library and serve it."
    )
    parser.add_argument("--port", type=port_number, default=8000, help="also the site's address")
    parser.add_argument("--no-serve", action="store_true", help="prepare everything, then end")
    options = parser.parse_args(arguments)
    if not options.no_serve:
        stop_with_parent()
        require_free_port(options.port)
    ensure_installed(with_tests=False)
    address = f"http://{HOST}:{options.port}"
    env = child_env(DJANGO_SETTINGS_MODULE="birge.site.settings.dev", BIRGE_BASE_URL=address)
    manage("Compiling translations", "compile_translations", env=env)
    manage("Preparing the database", "migrate", "--verbosity", "0", env=env)
    manage("Loading the demo library", "load_demo", "--port", str(options.port), env=env)
    if options.no_serve:
        say(f"\nReady. Serve it with: python3 dev.py demo --port {options.port}")
        return 0
    say(f"\nOpen {address}/  ·  the editors' side: {address}/admin/  ·  Ctrl-C ends it")
    return serve(options.port, env)


# test -----------------------------------------------------------------------------------------


def services_environment() -> dict[str, str]:
    """Return what `.ci/services start` wrote down: variables that lead to what it started."""
    if not SERVICES_ENV.is_file():
        return {}
    words = shlex.split(SERVICES_ENV.read_text(), comments=True)
    return dict(word.split("=", 1) for word in words if "=" in word)


def find_chromium() -> str | None:
    """Return a Chromium to drive: $CHROMIUM, or the first of the usual names on the PATH."""
    named = os.environ.get("CHROMIUM") or services_environment().get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def find_service(name: str) -> str | None:
    """Return the address of a service of the tests if something answers there."""
    variable, port, _without = SERVICES[name]
    url = os.environ.get(variable) or services_environment().get(variable)
    if not url:
        return None
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or HOST, parts.port or port), timeout=3):
            return url
    except OSError:
        return None


def absences() -> dict[str, str]:
    """Return what tests need and this machine lacks: name -> what is not run without it."""
    missing = {
        name: f"{without}. Start one with `.ci/services start`, or set {variable}."
        for name, (variable, _port, without) in SERVICES.items()
        if not find_service(name)
    }
    if not find_chromium():
        missing["Chromium"] = (
            "no test in a real browser. Install Debian's chromium, or set CHROMIUM to its path."
        )
    return missing


def report_absences(missing: dict[str, str]) -> None:
    """Print what was left out and why."""
    if missing:
        say("\nNot run here:")
        for name, why in missing.items():
            say(f"  {name} is absent: {why}")


def pytest(what: str, *arguments: str, env: dict[str, str]) -> int:
    """Run pytest with `arguments` under a heading and return its exit code."""
    say(f"\n== {what}: pytest {shlex.join(arguments)}")
    return run(venv_python(), "-m", "pytest", *arguments, env=env)


def run_suite(arguments: list[str], postgres: str | None, env: dict[str, str]) -> list[int]:
    """Run the suite on SQLite and its database part on PostgreSQL; return the exit codes."""
    full = arguments or ["tests", "-n", str(min(os.cpu_count() or 1, 4))]
    codes = [pytest("SQLite", *full, env=env)]
    if postgres:
        # conftest.py narrows a run on PostgreSQL to the tests that a database can change.
        on_postgres = {**env, "DATABASE_URL": postgres}
        codes.append(pytest("PostgreSQL", *full, env=on_postgres))
    return codes


def combined(codes: list[int], *, narrowed: bool) -> int:
    """Return the exit code of several runs: the first failure.

    When arguments narrowed the runs, one that had nothing to do is a failure only if all had nothing.
    """
    if narrowed and any(code != NO_TESTS_COLLECTED for code in codes):
        codes = [code for code in codes if code != NO_TESTS_COLLECTED]
    return next((code for code in codes if code), 0)


def test(arguments: list[str]) -> int:
    """Install and run the tests, on both databases where there are two; name what was left out."""
    missing = absences()
    if missing and os.environ.get("BIRGE_REQUIRE_ALL") == "1":
        report_absences(missing)
        raise Failure("BIRGE_REQUIRE_ALL=1 and something is absent: nothing was run.")
    ensure_installed(with_tests=True)
    postgres = find_service("PostgreSQL")
    env = child_env(
        DATABASE_URL=None,
        DJANGO_SETTINGS_MODULE="birge.site.settings.test",
        BIRGE_TEST_POSTGRES_URL=postgres,
        BIRGE_TEST_ELASTICSEARCH_URL=find_service("Elasticsearch"),
        CHROMIUM=find_chromium(),
    )
    manage("Compiling translations", "compile_translations", env=env)
    codes = run_suite(arguments, postgres, env)
    report_absences(missing)
    return combined(codes, narrowed=bool(arguments))


# bench ----------------------------------------------------------------------------------------


def benchmark_names() -> list[str]:
    """Return the names that `bench` takes: modules of benchmarks/ with a `main`."""
    files = sorted((ROOT / "benchmarks").glob("[!_]*.py"))
    return [file.stem for file in files if "def main(" in file.read_text(encoding="utf-8")]


def bench(arguments: list[str]) -> int:
    """Run one benchmark or all of them."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Run benchmarks.")
    parser.add_argument("name", nargs="?", help="one module of benchmarks/")
    name = parser.parse_args(arguments).name
    known = benchmark_names()
    if not known:
        raise Failure("There are no benchmarks yet.")
    if name and name not in known:
        raise Failure(f"No benchmark is called {name}. There are: {', '.join(known)}.")
    ensure_installed(with_tests=True)
    env = child_env(DJANGO_SETTINGS_MODULE=os.environ.get("DJANGO_SETTINGS_MODULE"))
    codes = []
    for module in [name] if name else known:
        say(f"\n== {module}")
        start = f"import sys; from benchmarks import {module}; sys.exit({module}.main())"
        codes.append(run(venv_python(), "-c", start, env=env))
    return next((code for code in codes if code), 0)


VERBS = {"demo": demo, "test": test, "bench": bench}


def main(arguments: list[str]) -> int:
    """Run the verb that `arguments` begin with and return the exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(USAGE)
        return 0 if arguments else 2
    verb, *rest = arguments
    if verb not in VERBS:
        say(f"dev.py: there is no verb {verb!r}.\n\n{USAGE}")
        return 2
    try:
        return VERBS[verb](rest)
    except Failure as failure:
        print(f"dev.py: {failure}", file=sys.stderr, flush=True)
        return 1


def end_on_signal(number: int, _frame: object) -> None:
    """Turn SIGTERM into an orderly end, so that a program being run is ended too."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, end_on_signal)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
