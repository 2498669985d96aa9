"""The only module that knows every floor: it opens the record of a data folder and puts the desk before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hallway.domain.key_file import Key
from hallway.host import paths
from hallway.host.clock import clock as machine_clock
from hallway.store.database import Database
from hallway.usecases.desk import Clock, Desk
from hallway.usecases.opening import USUAL, How, open_record


def open_desk(
    home: Path | None, source: str, clock: Clock | None = None, key: Key | None = None, how: How = USUAL
) -> Desk:
    """The desk before the record of a data folder (None: the one of the environment, else the system's place).

    `source` is where its steps come from, as the history will say. Raises `FileTrouble` when there can be no folder,
    and what `open_record` raises. `key` opens an encrypted record.
    """
    now = clock or machine_clock()

    def copy(database: Database) -> None:
        from hallway.domain.backups import Why  # once for each shape
        from hallway.usecases import backing_up

        backing_up.make(Desk(database, now, source), Why.MIGRATION)

    record = paths.database_path(paths.data_folder(home))
    return open_record(record, now, source, replace(how, key=key or how.key), copy)
