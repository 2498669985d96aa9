"""A calendar collection on a server (CalDAV, RFC 4791, and WebDAV, RFC 4918): looked at, put into, taken from.

One way only, and only while the user publishes: nothing else in Hallway opens a connection. Certificates are checked;
without encryption only this very machine is spoken to. Every write says which version it replaces (RFC 7232), so that
what somebody changed on the server is never overwritten unseen.
"""

from __future__ import annotations

import base64
import http.client
import ssl
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

from hallway.domain.errors import ChangedThere, Refused, ServerTrouble

TIMEOUT = 20
"""Seconds without a word from the server after which it counts as away."""

MOST_BYTES = 20_000_000
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE = "Nothing in your record was changed."

_PROPERTIES = (
    b'<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/><d:getetag/></d:prop>'
    b"</d:propfind>"
)
_MAKE = (
    '<?xml version="1.0" encoding="utf-8"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "<d:set><d:prop><d:displayname>{}</d:displayname></d:prop></d:set></c:mkcalendar>"
)
_RESPONSE, _HREF, _ETAG = "{DAV:}response", "{DAV:}href", ".//{DAV:}getetag"
_CALENDAR = ".//{urn:ietf:params:xml:ns:caldav}calendar"


class Answer(NamedTuple):
    """What the server said: status, body, and the version of what was written, if it told."""

    status: int
    body: bytes
    etag: str


class Collection:
    """One collection; `close` ends the connection. Raises `Refused` for an address that cannot be used."""

    def __init__(self, address: str, user: str = "", password: str = "", timeout: float = TIMEOUT) -> None:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
        if parts.scheme not in ("https", "http") or not host or parts.username or parts.password:
            raise Refused("This is no address of a calendar.", do="It begins with https:// and your server's name.")
        if parts.scheme == "http" and host not in LOCAL:
            raise Refused("This address is not encrypted, so nothing is sent there.", do="Use the one with https://.")
        self.path = quote(unquote(parts.path or "/").rstrip("/") + "/")
        self._connection = _connection(parts.scheme, host, parts.port, timeout)
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {"User-Agent": "Hallway"} | ({"Authorization": f"Basic {token}"} if user else {})

    def names(self) -> dict[str, str]:
        """What is in the collection: names and versions. Raises `ServerTrouble` when it is no calendar."""
        answer = self._ask("PROPFIND", self.path, _PROPERTIES, {"Depth": "1", "Content-Type": "application/xml"})
        if answer.status == http.client.NOT_FOUND:
            raise ServerTrouble("There is no calendar at this address.", SAFE, "Look the address up on your server.")
        _expect(answer, http.client.MULTI_STATUS)
        responses = _parsed(answer.body).iter(_RESPONSE)
        found: dict[str, str] = {}
        is_calendar = False
        for one in responses:
            path = urlsplit(one.findtext(_HREF) or "").path
            if _same(path, self.path):
                is_calendar = one.find(_CALENDAR) is not None
            else:
                found[unquote(path).rstrip("/").rpartition("/")[2]] = one.findtext(_ETAG) or ""
        if not is_calendar:
            raise ServerTrouble("What is at this address is no calendar.", SAFE, "Look the address up on your server.")
        return found

    def make(self, title: str) -> None:
        """Make the collection (MKCALENDAR); one that is there already stays as it is."""
        safe = title.replace("&", "&amp;").replace("<", "&lt;")
        answer = self._ask("MKCALENDAR", self.path, _MAKE.format(safe).encode(), {"Content-Type": "application/xml"})
        if answer.status not in (http.client.CREATED, http.client.METHOD_NOT_ALLOWED, http.client.CONFLICT):
            _expect(answer, http.client.CREATED)

    def put(self, name: str, data: bytes, etag: str) -> str:
        """Write an entry in place of the version `etag` ("": there is none yet); returns its version, "" when untold.

        Raises `ChangedThere` when another version is there.
        """
        match = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        headers = {"Content-Type": "text/calendar; charset=utf-8"} | match
        answer = self._ask("PUT", self.path + quote(name), data, headers)
        _expect(answer, http.client.OK, http.client.CREATED, http.client.NO_CONTENT)
        return answer.etag

    def delete(self, name: str, etag: str) -> None:
        """Take an entry away if it is still the version `etag`; one that is gone already is fine."""
        answer = self._ask("DELETE", self.path + quote(name), b"", {"If-Match": etag} if etag else {})
        if answer.status != http.client.NOT_FOUND:
            _expect(answer, http.client.OK, http.client.NO_CONTENT)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        try:
            self._connection.request(method, path, body or None, self._headers | headers)
            response = self._connection.getresponse()
            data = response.read(MOST_BYTES + 1)
        except ssl.SSLError as error:
            self.close()
            raise ServerTrouble("The server cannot prove who it is, so nothing was sent.", SAFE) from error
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerTrouble("The calendar server does not answer.", SAFE, "Try again when it is back.") from error
        if len(data) > MOST_BYTES:
            self.close()
            raise ServerTrouble("The server answers more than a calendar could hold.", SAFE)
        return Answer(response.status, data, response.getheader("ETag") or "")


def _connection(scheme: str, host: str, port: int | None, timeout: float) -> http.client.HTTPConnection:
    if scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=timeout)
    return http.client.HTTPSConnection(host, port, timeout=timeout, context=ssl.create_default_context())


def _expect(answer: Answer, *wanted: int) -> None:
    if answer.status in wanted:
        return
    if answer.status in (http.client.UNAUTHORIZED, http.client.FORBIDDEN):
        do = "Look at the name and the password; some servers want one made for apps."
        raise ServerTrouble("The server does not let this name in.", SAFE, do)
    if answer.status == http.client.PRECONDITION_FAILED:
        raise ChangedThere("This entry was changed on the server.", "It is left as it is there.")
    if answer.status == http.client.INSUFFICIENT_STORAGE:
        raise ServerTrouble("The server has no room left.", SAFE)
    if 300 <= answer.status < 400:
        raise ServerTrouble("The calendar has moved to another address.", SAFE, "Look it up on your server.")
    raise ServerTrouble(f"The server answers with an error ({answer.status}).", SAFE, "Try again later.")


def _parsed(body: bytes) -> ElementTree.Element:
    """The answer as XML; a document type, where entities could be hidden, is refused."""
    if b"<!DOCTYPE" in body[:2_000].upper():
        raise ServerTrouble("The server's answer cannot be read.", SAFE)
    try:
        return ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise ServerTrouble("The server's answer cannot be read.", SAFE) from error


def _same(one: str, other: str) -> bool:
    return unquote(one).rstrip("/") == unquote(other).rstrip("/")
