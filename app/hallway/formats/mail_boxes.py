"""Files of mails taken apart: where each begins (RFC 4155), and the headers that tell who wrote to whom."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hallway.formats import text
from hallway.formats.mail_words import LONGEST_LIST, letters

MAX_HEAD: Final = 2_000_000
"""Bytes of a mail's headers that are looked at."""

_WANTED: Final = {
    name.encode(): name
    for name in (
        "from", "sender", "to", "cc", "bcc", "date", "subject", "message-id", "list-id", "list-unsubscribe",
        "precedence", "auto-submitted", "delivered-to", "x-original-to", "received",
    )
}  # fmt: skip
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_JOINED: Final = frozenset({"to", "cc", "bcc"})
_BEGINS: Final = re.compile(
    rb"\nFrom (?:[^\n]{0,300}?\d\d:\d\d[^\n]{0,300}|-?[ \t]*\r?)\n(?=(?:>From )|[!-9;-~]{1,100}[ \t]*:)"
)
"""A line that begins a mail: it says when the mail came, or nothing, and a header follows."""
_COUNT: Final = re.compile(rb"\d{1,12}[ \t]*\r?\n(?=[!-9;-~]{1,100}:)")
_FIRST: Final = re.compile(rb"(?:>?From [^\n]*\n)?[!-9;-~]{1,100}[ \t]*:")

Head = Mapping[str, str]
"""Headers by name, in small letters."""


def is_box(data: bytes) -> bool:
    """Whether a file is a row of mails and not one alone."""
    return data[:1_000].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"From ")


def heads(data: bytes) -> Iterator[Head]:
    """The headers of each mail in a file, in order. The bodies are passed over."""
    data = _plain(data)
    if is_box(data):
        start = data.find(b"\n") + 1 or len(data)
        for following in _BEGINS.finditer(data, max(start - 1, 0)):
            yield _head(data, start, following.start())
            start = following.end()
        yield _head(data, start, len(data))
        return
    count = _COUNT.match(data)  # Apple Mail puts the length in front of a mail
    start = count.end() if count else 0
    if _FIRST.match(data, start, start + 1_000):
        yield _head(data, start, len(data))


def _plain(data: bytes) -> bytes:
    """The bytes with line ends that end in LF, in an encoding in which ASCII is ASCII."""
    if data.startswith(_WIDE) or text.wide_encoding(data):
        data = text.decode(data).text.encode("utf-8", "replace")
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if data.count(b"\r") > data.count(b"\n"):
        return data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


def _head(data: bytes, start: int, stop: int) -> Head:
    """The wanted headers between two places, up to the first empty line."""
    found: dict[str, str] = {}
    name, parts = "", [b""]
    for line in _lines(data, start, min(stop, start + MAX_HEAD)):
        if line[:1] in (b" ", b"\t"):
            if name:
                parts.append(line)
            continue
        _keep(found, name, parts)
        key, colon, value = line.partition(b":")
        name = _WANTED.get(key.rstrip().lower(), "") if colon else ""
        parts = [value]
    _keep(found, name, parts)
    return found


def _lines(data: bytes, start: int, stop: int) -> list[bytes]:
    before = max(start - 1, 0)
    empty = data.find(b"\n\n", before, stop)
    other = data.find(b"\n\r\n", before, stop if empty < 0 else empty)
    ends = [end for end in (empty, other) if end >= 0]
    return data[start : min(ends, default=stop)].split(b"\n")


def _keep(found: dict[str, str], name: str, parts: list[bytes]) -> None:
    if not name or (name in found and (name not in _JOINED or len(found[name]) > LONGEST_LIST)):
        return
    value = letters(b"".join(parts)).strip()
    value = value if value.isprintable() else text.clean(value)
    found[name] = f"{found[name]}, {value}" if name in found else value
