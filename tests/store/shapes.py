"""Records of every shape there was, with people, conversations, promises and events in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw

from hallway.domain.people import Email, Phone
from hallway.store.database import APPLICATION_ID, transaction
from hallway.store.schema import MIGRATIONS, NEWEST
from tests.makers import add_event, add_moment, add_person, add_promise, days_ago, file_desk

SHAPES = range(1, NEWEST + 1)
NAMES = ("Ada Lovelace", "Łukasz O'Brien", "山田 太郎", "Sofía Núñez de la Cruz", "Ø", "x" * 300)

Rows = dict[str, set[tuple[Any, ...]]]


def make(path: Path, shape: int) -> Rows:
    """Write a record as the Hallway of that shape did; gives its rows, by table, for `held` to find again."""
    with TemporaryDirectory() as folder:
        now = Path(folder) / "now.db"
        _fill(now)
        return _as_of(shape, now, path)


def held(path: Path, rows: Rows, shape: int) -> Rows:
    """What a record of today holds in the tables and columns that the old shape had."""
    bare, now = apsw.Connection(":memory:"), apsw.Connection(str(path))
    for step in MIGRATIONS[:shape]:
        for statements in step:
            bare.execute(statements)
    found = {table: set(_rows(now, table, _columns(bare, table))) for table in rows}
    bare.close()
    now.close()
    return found


def _as_of(shape: int, now: Path, path: Path) -> Rows:
    source, old = apsw.Connection(str(now)), apsw.Connection(str(path))
    with transaction(old):
        old.execute("PRAGMA defer_foreign_keys = 1")
        for step in MIGRATIONS[:shape]:
            for statements in step:
                old.execute(statements)
        for table in _tables(old):
            _copy(source, old, table)
        old.pragma("application_id", APPLICATION_ID)
        old.pragma("user_version", shape)
    rows = {table: set(_rows(old, table, _columns(old, table))) for table in _tables(old)}
    source.close()
    old.close()
    return rows


def _fill(path: Path) -> None:
    desk = file_desk(path)
    ids = [
        add_person(desk, name, organisation="Uni Lund", topics=("looms",), groups=("Cohort",), notes=f"about {name}",
                   emails=(Email(f"p{at}@x.example"),), phones=(Phone("+46 1"),), rhythm_days=30 * at or None)
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    event = add_event(desk)
    for at, id_ in enumerate(ids):
        add_moment(desk, id_, on=days_ago(at * 40), summary=f"on looms, {at}", event_id=event)
        add_promise(desk, id_)
    desk.undo()
    desk.close()


def _tables(connection: apsw.Connection) -> list[str]:
    """Every table that holds rows; the search index by the tables that it lies in."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    return [name for (name,) in connection.execute(query)]


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _rows(connection: apsw.Connection, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute(f'SELECT {", ".join(columns)} FROM "{table}"')


def _copy(source: apsw.Connection, target: apsw.Connection, table: str) -> None:
    columns = _columns(target, table)
    put = f'INSERT OR REPLACE INTO "{table}" ({", ".join(columns)}) VALUES ({", ".join("?" * len(columns))})'
    target.executemany(put, list(_rows(source, table, columns)))
