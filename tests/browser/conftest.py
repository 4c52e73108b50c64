"""The demonstration, served to a real browser for one module at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import set_script_prefix
from django.utils import translation
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from tests.browser.library import Library, furnish
from tests.factories.demo import demo_library


@pytest.fixture(scope="module")
def library(browser, django_db_setup, django_db_blocker) -> Iterator[Library]:
    """Addresses of a page of each kind on a running site.

    Not pytest-django's `live_server`: that one empties the database after every test. After the
    browser, since its event loop gives this thread another connection than it had before, and
    the server must share the one that the tests' transactions are on.
    """
    with django_db_blocker.unblock(), demo_library() as site:
        server = LiveServer("localhost")
        try:
            site.hostname, site.port = server.thread.host, server.thread.port
            site.save()
            Site.clear_site_root_paths_cache()
            yield furnish(site, server.url)
        finally:
            server.stop()
            set_script_prefix("/")
            translation.activate("kk")
