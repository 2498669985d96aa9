"""What can be told of a data file from outside, before anything opens it.

It is never opened here: SQLite's locks would be lost with the first descriptor of ours that is closed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from hallway.domain import errors
from hallway.store.trouble import damaged, no_writing

MOMENT = 0.05
"""Seconds in which another start has taken away the second name under which it made the file."""


def is_there(path: Path, marks: Collection[Path], *, read_only: bool) -> bool:
    """Whether there is a file to open; False where there never was one.

    `marks` are files that tell of one that was here before. Raises `DatabaseMissing`, `DatabaseDamaged` for an empty
    one, `DatabaseLinked` or `ReadOnly`.
    """
    if not path.exists():
        if read_only or any(mark.exists() for mark in marks):
            raise missing(path)
        return False
    if path.is_dir():
        raise damaged(path, "a folder has its name")
    if path.stat().st_size == 0:
        raise damaged(path, "it is empty (0 bytes)")
    if read_only:
        return True
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise no_writing(path)
    _check_names(path)
    return True


def missing(path: Path) -> errors.DatabaseMissing:
    """The message for a file that was there and is gone."""
    return errors.DatabaseMissing(
        f"The data file {path} was here before and is gone.",
        "No empty one was put in its place.",
        "Connect the disk it lies on, put the file back, or go back to a copy.",
    )


def identity(path: Path) -> tuple[int, int] | None:
    """Which file of the disk it is; None for a record in memory. A file that is gone is (0, 0)."""
    if not path.is_absolute():
        return None
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def swapped(path: Path) -> errors.DatabaseSwapped:
    """The message for a file that another program replaced, moved or took away while it was open."""
    if not path.exists():
        return errors.DatabaseSwapped(
            "Your data file is no longer where it was: its disk is gone, or somebody moved it.",
            "Everything saved before is in that file. Nothing more is written.",
            "Connect the disk or put the file back, then start Hallway again.",
        )
    return errors.DatabaseSwapped(
        "Another program has put a different file in the place of your record while it was open.",
        "Nothing more is written, so that neither is harmed.",
        "Keep a copy of what is shown here, then start Hallway again.",
    )


def _check_names(path: Path) -> None:
    """Two names of one file would have two journals, of which each name knows only its own."""
    if path.stat().st_nlink == 1:
        return
    _take_own_names_away(path)
    if path.stat().st_nlink > 1:
        time.sleep(MOMENT)
    if path.stat().st_nlink > 1:
        raise errors.DatabaseLinked(
            f"The data file {path} has a second name (a hard link) on this disk.",
            "Nothing was changed.",
            "Writing under two names can damage it. Remove the other name, or replace it by a real copy.",
        )


def _take_own_names_away(path: Path) -> None:
    """A kill while the file was made leaves the name behind under which it was made."""
    for other in path.parent.glob(f".{path.name}.*.new"):
        with suppress(OSError):
            if other.samefile(path):
                other.unlink()
