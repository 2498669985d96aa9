"""The record written anew with another key, or with none, while nobody else can open it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import backup, encryption
from hallway.store.database import told
from hallway.store.trouble import told_by_system

PIECE = 1 << 20
MOVES_OPEN_FILES = os.name != "nt"


class Old:
    """The record as it is, with everybody else kept out of it."""

    def __init__(self, path: Path, connection: apsw.Connection, journal: str) -> None:
        """`journal` is the mode that the record had, and that the new file gets."""
        self._path, self._connection, self._journal = path, connection, journal

    def write_anew(self, target: Path, key: Key | None) -> None:
        """Write all of it into an empty file. Raises trouble in Hallway's words."""
        with told(self._path):
            encryption.write_anew(self._connection, target, key)

    def compare(self, target: Path, key: Key | None) -> None:
        """Prove the new file, and that it holds every row of the old one. Raises `DatabaseDamaged`."""
        backup.proven(target, key)
        with told(self._path):
            copy = _open(target, key)
            try:
                if fingerprint(copy) != fingerprint(self._connection):
                    raise errors.DatabaseDamaged(
                        "Your record could not be written anew: what was read back is not the same.",
                        "It is as it was.", "Try again. If it happens once more, check the disk.",
                    )  # fmt: skip
                copy.pragma("journal_mode", self._journal)
            finally:
                copy.close()

    def make_way(self) -> None:
        """Let another file take the name, on systems where an open one is in its way."""
        if not MOVES_OPEN_FILES:
            self._connection.close()


@contextmanager
def alone(path: Path, key: Key | None) -> Iterator[Old]:
    """Keep everybody else out of the record; at the end another file has its name, and the old one is overwritten.

    Its journal is folded in first, so that none is left to be taken for that of the new file. After an error it is as
    it was. Raises `DatabaseBusy` when somebody has it open.
    """
    with told(path):
        connection, journal = _only_one(path, key)
    held: int | None = None
    try:
        if MOVES_OPEN_FILES:
            with told_by_system(path):
                held = os.open(path, os.O_RDWR)
        yield Old(path, connection, journal)
        if held is not None:
            _overwrite(held)
    except BaseException:
        if held is None or _has_its_name(held, path):
            with suppress(apsw.Error):
                connection.pragma("journal_mode", journal)
        raise
    finally:
        connection.close()
        if held is not None:
            os.close(held)  # which lets go of every lock on the file


def fingerprint(connection: apsw.Connection) -> str:
    """A hash over every row of every table, for comparing two files that are encrypted differently."""
    sum_ = hashlib.sha256()
    schema = "SELECT type, name, sql, rootpage FROM sqlite_schema ORDER BY type, name"
    for type_, name, sql, page in connection.execute(schema).fetchall():
        sum_.update(repr((type_, name, sql)).encode())
        if type_ == "table" and page:  # those of the search words keep their rows in tables of their own
            columns = len(connection.execute(f'PRAGMA table_info("{name}")').fetchall())
            order = ", ".join(str(number) for number in range(1, columns + 1))
            for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
                sum_.update(repr(row).encode("utf-8", "surrogatepass"))
    return sum_.hexdigest()


def _only_one(path: Path, key: Key | None) -> tuple[apsw.Connection, str]:
    """The one connection, and the mode that the journal had."""
    connection = _open(path, key)
    try:
        before = str(connection.pragma("journal_mode"))
        mode = connection.pragma("journal_mode", "delete")
        connection.pragma("locking_mode", "exclusive")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays, and a transaction would be in the way of VACUUM
        if mode != "delete":
            raise apsw.BusyError
    except (apsw.BusyError, apsw.LockedError) as error:
        connection.close()
        raise errors.DatabaseBusy(
            "Your record is open in another place.", "Nothing was changed.", "Close it there and try again."
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection, before


def _open(path: Path, key: Key | None) -> apsw.Connection:
    """A connection that never waits, and that may write a file of another key."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI)
    try:
        encryption.unlock(connection, key)
        connection.pragma("temp_store", 2)
        connection.pragma("trusted_schema", 0)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_its_name(held: int, path: Path) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.fstat(held), path.stat())
    return False


def _overwrite(held: int) -> None:
    """A disk may keep what was there all the same. What matters more: another program that waits for the lock finds
    nothing, instead of writing into a file without a name and a journal beside the wrong one."""
    with suppress(OSError):  # its name is gone already
        left = os.fstat(held).st_size
        while left > 0:
            left -= os.write(held, bytes(min(left, PIECE)))
        os.fsync(held)
        os.ftruncate(held, 0)
