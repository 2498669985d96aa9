"""Reading and writing files of the user's so that none is ever lost half-way."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from hallway.domain.errors import DiskFull, FileTrouble, HallwayError

PIECE: Final = 65_536
NOTHING_CHANGED: Final = "Nothing was changed."

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_READ_ONLY_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def atomic_write(
    path: Path, data: bytes, check: Callable[[bytes], object] | None = None, mode: int | None = 0o600
) -> None:
    """Put the bytes in place of the file at once: afterwards it holds all of them, or what it held before.

    A new file is written beside it, flushed to the disk, read back and compared; `check` may look at what
    was read back and raises to refuse it. `mode` None keeps the permissions of the old file, or those the
    user's umask gives. Raises `DiskFull` or `FileTrouble`; what `check` raises passes through. A link is
    followed.
    """
    target = Path(os.path.realpath(path))
    new = _beside(target)
    try:
        _write_new(new, data, _mode(target) if mode is None else mode)
        _compare(new, data, check)
        new.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise trouble(error, path, writing=True) from error
    finally:
        _remove(new)


def read_file(path: Path, limit: int) -> bytes:
    """The whole file, which may have up to `limit` bytes. Raises `FileTrouble`."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise trouble(error, path, writing=False) from error
    if len(data) > limit:
        raise FileTrouble(
            f"The file is larger than {limit // 1_000_000} MB, which is the most that Hallway reads.",
            NOTHING_CHANGED,
            "Choose a smaller file, or cut this one in parts.",
        )
    return data


def fingerprint(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file, read in pieces. Raises `FileTrouble`."""
    sum_, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE * 16):
                sum_.update(piece)
                size += len(piece)
    except OSError as error:
        raise trouble(error, path, writing=False) from error
    return size, sum_.hexdigest()


def copy_bytes(source: Path, target: Path) -> None:
    """Fill a file that is there with the contents of another. Never for a record that is open."""
    with source.open("rb") as given, target.open("r+b") as taken:
        while piece := given.read(PIECE):
            taken.write(piece)
        taken.truncate()


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file beside the path, for the owner alone; at the end of the block it takes the path's place, flushed.

    For what others write piece by piece (SQLite); on an error it is removed and the path is as it was. Raises
    `DiskFull` or `FileTrouble`.
    """
    target = Path(os.path.realpath(path))
    new = _beside(target)
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield new
        _flush(new)
        new.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise trouble(error, path, writing=True) from error
    finally:
        _remove(new)


def trouble(error: OSError, path: Path, writing: bool) -> HallwayError:
    """The error in words for a person. The words name the kind of place, never the path: they may be logged."""
    verb = "written" if writing else "read"
    if error.errno in _NO_ROOM:
        return DiskFull(
            "The file was not written: the disk is full.",
            "What was there before is untouched.",
            "Free some space and try again, or choose another place.",
        )
    if error.errno in _NOT_ALLOWED:
        what, do = f"The file may not be {verb}.", "Choose another place, or change the permissions."
    elif error.errno == errno.ENOENT:
        what = "The folder is not there." if writing else "The file is not there."
        do = "Choose another place." if writing else "It may have been moved; choose it again."
    elif error.errno == errno.EISDIR or path.is_dir():
        what, do = "This is a folder, not a file.", "Choose a file."
    else:
        what = f"The file could not be {verb}: the disk reported an error."
        do = "Check the disk, and try another place."
    return FileTrouble(what, NOTHING_CHANGED, do)


def _beside(target: Path) -> Path:
    """Where the new contents wait; a name may have 255 bytes, whatever its letters."""
    start = target.name.encode("utf-8", "ignore")[:100].decode("utf-8", "ignore")
    return target.with_name(f".{start}.{os.urandom(6).hex()}.tmp")


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _write_new(new: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(new, flags, 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left[:PIECE]) :]
        if hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def _compare(new: Path, data: bytes, check: Callable[[bytes], object] | None) -> None:
    """Trust the disk only after reading back: a full one has been seen to report success."""
    written = new.read_bytes()
    if written != data:
        raise OSError(errno.EIO, "read back differently")
    if check:
        check(written)


def _flush(file: Path) -> None:
    handle = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows does so by itself and has no way to ask."""
    if os.name == "nt":
        return
    handle = os.open(folder, _READ_ONLY_FLAGS)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(new: Path) -> None:
    """With what SQLite may have left beside it."""
    with suppress(OSError):  # the disk is in trouble already, and that is what gets told
        for ending in ("", "-journal", "-wal", "-shm"):
            new.with_name(new.name + ending).unlink(missing_ok=True)
