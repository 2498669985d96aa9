"""What travels through a pipe between Hallway and the process that reads for it: a letter, a length, and bytes."""

from __future__ import annotations

import struct
from typing import IO, Final

from hallway.host.plain import BYTES, TEXT

AHEAD: Final = frozenset({TEXT, BYTES})
"""Pieces of the value that follows."""

VALUE, TROUBLE, REPORT, NO_ROOM, BUG = b"V", b"E", b"R", b"M", b"X"
"""What was asked for, or why there is none: an error told on purpose, no memory left, a bug; and how far it is."""

MOST_OF_BUG: Final = 2_000
"""So many letters of where a bug is are told."""

_HEAD: Final = struct.Struct(">cQ")


class TooLong(Exception):
    """There is more to come than may come."""


def write(pipe: IO[bytes], kind: bytes, data: bytes) -> None:
    """Put a frame in the pipe. Raises OSError when nobody reads it any more."""
    pipe.write(_HEAD.pack(kind, len(data)))
    pipe.write(data)


def read(pipe: IO[bytes], most: int) -> tuple[bytes, bytes] | None:
    """The next frame, of at most so many bytes; None at the end. Raises `TooLong`."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > most:
        raise TooLong
    data = pipe.read(length)
    return (kind, data) if len(data) == length else None
