"""Opening the record of a data folder: what is looked at first, how it is opened, and looking inside a copy."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.domain.shared_folders import Kind, Shared, judge
from hallway.host import neighbourhood
from hallway.host.clock import clock as machine_clock
from hallway.store import outside, standing
from hallway.store.database import BUSY_MILLISECONDS, JOURNAL_MODE, Database, Manner, open_database
from hallway.usecases import restoring
from hallway.usecases.desk import Clock, Desk

TEMPORARY = "hallway-look-"


@dataclass(frozen=True, slots=True)
class How:
    """How a record is opened. `looking` opens it without a change to anything; `patient` waits for other programs.

    With `as_it_is` one that holds much less than before is opened all the same. `key` opens an encrypted one.
    """

    looking: bool = False
    patient: bool = True
    as_it_is: bool = False
    key: Key | None = None


USUAL = How()


def open_record(
    record: Path, clock: Clock, source: str, how: How = USUAL, before: Callable[[Database], object] = lambda _: None
) -> Desk:
    """The desk before a record, for looking only where it may not be written.

    `before` is called ahead of a change of its shape. Raises what `open_database` raises, and `DatabaseMissing` when
    only copies of it are left.
    """
    if not record.exists() and _were_there_copies(record):
        raise outside.missing(record)
    if how.looking:
        return _for_looking(record, clock, how.key)
    manner = Manner(BUSY_MILLISECONDS if how.patient else 0, _journal(record), how.as_it_is)
    try:
        return Desk(open_database(record, before_migration=before, key=how.key, manner=manner), clock, source)
    except errors.ReadOnly:
        if not record.exists():
            raise
        return _for_looking(record, clock, how.key)


def shared_folder(folder: Path, disk: str = "") -> Shared | None:
    """What else writes in a data folder; None for one of this computer alone. `disk` as the system names it."""
    marks = neighbourhood.marks_around(folder)
    return judge(disk or neighbourhood.disk_of(folder), neighbourhood.folders_of(folder), marks)


def look_inside(copy: Path, *keys: Key | None, clock: Clock | None = None) -> Desk:
    """A desk before what a copy holds, for looking only; close it with `put_away`. Without a clock the machine's.

    Raises `DatabaseDamaged`, `DatabaseForeign`, `DatabaseTooNew`, `DiskFull` or `PassphraseWanted`.
    """

    with restoring.record_of(copy, *keys) as (record, key):
        return _on_a_copy(record, clock or machine_clock(), key)


def put_away(desk: Desk) -> None:
    """Close a desk, and take away what was made for looking."""
    desk.close()
    folder = desk.database.path.parent
    if folder.name.startswith(TEMPORARY):
        _remove(folder)


def accept_as_it_is(record: Path) -> None:
    """Forget what a record held when it was last closed: it holds less now, and that is right."""
    standing.forget(record)


def who_holds(record: Path) -> str:
    """The name of the program that uses the data file; "" where the system does not tell."""
    beside = (record, record.with_name(record.name + "-shm"))
    return next(filter(None, map(neighbourhood.holder_of, beside)), "")


def _were_there_copies(record: Path) -> bool:
    from hallway.usecases import backing_up  # once in the life of a record, and no cause to slow every start

    return backing_up.are_there_copies(record)


def _for_looking(record: Path, clock: Clock, key: Key | None) -> Desk:
    try:
        return Desk(open_database(record, read_only=True, key=key), clock, "looking")
    except errors.OlderShape:
        return _on_a_copy(record, clock, key)


def _on_a_copy(record: Path, clock: Clock, key: Key | None) -> Desk:
    """Bring a copy of a record to the newest shape, in a folder for the user alone, and look at that one."""
    from tempfile import mkdtemp

    from hallway.host import files
    from hallway.store import backup

    folder = Path(mkdtemp(prefix=TEMPORARY))
    atexit.register(_remove, folder)
    try:
        with files.new_file(folder / record.name) as new:
            files.copy_bytes(record, new)
            backup.bring_to_newest(new, key)
        return Desk(open_database(folder / record.name, read_only=True, key=key), clock, "looking")
    except BaseException:
        _remove(folder)
        raise


def _remove(folder: Path) -> None:
    with suppress(OSError):
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()


def _journal(record: Path) -> str:
    """WAL needs memory that all who open the file share, and other computers share none."""
    shared = judge(neighbourhood.disk_of(record.parent), (), ())
    return "truncate" if shared is not None and shared.kind is Kind.NETWORK else JOURNAL_MODE

