"""Erasing somebody for real, from the record and, when wished, from its copies. There is no undo for it.

Everything else in Hallway waits thirty days and can be taken back; this is for whoever asks to be forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hallway.domain.backups import Backup
from hallway.domain.changes import Changes
from hallway.domain.key_file import Key
from hallway.domain.records import Report
from hallway.host import files
from hallway.store import backup as backup_store
from hallway.store import erasing as store
from hallway.store import person_record
from hallway.store import work as store_work
from hallway.store.database import Database
from hallway.store.glances import name_of
from hallway.store.work import View
from hallway.usecases import backing_up
from hallway.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What erasing somebody would take away: rows by table."""

    name: str
    uid: str
    rows: Mapping[str, int]

    def of(self, *tables: str) -> int:
        """How many rows of some tables."""
        return sum(self.rows.get(table, 0) for table in tables)


def foresee(look: View, person_id: int) -> Foreseen:
    """Look at what would go. Raises `NotFound`."""
    rows = {table: len(found) for table, found in person_record.of_person(look, person_id).items()}
    return Foreseen(name_of(look, person_id), store.uid_of(look, person_id), rows)


def copies_with(desk: Desk, uid: str) -> tuple[Backup, ...]:
    """The copies that hold somebody as well; each is opened for it, which takes its time."""
    folder = backing_up.folder_of(desk)
    return tuple(
        one for one in backing_up.listed(desk) if store.holds(folder / one.name, uid, backing_up.key_for(desk, one))
    )


def erase(
    desk: Desk, person_id: int, copies: Collection[Backup] = (), report: Report = lambda done, total: None
) -> Changes:
    """Erase somebody, and the history with them; then from these copies, each of which is proven before it takes the
    place of the old one. Raises `NotFound`, `DiskFull` or `FileTrouble`; what was erased before that stays erased.
    """
    steps = len(copies) + 1
    report(0, steps)
    uid = desk.ask(store.uid_of, person_id)
    with store_work.forgotten(desk.database, desk.clock.now()) as (step, outcome):
        store.erase(step, person_id)
    store.leave_no_trace(desk.database)
    for done, copy in enumerate(copies, 1):
        report(done, steps)
        _erase_in_copy(desk, copy, uid)
    report(steps, steps)
    return replace(outcome.changes, id=0)


def _erase_in_copy(desk: Desk, copy: Backup, uid: str) -> None:
    """Make a copy anew without somebody; it keeps its day and its reason."""
    old = backing_up.folder_of(desk) / copy.name
    key = backing_up.key_for(desk, copy)
    with backing_up.in_place_of(desk, copy, key, backing_up.key_file_of_copy(old)) as new:
        files.copy_bytes(old, new)
        backup_store.bring_to_newest(new, key)
        _erase_in_file(desk, new, uid, key)


def _erase_in_file(desk: Desk, path: Path, uid: str, key: Key | None) -> None:
    database = Database(path, False, key)
    try:
        with store_work.forgotten(database, desk.clock.now()) as (step, _):
            for person_id in _known_as(step, uid):
                store.erase(step, person_id)
        store.leave_no_trace(database)
        database.connection.pragma("journal_mode", "delete")
    finally:
        database.close_thread()


def _known_as(look: View, uid: str) -> list[int]:
    return [id_ for (id_,) in look.rows("SELECT id FROM person WHERE uid = ?", uid)]
