"""The demonstration for tests of the site room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from wagtail.models import Site

from tests.factories.demo import demo_library


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[Site]:
    """The demonstration, in the database for one module."""
    with django_db_blocker.unblock(), demo_library() as site:
        yield site
