"""What a test may need and a machine may lack; an absence is said aloud, and in CI it is a failure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import dev

ROOT = dev.ROOT
SHARED_DATA = ROOT.parent / "shared" / "data"
ABSENT = "absent: "


def chromium_path() -> str | None:
    """Return the Chromium to drive."""
    return dev.find_chromium()


def on_postgres() -> bool:
    """Return whether this run's database is PostgreSQL."""
    return os.environ.get("DATABASE_URL", "").startswith(("postgres:", "postgresql:"))


def _service(name: str) -> str:
    return "" if dev.find_service(name) else f"no {name} (.ci/services start)"


def missing(name: str) -> str:
    """Return why the thing called `name` cannot be used here, or nothing when it can."""
    probes = {
        "chromium": lambda: "" if chromium_path() else "no Chromium on the PATH or in $CHROMIUM",
        "postgres": lambda: _service("PostgreSQL"),
        "elasticsearch": lambda: _service("Elasticsearch"),
        "shared data": lambda: (
            "" if SHARED_DATA.is_dir() else "no ../shared/data beside this folder"
        ),
    }
    return probes[name]()


def require(name: str) -> None:
    """Go on if `name` (chromium, postgres, elasticsearch, shared data) is here; else skip, or in CI fail."""
    reason = missing(name)
    if not reason:
        return
    if os.environ.get("BIRGE_REQUIRE_ALL") == "1":
        pytest.fail(f"{ABSENT}{name}: {reason} (BIRGE_REQUIRE_ALL=1)", pytrace=False)
    pytest.skip(f"{ABSENT}{name}: {reason}")


def shared_data(*parts: str) -> Path:
    """Return a path in the project's shared sample data, which only tests may read."""
    require("shared data")
    return SHARED_DATA.joinpath(*parts)
