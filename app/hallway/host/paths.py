"""Where Hallway keeps its things, and that nobody else may read them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from hallway.host.files import trouble

VARIABLE: Final = "HALLWAY_HOME"
DATABASE: Final = "hallway.db"


def data_folder(home: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
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
    return folder


def _chosen(environment: Mapping[str, str]) -> Path:
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    from platformdirs import user_data_dir  # late: the start is quick when the folder is given

    return Path(user_data_dir("hallway", appauthor=False))


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
