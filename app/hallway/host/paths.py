"""Where Hallway keeps its things, and that nobody else may read them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from hallway.host.files import atomic_write, trouble

VARIABLE: Final = "HALLWAY_HOME"
DATABASE: Final = "hallway.db"
POINTER: Final = "hallway.moved"
MOST_OF_A_PATH: Final = 8_192


def data_folder(
    home: Path | None = None, environment: Mapping[str, str] = os.environ, *, follow: bool = True
) -> Path:
    """The folder of the record, made for the user alone (0700): the one given, `HALLWAY_HOME`, or the
    system's place.

    One that is there and is somebody else's, or on a disk that takes nothing, stays as it is.
    Raises `FileTrouble` or `DiskFull` when it cannot be made.
    """
    folder = (home or _chosen(environment)).expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(error, folder, writing=True) from error
    with suppress(OSError):
        folder.chmod(0o700)
    return _moved_to(folder) or folder if follow else folder


def usual_folder() -> Path:
    """The system's place for it."""
    from platformdirs import user_data_dir  # late: the start is quick when the folder is given

    return Path(user_data_dir("hallway", appauthor=False))


def leave_pointer(folder: Path, target: Path) -> None:
    """Let whoever opens a folder be led to the one where the record is now. Raises `FileTrouble`."""
    atomic_write(folder / POINTER, str(target).encode())


def take_pointer(folder: Path) -> None:
    """Lead nobody away any more. Raises OSError."""
    (folder / POINTER).unlink(missing_ok=True)


def _moved_to(folder: Path) -> Path | None:
    """Where the record of a folder went, as long as it is there and no other one has come in its place."""
    with suppress(OSError, ValueError):
        if (folder / DATABASE).exists():
            return None
        target = Path((folder / POINTER).read_bytes()[:MOST_OF_A_PATH].decode())
        return target if target.is_absolute() and target.is_dir() else None
    return None


def _chosen(environment: Mapping[str, str]) -> Path:
    return Path(environment[VARIABLE]) if environment.get(VARIABLE) else usual_folder()


def database_path(folder: Path) -> Path:
    """The file of the record in a data folder. Only store opens it."""
    return folder / DATABASE


def backup_place(record: Path) -> Path:
    """Where copies of a record lie: beside its data folder, for whoever deletes that one keeps them."""
    return record.parent.with_name(f"{record.parent.name}-backups")


def backup_folder(record: Path) -> Path:
    """The same, made for the user alone (0700). Raises `FileTrouble` or `DiskFull` when it cannot be made."""
    folder = backup_place(record)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(error, folder, writing=True) from error
    return folder


def private(path: Path) -> Path:
    """The path, readable and writable for the user alone; made empty if it is not there. Raises `FileTrouble`."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise trouble(error, path, writing=True) from error
    return path
