"""What SQLite and the system raise about the data file, in words for a person."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from hallway.domain import errors


def trouble_of(error: apsw.Error, path: Path) -> errors.HallwayError | None:
    """The trouble that an error of SQLite's stands for; None for what is a bug."""
    code = getattr(error, "extendedresult", 0)
    found: errors.HallwayError | None = None
    match error:
        case apsw.ConstraintError() if code == apsw.SQLITE_CONSTRAINT_FOREIGNKEY:
            # A page may still show what was undone or let go meanwhile.
            found = errors.NotFound("What this belongs to is no longer in your record.")
        case apsw.FullError():
            found = disk_full()
        case apsw.IOError() if code == apsw.SQLITE_IOERR_SHMSIZE:
            found = disk_full()
        case apsw.BusyError() | apsw.LockedError():
            found = errors.DatabaseBusy(
                "Another program is using your data file.", "Nothing was changed.", "Close it there and try again."
            )
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError():
            found = no_writing(path)
        case apsw.CorruptError() | apsw.NotADBError():
            found = damaged(path, "its contents do not read as a database")
        case apsw.IOError():
            found = disk_trouble()
    return found


def disk_trouble() -> errors.DiskTrouble:
    """The disk did not do what it was asked."""
    return errors.DiskTrouble(
        "The disk reported an error.",
        "Everything saved before is most likely safe. Nothing more is written until the next start.",
        "Copy your data folder to another disk before going on.",
    )


def disk_full() -> errors.DiskFull:
    """No room for what was to be written."""
    return errors.DiskFull(
        "Not saved: the disk that holds your data is full.",
        "Everything saved before is safe.",
        "Free some space and try again.",
    )


def no_writing(path: Path) -> errors.ReadOnly:
    """The file or its folder may not be written."""
    return errors.ReadOnly(
        f"Hallway may not write to {path}.", "Nothing was changed.", "Allow writing to the folder and try again."
    )


def damaged(path: Path, why: str) -> errors.DatabaseDamaged:
    """The message for a file that is there and cannot be trusted."""
    return errors.DatabaseDamaged(
        f"The data file {path} is damaged: {why}.",
        "It was left exactly as it is, and no new one was started.",
        "Go back to a copy, or take out of it what can be read.",
    )


@contextmanager
def told_by_system(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write into trouble a person can read; anything else passes."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise no_writing(path) from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full() from error
        if error.errno in (errno.EIO, errno.EMFILE, errno.ENFILE):
            raise disk_trouble() from error
        raise
