"""One Hallway at a time for a data folder; a second start tells the first what was wanted, and leaves."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from hallway.host.files import trouble

if TYPE_CHECKING:
    from hallway.host.mailbox import Mailbox

LOCK: Final = "hallway.lock"
COME_FORWARD: Final = "come forward"
CAPTURE: Final = "capture"
LONGEST_NAME: Final = 200
"""Bytes of a computer's name."""

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Instance:
    """The right to write in a data folder.

    The system takes the lock back when a program ends in whatever way, so there is no stale lock to clear.
    The lock file itself stays: deleting it would let two starts lock two different files of the same name.
    On a disk that several computers share, a lock may be known to one of them alone: so the file holds the name of the
    computer that has the folder open, and `elsewhere` names another one that has not taken its name out.
    """

    def __init__(self, folder: Path, host: str = "") -> None:
        self._folder = folder
        self._host = host or _own_name()
        self.elsewhere = ""
        self._handle: int | None = None
        self._box: Mailbox | None = None

    def acquire(self) -> bool:
        """True when this is the first; False when another one holds the folder. Raises `FileTrouble`."""
        if self._handle is not None:
            return True
        try:
            handle = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise trouble(error, self._folder / LOCK, writing=True) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        self._read_host(handle)
        return True

    @property
    def is_held(self) -> bool:
        """Whether the right to write is ours; False in a folder where nobody may write."""
        return self._handle is not None

    def claim(self) -> None:
        """Take the folder over from another computer that has stopped without saying so."""
        self.elsewhere = ""
        if self._handle is not None:
            _write_name(self._handle, self._host)

    def send(self, message: str) -> bool:
        """Tell the first something, such as `COME_FORWARD`; False when it does not listen."""
        from hallway.host.mailbox import post

        return post(self._folder, message)

    def listen(self) -> None:
        """Begin to receive. Only the first may; raises RuntimeError otherwise, and `FileTrouble` when it cannot."""
        if self._handle is None:
            raise RuntimeError("only the first instance listens")
        if self._box is None:
            from hallway.host.mailbox import open_box  # sockets are imported with the first need

            try:
                self._box = open_box(self._folder)
            except OSError as error:
                raise trouble(error, self._folder, writing=True) from error

    def fileno(self) -> int | None:
        """What to watch for reading (for Qt: a QSocketNotifier); None where messages have to be asked for."""
        return self._box.fileno() if self._box else None

    def read_messages(self) -> list[str]:
        """What other starts have sent since the last time; never waits."""
        return self._box.read_messages() if self._box else []

    def release(self) -> None:
        """Stop listening and let the next one in."""
        if self._box:
            self._box.close()
            self._box = None
        if self._handle is not None:
            if not self.elsewhere:
                _write_name(self._handle, "")
            os.close(self._handle)
            self._handle = None

    def _read_host(self, handle: int) -> None:
        with suppress(OSError):
            os.lseek(handle, 1, os.SEEK_SET)  # the first byte is the one that is locked on Windows
            found = os.read(handle, LONGEST_NAME).decode("utf-8", "replace").strip()
            if found and found != self._host:
                self.elsewhere = found
                return
        self.claim()

    def __enter__(self) -> Instance:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _write_name(handle: int, host: str) -> None:
    with suppress(OSError):  # a full disk keeps nobody from working
        os.ftruncate(handle, 0)
        if host:
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, b" " + host.encode()[:LONGEST_NAME])


def _own_name() -> str:
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return name or "this computer"
