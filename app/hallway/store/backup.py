"""Copies of a live record by SQLite's own backup call, proving them, and bringing one back page by page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import apsw

from hallway.domain import errors
from hallway.domain.changes import EVENT, MOMENT, ORGANISATION, PERSON
from hallway.domain.key_file import Key
from hallway.store import encryption, standing
from hallway.store.database import APPLICATION_ID, Database, migrate, told
from hallway.store.schema import MIGRATIONS, NEWEST

PAGES_AT_ONCE = 2_000
Report = Callable[[int, int], None]

COUNTED = {
    "people": "SELECT count(*) FROM person WHERE standing <> 'let go'",
    "organisations": "SELECT count(*) FROM organisation",
    "events": "SELECT count(*) FROM event",
    "conversations": "SELECT count(*) FROM interaction",
    "promises": "SELECT count(*) FROM promise",
}
"""What a copy is described by."""
STEP = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)"
"""How many steps were ever done; also after the history was forgotten."""


def copy_to(database: Database, target: Path, report: Report = lambda done, total: None) -> None:
    """Copy the whole record, also what other connections have just written, into an empty file.

    The copy is one file without a journal beside it, encrypted as the record is. Raises trouble in Hallway's words,
    and what `report` raises.
    """
    with told(target):
        copy = apsw.Connection(str(target))
        try:
            encryption.unlock(copy, database.key)
            _pages(copy, database.connection, report)
            copy.pragma("journal_mode", "delete")
        finally:
            copy.close()


class Proof(NamedTuple):
    """What a sound copy is: its shape, its newest step, and how many of each it holds."""

    shape: int
    step: int
    counts: dict[str, int]


def write_anew(path: Path, key: Key | None, target: Path, target_key: Key | None) -> None:
    """Write a copy, which is only read, into an empty file that is encrypted differently, or not at all."""
    with told(path):
        copy = _open_quietly(path, key)
        try:
            encryption.write_anew(copy, target, target_key)
        finally:
            copy.close()


def proven(path: Path, key: Key | None = None) -> Proof:
    """Look a copy through from end to end. Raises `DatabaseDamaged`, `DatabaseForeign` or `DatabaseTooNew`."""
    with told(path):
        copy = _open_quietly(path, key)
        try:
            shape = _checked(copy, path)
            return Proof(
                shape, copy.execute(STEP).get, {name: copy.execute(query).get for name, query in COUNTED.items()}
            )
        finally:
            copy.close()


def counts(database: Database) -> dict[str, int]:
    """What the record itself holds, in the same words."""
    return {name: int(database.rows(query)[0][0]) for name, query in COUNTED.items()}


def step(database: Database) -> int:
    """The number of the newest step; 0 when nothing was ever done."""
    return int(database.rows(STEP)[0][0])


def ids(database: Database) -> dict[str, frozenset[int]]:
    """Everything the record holds, as a step would name what it touched."""
    tables = {PERSON: "person", MOMENT: "interaction", EVENT: "event", ORGANISATION: "organisation"}
    return {kind: frozenset(id_ for (id_,) in database.rows(f"SELECT id FROM {name}")) for kind, name in tables.items()}


def bring_to_newest(path: Path, key: Key | None = None) -> None:
    """Give a copy, which nobody else has open, the newest shape."""
    copy = Database(path, False, key)
    try:
        with told(path):
            migrate(copy)
    finally:
        copy.close_thread()


def take_over(database: Database, path: Path, report: Report = lambda done, total: None) -> None:
    """Let the record become what a copy of the newest shape holds, in one transaction: all of it or nothing.

    The copy is encrypted with the record's own key, or neither is.
    Connections of other threads go on and see the new contents. A kill on the way leaves nothing to wonder about.
    """
    with told(database.path):
        copy = _open_quietly(path, database.key)
        try:
            standing.expect_anything(database.path)
            _pages(database.connection, copy, report)
        finally:
            copy.close()
            database.remember()


def _pages(target: apsw.Connection, source: apsw.Connection, report: Report) -> None:
    with target.backup("main", source, "main") as pages:
        while not pages.done:
            pages.step(PAGES_AT_ONCE)
            report(pages.page_count - pages.remaining, pages.page_count)


def _open_quietly(path: Path, key: Key | None) -> apsw.Connection:
    """Read only, without leaving anything beside the file."""
    copy = apsw.Connection(
        f"{path.absolute().as_uri()}?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    encryption.unlock(copy, key)
    return copy


def _checked(copy: apsw.Connection, path: Path) -> int:
    copy.pragma("trusted_schema", 0)
    if copy.pragma("application_id") != APPLICATION_ID:
        raise errors.DatabaseForeign("This file is no copy of a Hallway record.", "Nothing was changed.")
    shape = int(copy.pragma("user_version"))
    if shape > NEWEST:
        raise errors.DatabaseTooNew("A newer Hallway made this copy.", "Nothing was changed.", "Update Hallway first.")
    if _shape_of(copy) != _expected(shape):
        raise errors.DatabaseForeign("This copy holds what Hallway did not put there.", "Nothing was changed.")
    findings = [row[0] for row in copy.execute("PRAGMA quick_check(3)") if row[0] != "ok"]
    if findings or copy.execute("PRAGMA foreign_key_check").get is not None:
        raise errors.DatabaseDamaged(
            f"The copy {path.name} is damaged.", "Nothing was changed.", "Choose another one."
        )
    return shape


def _expected(shape: int) -> frozenset[tuple[str, str, str]]:
    """Everything a record of a shape is made of. A trigger or view that is not ours could run on its own."""
    fresh = apsw.Connection(":memory:")
    try:
        for step in MIGRATIONS[:shape]:
            for statements in step:
                fresh.execute(statements)
        return _shape_of(fresh)
    finally:
        fresh.close()


def _shape_of(connection: apsw.Connection) -> frozenset[tuple[str, str, str]]:
    return frozenset(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema"))
