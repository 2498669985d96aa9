"""A simulated disk below SQLite: each write and flush is logged, any can fail, and the power can go at any point.

What Hallway asks of the system by itself can fail as well, when it is `watched`.

What was written and not flushed is, sector by sector, there or not there after the power went.
"""

from __future__ import annotations

import errno
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import apsw
import pytest

NAME = "simulated"
SECTOR = 512
WRITE, FLUSH, CUT, GONE, ASKED = "write", "flush", "cut", "gone", "asked"
OF_THE_SYSTEM = ("open", "write", "fsync", "replace", "rename", "mkdir")
"""What of the module os writes files."""


class Done(NamedTuple):
    """One operation: what, on which file, where (the new length of one that was cut), and the bytes."""

    what: str
    file: str
    at: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """Lies on the real one while it is the default. `fails_at` is the number of the operation that fails next."""

    def __init__(self) -> None:
        self.log: list[Done] = []
        self.fails_at: int | None = None
        self.failure: type[apsw.Error] = apsw.IOError
        self.base = apsw.vfs_names()[0]
        super().__init__(NAME, self.base, makedefault=True)

    def note(self, done: Done) -> None:
        """Log an operation, or let it fail."""
        if self.fails_at is not None and len(self.log) >= self.fails_at:
            self.fails_at = None
            raise self.failure("the simulated disk failed")
        self.log.append(done)

    def xOpen(self, name: Any, flags: Any) -> apsw.VFSFile:
        return _File(self, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:
        self.note(Done(GONE, Path(name).name))
        super().xDelete(name, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: Any) -> None:
        super().__init__(disk.base, name, flags)
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.note(Done(WRITE, self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._disk.note(Done(FLUSH, self._name))
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:
        self._disk.note(Done(CUT, self._name, size))
        super().xTruncate(size)


@contextmanager
def simulated() -> Iterator[Disk]:
    """A disk for every connection that is opened meanwhile."""
    disk = Disk()
    try:
        yield disk
    finally:
        disk.unregister()


@contextmanager
def watched(disk: Disk, folder: Path) -> Iterator[None]:
    """Let what is asked of the system about files of a folder be logged, and fail, as SQLite's own operations are."""
    codes = {apsw.IOError: errno.EIO, apsw.FullError: errno.ENOSPC}

    def also(name: str) -> Any:
        real = getattr(os, name)

        def ask(*words: Any, **more: Any) -> Any:
            if isinstance(words[0], int) or (str(words[0]).startswith(str(folder)) and not Path(words[0]).is_dir()):
                try:
                    disk.note(Done(ASKED, name))
                except apsw.Error as failed:
                    raise OSError(codes[type(failed)], "the simulated disk failed") from failed
            return real(*words, **more)

        return ask

    with pytest.MonkeyPatch.context() as patch:
        for name in OF_THE_SYSTEM:
            patch.setattr(os, name, also(name))
        yield


def after_power_cut(
    before: dict[str, bytes], log: Sequence[Done], random: Random
) -> dict[str, bytes]:
    """The files as they may lie there when the power goes after these operations; `before` is how they began."""
    lasting = {name: bytearray(data) for name, data in before.items()}
    waiting: defaultdict[str, list[Done]] = defaultdict(list)
    for one in log:
        if one.what == FLUSH:
            for earlier in waiting.pop(one.file, ()):
                _apply(lasting, earlier)
        else:
            waiting[one.file].append(one)
    for unflushed in waiting.values():
        for one in unflushed:
            for piece in _pieces(one):
                if random.random() < 0.5:
                    _apply(lasting, piece)
    return {name: bytes(data) for name, data in lasting.items()}


def _pieces(one: Done) -> list[Done]:
    """A write by sectors: a disk keeps each whole or not at all."""
    if one.what != WRITE:
        return [one]
    starts = range(0, len(one.data), SECTOR)
    return [one._replace(at=one.at + start, data=one.data[start : start + SECTOR]) for start in starts]


def _apply(files: dict[str, bytearray], one: Done) -> None:
    if one.what == GONE:
        files.pop(one.file, None)
        return
    data = files.setdefault(one.file, bytearray())
    if one.what == CUT:
        del data[one.at :]
        data.extend(bytes(one.at - len(data)))
        return
    data.extend(bytes(max(0, one.at - len(data))))
    data[one.at : one.at + len(one.data)] = one.data
