"""Erasing somebody for real: every row about them, the words of the search, the steps of the history, the freed pages.

What a conversation with others says stays, without them; a text in which somebody wrote their name stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import encryption, person_beside, person_record, settings
from hallway.store.database import Database, told, transaction
from hallway.store.work import View, Work

INDEXES = ("person_words", "moment_words", "event_words")
SHARED = frozenset({"person", "interaction", "import_run"})
"""Tables with rows that are the person's and somebody else's as well."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "decision": ("kind", "subject_id"), "published": ("target", "uid"), "planned_day": ("person_id",),
    "map_place": ("kind", "subject"), "waiting_row": ("id",), "choice": ("kind", "subject"),
}  # fmt: skip
"""What a row beside the record is found by again."""
CALLED_OFF = "Called off"


def uid_of(look: View, person_id: int) -> str:
    """The lasting id of somebody. Raises `NotFound`."""
    found = look.value("SELECT uid FROM person WHERE id = ?", person_id)
    if found is None:
        raise errors.NotFound("This person is no longer in your record.")
    return str(found)


def erase(step: Work, person_id: int) -> None:
    """Take out every row about somebody. Raises `NotFound`."""
    uid_of(step, person_id)
    links = person_record.references(step)
    found = person_record.find(step, person_id, links)
    whole = {table: person_record.whole(step, found, table) for table in found}
    uids = [uid for table, ids in whole.items() for uid in _uids(step, table, ids)]
    _erase_beside(step, person_beside.beside(step, person_id, whole, uids), uids)
    alone = _alone(step, whole.get("interaction", ()))
    _delete(step, "interaction", alone)
    for table, ids in whole.items():
        if table not in SHARED:
            _delete(step, table, ids)
    runs = step.rows("SELECT import_run_id FROM person WHERE id = ? AND import_run_id IS NOT NULL", person_id)
    step.execute("DELETE FROM draft")  # whom one was writing about, nothing tells
    step.execute("DELETE FROM person WHERE id = ?", person_id)
    for (run,) in runs:
        step.execute(
            "DELETE FROM import_run WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM person WHERE import_run_id = ?1)", run
        )


def leave_no_trace(database: Database) -> None:
    """Make the search words and the file itself anew, so that nothing of what was deleted lies in freed places."""
    connection = database.connection
    with told(database.path):
        with transaction(connection):
            for table in INDEXES:
                connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        connection.execute("VACUUM")
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


def holds(path: Path, uid: str, key: Key | None = None) -> bool:
    """Whether a copy holds somebody; False also for one that does not open, even with this key."""
    try:
        copy = apsw.Connection(
            f"{path.absolute().as_uri()}?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        )
    except apsw.Error:
        return False
    try:
        encryption.unlock(copy, key)
        return copy.execute("SELECT 1 FROM person WHERE uid = ?", (uid,)).get is not None
    except apsw.Error:
        return False
    finally:
        copy.close()


def _erase_beside(step: Work, rows: Mapping[str, Collection[person_beside.Row]], uids: Collection[str]) -> None:
    for table, keys in KEYS.items():
        where = " AND ".join(f'"{key}" = ?' for key in keys)
        step.execute_many(
            f'DELETE FROM "{table}" WHERE {where}', (tuple(row[key] for key in keys) for row in rows.get(table, ()))
        )
    # What a calendar has is called off there with the next export; only then is its number forgotten.
    step.execute_many(
        "UPDATE calendar_entry SET title = ?, fingerprint = '' WHERE uid = ?",
        ((CALLED_OFF, row["uid"]) for row in rows.get("calendar_entry", ())),
    )
    kept = settings.setting(step, person_beside.RELATIONS)
    if any(uid in kept for uid in uids):
        left = {uid: value for uid, value in kept.items() if uid not in uids}
        settings.set_setting(step, person_beside.RELATIONS, left)


def _alone(look: View, ids: Collection[int]) -> list[int]:
    """Conversations in which nobody else took part."""
    rows = look.rows(
        """SELECT interaction_id FROM participant WHERE interaction_id IN (SELECT value FROM json_each(?))
            GROUP BY interaction_id HAVING count(*) = 1""",
        json.dumps(sorted(ids)),
    )
    return [id_ for (id_,) in rows]


def _uids(look: View, table: str, ids: Collection[int]) -> list[str]:
    if table in SHARED - {"person"} or "uid" not in person_record.columns(look, table):
        return []
    rows = look.rows(
        f'SELECT uid FROM "{table}" WHERE rowid IN (SELECT value FROM json_each(?))', json.dumps(sorted(ids))
    )
    return [str(uid) for (uid,) in rows]


def _delete(step: Work, table: str, ids: Collection[int]) -> None:
    step.execute(f'DELETE FROM "{table}" WHERE rowid IN (SELECT value FROM json_each(?))', json.dumps(sorted(ids)))
