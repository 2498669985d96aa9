"""How a second start speaks to the first: by a socket, or by small files where there is none."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

SOCKET: Final = "hallway.socket"
FOLDER: Final = "inbox"
MAX_MESSAGE: Final = 4_096
PATIENCE: Final = 2.0

_MAX_ADDRESS: Final = 100  # the systems allow 104 to 108 bytes
_MAX_WAITING: Final = 100


class Mailbox(Protocol):
    """The receiving end. `fileno` is None where nothing can be watched: then ask `read_messages` now and then."""

    def fileno(self) -> int | None:
        """What to watch for reading."""
        ...

    def read_messages(self) -> list[str]:
        """Everything that has come, oldest first; never waits."""
        ...

    def close(self) -> None:
        """Take the box away."""
        ...


def open_box(folder: Path) -> Mailbox:
    """The box of a data folder. The caller holds the lock, so whatever lies there is of a program that is gone."""
    return _SocketBox(folder) if _has_sockets(folder) else _FolderBox(folder)


def post(folder: Path, message: str) -> bool:
    """Send to the box of a data folder; False when nobody has opened one within two seconds."""
    data = message.encode()[:MAX_MESSAGE]
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            _post_once(folder, data)
        except OSError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        else:
            return True


def _post_once(folder: Path, data: bytes) -> None:
    if not _has_sockets(folder):
        inbox = folder / FOLDER
        name = f"{time.time_ns():020}-{os.urandom(4).hex()}"
        part = inbox / f"{name}.part"
        part.write_bytes(data)
        part.rename(inbox / f"{name}.message")
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender, _address(folder) as address:
        sender.setblocking(False)
        sender.sendto(data, address)


def _has_sockets(folder: Path) -> bool:
    fits = len(os.fsencode(folder / SOCKET)) <= _MAX_ADDRESS
    return hasattr(socket, "AF_UNIX") and os.name != "nt" and (fits or sys.platform == "linux")


@contextlib.contextmanager
def _address(folder: Path) -> Iterator[str]:
    """The address of the socket; a long path is reached through an open folder, which Linux gives a short name."""
    if len(os.fsencode(folder / SOCKET)) <= _MAX_ADDRESS:
        yield str(folder / SOCKET)
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{handle}/{SOCKET}"
    finally:
        os.close(handle)


class _SocketBox:
    def __init__(self, folder: Path) -> None:
        self._path = folder / SOCKET
        self._path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        with _address(folder) as address:
            self._socket.bind(address)
        self._path.chmod(0o600)

    def fileno(self) -> int | None:
        return self._socket.fileno()

    def read_messages(self) -> list[str]:
        messages: list[str] = []
        while len(messages) < _MAX_WAITING:
            try:
                messages.append(self._socket.recv(MAX_MESSAGE).decode("utf-8", "replace"))
            except OSError:
                break
        return messages

    def close(self) -> None:
        self._path.unlink(missing_ok=True)
        self._socket.close()


class _FolderBox:
    def __init__(self, folder: Path) -> None:
        self._inbox = folder / FOLDER
        self._inbox.mkdir(mode=0o700, exist_ok=True)
        for left_over in self._inbox.iterdir():
            left_over.unlink(missing_ok=True)

    def fileno(self) -> int | None:
        return None

    def read_messages(self) -> list[str]:
        messages: list[str] = []
        for path in sorted(self._inbox.glob("*.message"))[:_MAX_WAITING]:
            messages.append(path.read_bytes()[:MAX_MESSAGE].decode("utf-8", "replace"))
            path.unlink(missing_ok=True)
        return messages

    def close(self) -> None:
        for left_over in self._inbox.iterdir():
            left_over.unlink(missing_ok=True)
        self._inbox.rmdir()
