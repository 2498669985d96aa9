"""Opening the data file: what is checked before a connection, the connection profile, migration, and closing.

A file that is damaged, empty, foreign or newer is never replaced by a fresh one: it is explained (`domain.errors`).
"""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import encryption
from hallway.store.schema import MIGRATIONS, NEWEST

APPLICATION_ID = 0x48616C6C  # "Hall"
BUSY_MILLISECONDS = 5000
JOURNAL_MODE = "wal"
"""Stands in the file itself and is set only once the file has shown itself to be ours: setting it writes."""

PROFILE = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "synchronous": 2,  # FULL: in WAL mode nothing less survives a power cut
    "busy_timeout": BUSY_MILLISECONDS,
    "mmap_size": 0,
    "temp_store": 2,
    "cell_size_check": 1,
    "secure_delete": 1,
    "cache_size": -16000,
    "journal_size_limit": 16 * 1024 * 1024,
}
"""Every connection's settings; none of them writes, and a test reads each of them back."""


class Database:
    """An open data file. Each thread that asks gets a connection of its own; `key` is None for a plain file."""

    def __init__(self, path: Path, read_only: bool, key: Key | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self.key = key
        self._thread = threading.local()

    @property
    def connection(self) -> apsw.Connection:
        """This thread's connection, opened on first use."""
        if not self.is_open:
            self._thread.connection = _connect(self.path, self.read_only, self.key)
        connection: apsw.Connection = self._thread.connection
        return connection

    @property
    def is_open(self) -> bool:
        """Whether this thread has a connection."""
        return getattr(self._thread, "connection", None) is not None

    def rows(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement, with trouble told in Hallway's words."""
        with told(self.path):
            return list(self.connection.execute(sql, parameters))

    def close_thread(self) -> None:
        """Close this thread's connection; for workers that are done."""
        if self.is_open:
            self._thread.connection.close()
            self._thread.connection = None

    def close(self) -> None:
        """Remember what the file holds, and close; the last connection to close folds the journal into the file."""
        if not self.read_only and self.path.is_absolute():  # a trial record lives in memory
            with suppress(apsw.Error):  # a note that is not the newest costs nothing
                _remember(self)
        self.close_thread()


def open_database(
    path: Path,
    *,
    read_only: bool = False,
    before_migration: Callable[[Database], object] = lambda database: None,
    key: Key | None = None,
) -> Database:
    """Open the data file, making it when the folder never held one, and bring it to the newest shape.

    `before_migration` is called with a file of an older shape; what it raises keeps the file as it is.
    Raises `DatabaseMissing`, `DatabaseDamaged`, `DatabaseForeign`, `DatabaseTooNew`, `DatabaseBusy`, `DiskFull` or
    `ReadOnly`, for an encrypted one `PassphraseWanted`, `KeyDamaged` or `NotOurs`; in every case the file is as it was.
    """
    if not _is_there(path, read_only):
        _make(path, key)
    database = Database(path, read_only, key)
    try:
        with told(path), encryption.told_apart(path, key, _note(path)):
            _check_identity(database)
            if not read_only:
                _make_ready(database, before_migration)
    except BaseException:
        _leave_alone(database)
        raise
    return database


def open_in_memory() -> Database:
    """A database that lives as long as the object, for tests and trial runs."""
    database = Database(Path(":memory:"), read_only=False)
    migrate(database)
    return database


def integrity_findings(database: Database) -> list[str]:
    """What SQLite's own full check says; empty when sound."""
    answers = [str(row[0]) for row in database.rows("PRAGMA integrity_check(20)")]
    orphans = [f"{row[0]} row {row[1]} points at nothing" for row in database.rows("PRAGMA foreign_key_check")]
    return [answer for answer in answers if answer != "ok"] + orphans


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All of it or none: committed at the end of the block, rolled back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into trouble a person can read; anything else passes."""
    try:
        yield
    except apsw.Error as error:
        trouble = _trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(error: apsw.Error, path: Path) -> errors.HallwayError | None:
    code = getattr(error, "extendedresult", 0)
    found: errors.HallwayError | None = None
    match error:
        case apsw.ConstraintError() if code == apsw.SQLITE_CONSTRAINT_FOREIGNKEY:
            # A page may still show what was undone or let go meanwhile.
            found = errors.NotFound("What this belongs to is no longer in your record.")
        case apsw.FullError():
            found = _disk_full()
        case apsw.IOError() if code == apsw.SQLITE_IOERR_SHMSIZE:
            found = _disk_full()
        case apsw.BusyError() | apsw.LockedError():
            found = errors.DatabaseBusy(
                "Another program is using your data file.", "Nothing was changed.", "Close it there and try again."
            )
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError():
            found = _no_writing(path)
        case apsw.CorruptError() | apsw.NotADBError():
            found = damaged(path, "its contents do not read as a database")
        case apsw.IOError():
            found = errors.Trouble(
                "The disk reported an error.",
                "Everything saved before is most likely safe.",
                "Copy your data folder to another disk before going on.",
            )
    return found


def _disk_full() -> errors.DiskFull:
    return errors.DiskFull(
        "Not saved: the disk that holds your data is full.",
        "Everything saved before is safe.",
        "Free some space and try again.",
    )


def _no_writing(path: Path) -> errors.ReadOnly:
    return errors.ReadOnly(
        f"Hallway may not write to {path}.", "Nothing was changed.", "Allow writing to the folder and try again."
    )


def damaged(path: Path, why: str) -> errors.DatabaseDamaged:
    """The message for a file that is there and cannot be trusted."""
    return errors.DatabaseDamaged(
        f"The data file {path} is damaged: {why}.",
        "It was left exactly as it is, and no new one was started.",
        "Put a backup in its place, or open another data folder with --home.",
    )


def _is_there(path: Path, read_only: bool) -> bool:
    """Look at the file from outside. It is never opened but by SQLite, whose locks would be lost when we close it.

    Raises `DatabaseMissing`, `DatabaseDamaged` for an empty one, or `ReadOnly`.
    """
    if not path.exists():
        if read_only or _note(path).exists() or encryption.key_path(path).exists():
            raise errors.DatabaseMissing(
                f"The data file {path} was here before and is gone.",
                "No empty one was put in its place.",
                "Put the file or a backup back, or open another data folder with --home.",
            )
        return False
    if path.stat().st_size == 0:
        raise damaged(path, "it is empty (0 bytes)")
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise _no_writing(path)
    return True


def _make(path: Path, key: Key | None) -> None:
    """Make a fresh file beside its place and move it in when it is whole: a kill on the way leaves no half file.

    It is for the owner alone from the first moment; SQLite gives its side files the mode of the main one.
    """
    import tempfile  # once in the life of a record, and no cause to slow every start

    with _told_by_system(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(descriptor)
    fresh = Path(name)
    database = Database(fresh, False, key)
    try:
        with told(path):
            migrate(database)
        database.close_thread()
        with _told_by_system(path):
            _move_in(fresh, path)
    finally:
        database.close_thread()
        fresh.unlink(missing_ok=True)


def _move_in(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)  # unlike a rename, it never takes the place of a file that came meanwhile
    except FileExistsError:
        pass
    except OSError:  # this disk knows no links
        fresh.rename(path)


@contextmanager
def _told_by_system(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write into trouble a person can read."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise _no_writing(path) from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _disk_full() from error
        raise


def _connect(path: Path, read_only: bool, key: Key | None) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    connection = apsw.Connection(str(path), flags=flags)
    try:
        encryption.unlock(connection, key)
        connection.set_busy_timeout(BUSY_MILLISECONDS)  # first of all: the others may have to wait already
        for name, value in PROFILE.items():
            connection.pragma(name, value)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_identity(database: Database) -> None:
    path, connection = database.path, database.connection
    application = connection.pragma("application_id")
    if application == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").get == 0:
        raise damaged(path, "it holds nothing")
    if application != APPLICATION_ID:
        raise errors.DatabaseForeign(
            f"The file {path} belongs to another program.",
            "It was left exactly as it is.",
            "Open another data folder with --home.",
        )
    version = connection.pragma("user_version")
    if version > NEWEST:
        raise errors.DatabaseTooNew(
            "A newer Hallway made this data file.", "It was left exactly as it is.", "Update Hallway to open it."
        )


def migrate(database: Database) -> None:
    """Bring the file to the newest shape in one transaction: either all steps or none."""
    connection = database.connection
    if connection.pragma("user_version") == NEWEST:
        return
    with transaction(connection):
        for step in MIGRATIONS[connection.pragma("user_version") :]:
            for statements in step:
                connection.execute(statements)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={NEWEST}")


def _make_ready(database: Database, before_migration: Callable[[Database], object]) -> None:
    if database.connection.pragma("user_version") < NEWEST:
        before_migration(database)
    migrate(database)
    database.connection.pragma("journal_mode", JOURNAL_MODE)
    if not _note(database.path).exists():
        _remember(database)


def _leave_alone(database: Database) -> None:
    """Close without folding another program's waiting journal into a file that is not ours to change."""
    journal = database.path.with_name(database.path.name + "-wal")
    if database.is_open and journal.exists() and journal.stat().st_size:
        database.connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    database.close_thread()


def _note(path: Path) -> Path:
    return path.with_suffix(".state.json")


def _remember(database: Database) -> None:
    """Leave a note beside the file of what it held, so that a file which vanishes is missed at the next start."""
    people = database.connection.execute("SELECT count(*) FROM person").get
    with suppress(OSError):  # only lost with a full disk, where more important things are told
        descriptor = os.open(_note(database.path), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            held = {"schema": NEWEST, "people": people}
            json.dump(held | ({"key": database.key.id.hex()} if database.key else {}), file)
