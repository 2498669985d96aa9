"""A real calendar server for tests: Radicale, on a free port of this machine, with one user."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

USER, PASSWORD = "ines", "a quiet word"
WAIT = 15


@dataclass(slots=True)
class Server:
    """A server that can be stopped and started again on the same data."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def address(self, name: str = "hallway") -> str:
        """Of a calendar of the user's."""
        return f"http://127.0.0.1:{self.port}/{USER}/{name}/"

    def start(self) -> None:
        """Start, and wait until it answers."""
        (self.folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        self.process = subprocess.Popen(
            [
                sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{self.port}",
                "--storage-filesystem-folder", str(self.folder / "data"), "--auth-type", "htpasswd",
                "--auth-htpasswd-filename", str(self.folder / "users"), "--auth-htpasswd-encryption", "plain",
                "--auth-delay", "0",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def stop(self) -> None:
        """End it; what it holds stays."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def files(self) -> list[Path]:
        """The entries it holds, as it keeps them."""
        return sorted((self.folder / "data").rglob("*.ics"))


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server while the test lasts; skips where Radicale is not installed."""
    if importlib.util.find_spec("radicale") is None:
        pytest.skip("Radicale is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
