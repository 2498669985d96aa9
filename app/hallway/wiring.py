"""The only module that knows every floor: it opens the record of a data folder and puts the desk before it."""

from __future__ import annotations

from pathlib import Path

from hallway.domain.key_file import Key
from hallway.host import paths
from hallway.host.clock import clock as machine_clock
from hallway.store.database import Database, open_database
from hallway.usecases.desk import Clock, Desk


def open_desk(home: Path | None, source: str, clock: Clock | None = None, key: Key | None = None) -> Desk:
    """The desk before the record of a data folder (None: the one of the environment, else the system's place).

    `source` is where its steps come from, as the history will say. Raises `FileTrouble` when there can be no folder,
    and what `open_database` raises. `key` opens an encrypted record.
    """
    now = clock or machine_clock()

    def copy(database: Database) -> None:
        from hallway.domain.backups import Why  # once for each shape
        from hallway.usecases import backing_up

        backing_up.make(Desk(database, now, source), Why.MIGRATION)

    record = paths.database_path(paths.data_folder(home))
    return Desk(open_database(record, before_migration=copy, key=key), now, source)
