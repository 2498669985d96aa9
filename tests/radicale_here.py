"""Radicale inside this process: the same calendar server without a socket, for thousands of requests."""

from __future__ import annotations

import base64
import io
import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

USER = "ines"
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
REPORT_HEAD = '<C:{0} xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>'


class Collection:
    """One calendar of one user; every answer is checked."""

    def __init__(self, folder: Path, name: str = "hallway") -> None:
        """Make it. Skips where Radicale is not installed."""
        config = pytest.importorskip("radicale.config", reason="Radicale is not installed")
        from radicale.app import Application

        logging.getLogger("radicale").setLevel(logging.ERROR)
        configuration = config.load()
        configuration.update(
            {
                "auth": {"type": "none"},
                "storage": {"filesystem_folder": str(folder), "_filesystem_fsync": "False"},
                "logging": {"level": "error"},
            },
            "tests",
            privileged=True,
        )
        self._application = Application(configuration)
        self.path = f"/{USER}/{name}/"
        status, _ = self.ask("MKCALENDAR", self.path)
        assert status == 201

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] = {}) -> tuple[int, bytes]:
        """One request; gives status and body."""
        token = base64.b64encode(f"{USER}:".encode()).decode()
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "SCRIPT_NAME": "", "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr, "HTTP_AUTHORIZATION": f"Basic {token}",
            "REMOTE_ADDR": "127.0.0.1", "SERVER_PROTOCOL": "HTTP/1.1", **headers,
        }  # fmt: skip
        answered: list[str] = []

        def start(status: str, _: list[tuple[str, str]]) -> None:
            answered.append(status)

        data = b"".join(self._application(environ, start))
        return int(answered[0].split()[0]), data

    def put(self, name: str, data: bytes) -> None:
        """Write one entry, new or in place of the one of that name."""
        status, said = self.ask("PUT", self.path + name, data, {"CONTENT_TYPE": "text/calendar; charset=utf-8"})
        assert status in (201, 204), (status, said, data.decode())

    def delete(self, name: str) -> None:
        """Take one away."""
        status, said = self.ask("DELETE", self.path + name)
        assert status == 200, (status, said)

    def whole(self) -> bytes:
        """Everything in one calendar file."""
        status, data = self.ask("GET", self.path)
        assert status == 200
        return data

    def between(self, component: str, start: str, end: str) -> dict[str, bytes]:
        """What a calendar-query for a range of time finds (RFC 4791, 7.8), by address; times as 20260617T000000Z."""
        span = f'<C:time-range start="{start}" end="{end}"/>'
        asked = f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="{component}">{span}</C:comp-filter>'
        return self._report("calendar-query", f"<C:filter>{asked}</C:comp-filter></C:filter>")

    def several(self, addresses: list[str]) -> dict[str, bytes]:
        """What a calendar-multiget brings for these addresses (RFC 4791, 7.9)."""
        return self._report("calendar-multiget", "".join(f"<D:href>{one}</D:href>" for one in addresses))

    def _report(self, name: str, inner: str) -> dict[str, bytes]:
        body = f'<?xml version="1.0"?>{REPORT_HEAD.format(name)}{inner}</C:{name}>'
        status, data = self.ask("REPORT", self.path, body.encode(), {"CONTENT_TYPE": "application/xml"})
        assert status == 207, (status, data)
        found = {}
        for response in ElementTree.fromstring(data).iter(f"{DAV}response"):
            href, content = response.findtext(f"{DAV}href"), response.find(f".//{CALDAV}calendar-data")
            assert href is not None and content is not None and content.text is not None, data
            found[href] = content.text.encode()
        return found
