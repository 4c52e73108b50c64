"""Elasticsearch for tests: nodes of their own to stop and start, and a way to one that can be spoilt."""

from __future__ import annotations

import contextlib
import secrets
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from elasticsearch import Elasticsearch, TransportError

import dev
from birge.search.engines.elastic_watch import watch_of
from tests import needs

NODE = needs.ROOT / "var" / "elasticsearch"
JAVA = (
    "java",
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Des.set.netty.runtime.available.processors=false",
    "-Dbirge.endWithParent=true",
    "-cp",
    f"{NODE}/lib/*:{NODE}/classes",
    "TestNode",
    str(NODE / "home"),
)
STARTS_IN = 60.0


def node_url() -> str:
    """Where the node of .ci/services answers."""
    needs.require("elasticsearch")
    return dev.find_service("Elasticsearch") or ""


@contextlib.contextmanager
def own_site(settings, address: str, *, timeout: float = 10) -> Iterator[str]:
    """A site with indices of its own at an address, which go with it."""
    name = f"test-{secrets.token_hex(4)}"
    settings.BIRGE_SEARCH_URL = f"{address}/{name}?timeout={timeout}"
    watch_of.cache_clear()
    yield name
    watch_of.cache_clear()
    with contextlib.suppress(TransportError):
        client = Elasticsearch(address)
        for index in client.indices.get(index=f"{name}-*"):
            client.indices.delete(index=index)


class OwnNode:
    """A node that a test may stop, kill and start again; it ends with the tests at the latest."""

    def __init__(self, folder: Path) -> None:
        if not (NODE / "classes").is_dir():
            pytest.skip(f"{needs.ABSENT}elasticsearch: no jars (.ci/services start)")
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self.folder.parent / "node.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*JAVA, str(self.folder), str(self.port)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        client = Elasticsearch(self.url, request_timeout=5)
        deadline = time.monotonic() + STARTS_IN
        while time.monotonic() < deadline and self._process.poll() is None:
            with contextlib.suppress(TransportError):
                client.cluster.health(wait_for_status="yellow", timeout="5s")
                return
            time.sleep(0.1)
        raise AssertionError((self.folder.parent / "node.log").read_text(encoding="utf-8"))

    def kill(self) -> None:
        """End it at once, as a machine that loses its power."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            self._process = None

    def freeze(self) -> None:
        """Let it hold its connections and say nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)


class Way:
    """A way to a node that can be slow, closed, or break off after some bytes of an answer."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname, parts.port)
        self.delay = 0.0
        self.cut_after: int | None = None
        self.broken = False
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._server.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _address = self._server.accept()
                threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        try:
            if self.broken:
                raise ConnectionRefusedError
            far = socket.create_connection(self._target)
        except OSError:
            near.close()
            return
        threading.Thread(target=self._pass_on, args=(near, far), daemon=True).start()
        self._pass_on(far, near, answers=True)

    def _pass_on(
        self, source: socket.socket, sink: socket.socket, *, answers: bool = False
    ) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if answers and self.delay:
                    time.sleep(self.delay)
                if answers and self.cut_after is not None:
                    sink.sendall(data[: self.cut_after])
                    break
                if self.broken:
                    break
                sink.sendall(data)
        for each in (source, sink):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
