"""The demonstration library in the tests' database: really committed, loaded once, then copied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache as django_cache
from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

DEMO_PORT = 8123


@contextmanager
def kept_database() -> Iterator[None]:
    """Whatever is committed inside is gone afterwards; for SQLite in memory.

    The demonstration cannot be loaded inside a test's transaction: wagtail-localize publishes
    translations when theirs is committed.
    """
    if connection.vendor != "sqlite":
        pytest.skip("the demonstration's pages are read on SQLite only")
    connection.ensure_connection()
    before = sqlite3.connect(":memory:")
    connection.connection.backup(before)
    try:
        yield
    finally:
        _put_back(before)
        before.close()


def _put_back(copy: sqlite3.Connection) -> None:
    copy.backup(connection.connection)
    _forget()


def _forget() -> None:
    """Drops what was remembered of another database."""
    django_cache.clear()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


@cache
def _loaded() -> sqlite3.Connection:
    """A copy of the database with the demonstration, made on first use in this process."""
    call_command("load_demo", port=DEMO_PORT, verbosity=0)
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(copy)
    return copy


@contextmanager
def demo_library() -> Iterator[Site]:
    """The demonstration, for the time of a module."""
    with kept_database():
        _put_back(_loaded())
        yield Site.objects.get(is_default_site=True)
