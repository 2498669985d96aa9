"""Opening the data file: what is checked before a connection, the connection profile, migration, and closing.

A file that is damaged, empty, foreign or newer is never replaced by a fresh one: it is explained (`domain.errors`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import encryption, outside, standing
from hallway.store.schema import MIGRATIONS, NEWEST
from hallway.store.trouble import damaged, told_by_system, trouble_of

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


class Manner(NamedTuple):
    """How a file is opened. `patience` is how long opening waits for another program, in milliseconds.

    `journal` is "truncate" where the file lies on another computer's disk, for WAL needs memory that both share.
    With `as_it_is` a file that holds much less than before is opened all the same.
    """

    patience: int = BUSY_MILLISECONDS
    journal: str = JOURNAL_MODE
    as_it_is: bool = False


USUAL = Manner()


class Database:
    """An open data file. Each thread that asks gets a connection of its own; `key` is None for a plain file."""

    def __init__(self, path: Path, read_only: bool, key: Key | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self.key = key
        self.patience = BUSY_MILLISECONDS
        """How long a new connection waits for another program, in milliseconds."""
        self.noted: standing.Note | None = None
        """What was remembered of the file when it was opened; None for a new one."""
        self._thread = threading.local()
        self._trouble: errors.HallwayError | None = None

    @property
    def connection(self) -> apsw.Connection:
        """This thread's connection, opened on first use."""
        if not self.is_open:
            self._thread.connection = _connect(self.path, self.read_only, self.key, self.patience)
            self._thread.own = outside.identity(self.path)
        connection: apsw.Connection = self._thread.connection
        return connection

    @property
    def is_open(self) -> bool:
        """Whether this thread has a connection."""
        return getattr(self._thread, "connection", None) is not None

    def become(self, key: Key | None) -> None:
        """From now on open the file that was written anew in its place, with its key; no connection may be left."""
        self.key, self._own = key, None

    def rows(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement, with trouble told in Hallway's words."""
        with told(self.path):
            return list(self.connection.execute(sql, parameters))

    def check_own(self) -> None:
        """Make sure that the file at the path is still the one this thread opened, and that writing makes sense.

        Raises `DatabaseSwapped`, or what `stop_writing` was told.
        """
        own = self._thread.own if self.is_open else None
        if self._trouble is None and own is not None and outside.identity(self.path) != own:
            self._trouble = outside.swapped(self.path)
        if self._trouble is not None:
            raise self._trouble

    def stop_writing(self, trouble: errors.HallwayError) -> None:
        """Refuse every further write until the next start: the disk cannot be trusted."""
        self._trouble = self._trouble or trouble

    def close_thread(self) -> None:
        """Close this thread's connection; for workers that are done."""
        if self.is_open:
            connection, self._thread.connection = self._thread.connection, None
            with told(self.path):
                connection.close()

    def close(self) -> None:
        """Remember what the file holds, and close; the last connection to close folds the journal into the file."""
        self.remember(clean=True)
        self.close_thread()

    def remember(self, *, clean: bool = False) -> None:
        """Note beside the file what it holds, `clean` when it is about to be closed in good order."""
        if not self.read_only and self._trouble is None and self.path.is_absolute():  # a trial record has no file
            with suppress(apsw.Error):  # a note that is not the newest costs nothing
                _remember(self, standing.read(self.path), clean=clean)


def open_database(
    path: Path,
    *,
    read_only: bool = False,
    before_migration: Callable[[Database], object] = lambda database: None,
    key: Key | None = None,
    manner: Manner = USUAL,
) -> Database:
    """Open the data file, making it when the folder never held one, and bring it to the newest shape.

    `before_migration` is called with a file of an older shape; what it raises keeps the file as it is. A file that is
    opened `read_only` may be of a newer shape, and nothing is left beside it.
    Raises `DatabaseMissing`, `DatabaseDamaged`, `DatabaseForeign`, `DatabaseTooNew`, `DatabaseShrunk`,
    `DatabaseLinked`, `DatabaseBusy`, `DiskFull` or `ReadOnly`, for an encrypted one `PassphraseWanted`, `KeyDamaged`
    or `NotOurs`; in every case the file is as it was.
    """
    marks = (standing.note_path(path), encryption.key_path(path))
    if not outside.is_there(path, marks, read_only=read_only):
        _make(path, key)
    database = Database(path, read_only, key)
    try:
        with told(path), encryption.told_apart(path, key, standing.note_path(path)):
            database.patience = manner.patience
            _check_identity(database)
            if not read_only:
                _make_ready(database, before_migration, manner)
            database.patience = BUSY_MILLISECONDS
            database.connection.set_busy_timeout(BUSY_MILLISECONDS)
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
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error


def _make(path: Path, key: Key | None) -> None:
    """Make a fresh file beside its place and move it in when it is whole: a kill on the way leaves no half file.

    It is for the owner alone from the first moment; SQLite gives its side files the mode of the main one.
    """
    import tempfile  # once in the life of a record, and no cause to slow every start

    with told_by_system(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(descriptor)
    fresh = Path(name)
    database = Database(fresh, False, key)
    try:
        with told(path):
            migrate(database)
        database.close_thread()
        with told_by_system(path):
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


def _connect(path: Path, read_only: bool, key: Key | None, patience: int) -> apsw.Connection:
    connection = _open_quietly(path) if read_only else apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        encryption.unlock(connection, key)
        connection.set_busy_timeout(patience)  # first of all: the others may have to wait already
        for name, value in (PROFILE | {"busy_timeout": patience}).items():
            connection.pragma(name, value)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_quietly(path: Path) -> apsw.Connection:
    """For looking only: in a folder that may not be written, and leaving nothing there, unless a journal waits."""
    journal = path.with_name(path.name + "-wal")
    still = "" if journal.exists() and journal.stat().st_size else "?immutable=1"
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{path.absolute().as_uri()}{still}", flags=flags)


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
    if version > NEWEST and not database.read_only:
        raise errors.DatabaseTooNew(
            "A newer Hallway made this data file.",
            "It was left exactly as it is.",
            "Update Hallway to go on with it, or open it for looking.",
        )
    if version < NEWEST and database.read_only:
        raise errors.OlderShape(
            "This data file is of an older Hallway.", "Nothing was changed.", "Open it where it may be written."
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


def _make_ready(database: Database, before_migration: Callable[[Database], object], manner: Manner) -> None:
    before = database.noted = standing.read(database.path)
    if database.connection.pragma("user_version") < NEWEST:
        before_migration(database)
    migrate(database)
    if not manner.as_it_is:
        standing.check(_held(database, before, clean=False), before)
    database.connection.pragma("journal_mode", manner.journal)
    _remember(database, before, clean=False)


def _leave_alone(database: Database) -> None:
    """Close without folding another program's waiting journal into a file that is not ours to change."""
    journal = database.path.with_name(database.path.name + "-wal")
    if database.is_open and journal.exists() and journal.stat().st_size:
        database.connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    database.close_thread()


def _held(database: Database, before: standing.Note | None, *, clean: bool) -> standing.Note:
    key = database.key.id.hex() if database.key else ""
    return standing.now(database.connection, before, key, clean=clean)


def _remember(database: Database, before: standing.Note | None, *, clean: bool) -> None:
    standing.write(database.path, _held(database, before, clean=clean))
