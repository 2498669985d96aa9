"""What can still be read of a damaged record, row by row, in a new one.

Each table is read from both ends up to what does not read, and what lies between in ever smaller halves. Only tables
that look exactly like ours are read, and only their rows are taken; everything derived is made anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import encryption, salvage_meaning, salvage_pages
from hallway.store.database import APPLICATION_ID, Database, migrate, open_database, told, transaction
from hallway.store.schema import MIGRATIONS, NEWEST
from hallway.store.tables.models import RECORDED
from hallway.store.work import unrecorded

BESIDE = ("calendar_entry", "planned_day", "published", "choice", "map_place", "draft")
"""What is no history, and still not to be made anew from the rest."""
UNREADABLE = (apsw.Error, UnicodeDecodeError, OverflowError, MemoryError, ValueError)
UNFIT = (apsw.ConstraintError, apsw.MismatchError, apsw.TooBigError, OverflowError, ValueError)
"""What a value brings up that its column does not take. A full disk is not among it: that ends everything."""
SECONDS = 30.0
"""Time that one table may take; a file can be damaged in more places than anybody waits for."""
ROWS_OF_A_PAGE = 100
FURTHEST = 1_000_000
"""Ids that are looked for where nothing tells which were given: no more than so many pages could hold, or than this."""
Report = Callable[[int, int], None]
Row = tuple[Any, ...]


class Rows(NamedTuple):
    """One table: rows that were read, and rows that were there and did not read; None when nothing tells how many."""

    name: str
    read: int
    lost: int | None


class Salvaged(NamedTuple):
    """What came of it. `let_go` are rows that were read and belong to one that is lost."""

    tables: tuple[Rows, ...]
    let_go: int


@dataclass(slots=True)
class Reading:
    """The rows of a table that read; `gaps` counts ids that did not, as far as it is known which were given."""

    rows: list[Row] = field(default_factory=list)
    gaps: int = 0
    is_whole: bool = True
    knows_end: bool = True


def salvage(
    copy: Path, target: Path, now: datetime, key: Key | None = None, report: Report = lambda done, total: None
) -> Salvaged:
    """Make a record of what a copy of a damaged file still holds, at a path where nothing is.

    The copy may be changed on the way. Raises `DatabaseDamaged` when nothing of it reads, `DiskFull`, and what
    `report` raises.
    """
    with told(copy):
        shape = _make_readable(copy, key)
    source = _open(copy, key)
    try:
        names = _ours(source, shape) if shape else ()
        if not names:
            raise errors.DatabaseDamaged("Nothing could be read from the file.", "It was left exactly as it is.")
        with told(target):
            return _fill(source, target, names, shape, now, key, report)
    finally:
        source.close()


def _make_readable(copy: Path, key: Key | None) -> int:
    """Fold a journal in, mend the head, and find the tables; an encrypted file is as it is.

    Returns the shape; 0 when nothing tells where a table begins.
    """
    if key is None:
        _fold_journal(copy)
        salvage_pages.mend_head(copy)
        if not _whole_schema(copy) and not salvage_pages.put_beginning(copy):
            return 0
        return salvage_pages.shape_of(copy)
    connection = _open(copy, key)
    try:
        shape = int(connection.pragma("user_version"))
        return shape if 0 < shape <= NEWEST else NEWEST
    except UNREADABLE:
        return NEWEST
    finally:
        connection.close()


def _fold_journal(copy: Path) -> None:
    """What was written last stands in the journal; one that does not read is left out."""
    journals = [copy.with_name(copy.name + end) for end in ("-wal", "-journal")]
    if any(one.exists() and one.stat().st_size for one in journals):
        try:
            connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READWRITE)
            try:
                connection.pragma("journal_mode", "delete")
            finally:
                connection.close()
        except apsw.FullError:
            raise
        except UNREADABLE:
            pass
    for one in (*journals, copy.with_name(copy.name + "-shm")):
        one.unlink(missing_ok=True)


def _open(copy: Path, key: Key | None) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    source = apsw.Connection(f"{copy.absolute().as_uri()}?immutable=1", flags=flags)
    try:
        encryption.unlock(source, key)
        source.pragma("trusted_schema", 0)
        source.pragma("cell_size_check", 1)
        source.pragma("mmap_size", 0)
        source.pragma("writable_schema", 1)  # one table that is not described any more hides no other one
    except BaseException:
        source.close()
        raise
    return source


def _whole_schema(copy: Path) -> bool:
    """Whether a copy tells of all tables of its shape."""
    source = _open(copy, None)
    try:
        shape = int(source.pragma("user_version"))
        return len(_ours(source, shape)) == len(_wanted(shape))
    finally:
        source.close()


def _ours(source: apsw.Connection, shape: int) -> tuple[str, ...]:
    """The tables that look exactly like ours."""
    there: dict[str, str] = {}
    try:
        for name, sql in source.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
            there[str(name)] = str(sql)
    except UNREADABLE:
        pass  # those told before the damage count
    return tuple(name for name, sql in _wanted(shape).items() if there.get(name) == sql)


def _wanted(shape: int) -> dict[str, str]:
    """The tables of a shape that are worth reading, and how they are made."""
    fresh = apsw.Connection(":memory:")
    try:
        for step in MIGRATIONS[:shape]:
            for statements in step:
                fresh.execute(statements)
        made = {str(name): str(sql) for name, sql in fresh.execute("SELECT name, sql FROM sqlite_schema").fetchall()}
    finally:
        fresh.close()
    names = (*(str(table._meta.table_name) for table in RECORDED), *BESIDE)
    return {name: made[name] for name in names if name in made}


def _fill(
    source: apsw.Connection, target: Path, names: Sequence[str], shape: int, now: datetime, key: Key | None,
    report: Report,
) -> Salvaged:  # fmt: skip
    database = Database(_begun(target, key), False, key)
    try:
        told_of = _put_all(source, database.connection, names, shape, now, report)
        let_go = _mend_links(database.connection)
        migrate(database)
    finally:
        database.close_thread()
    whole = open_database(target, key=key)
    try:
        with unrecorded(whole, now):
            pass  # all that is derived is made anew at the end of it
        return Salvaged(told_of, let_go)
    finally:
        whole.close()


def _begun(target: Path, key: Key | None) -> Path:
    """An empty file for the owner alone."""
    target.touch(mode=0o600, exist_ok=False)
    return target


def _put_all(
    source: apsw.Connection, made: apsw.Connection, names: Sequence[str], shape: int, now: datetime, report: Report
) -> tuple[Rows, ...]:
    found = []
    with transaction(made):
        for step in MIGRATIONS[:shape]:
            for statements in step:
                made.execute(statements)
        made.execute(f"PRAGMA application_id={APPLICATION_ID}")
        made.execute(f"PRAGMA user_version={shape}")
    made.pragma("foreign_keys", 0)
    with transaction(made):
        for number, name in enumerate(names):
            report(number, len(names))
            found.append(_put(source, made, name, now.date().isoformat()))
        salvage_meaning.mend_copies(made)
    report(len(names), len(names))
    return tuple(found)


def _put(source: apsw.Connection, made: apsw.Connection, name: str, today: str) -> Rows:
    reading, columns = read(source, name), salvage_meaning.columns(made, name)
    made.execute(f'DELETE FROM "{name}"')  # what a fresh record holds from the start
    taken = 0
    places = ", ".join("?" * len(columns))
    for row in reading.rows:
        whole = salvage_meaning.settled(name, columns, row, today)
        if whole is None:
            continue
        try:
            made.execute(f'INSERT OR IGNORE INTO "{name}" VALUES ({places})', whole)
        except UNFIT:
            continue
        taken += made.changes()
    return Rows(name, taken, _lost(source, name, taken, reading))


def read(source: apsw.Connection, name: str) -> Reading:
    """All rows of a table that read, each once."""
    reading = Reading()
    if _has_ids(source, name):
        _read_by_id(source, name, reading)
    else:
        _read_by_key(source, name, reading)
    return reading


def _has_ids(source: apsw.Connection, name: str) -> bool:
    (without,) = source.execute("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", (name,)).get,
    return not without


def _read_by_id(source: apsw.Connection, name: str, reading: Reading) -> None:
    until = time.monotonic() + SECONDS
    low, reading.is_whole = _walk(source, name, reading, 0, None)
    if reading.is_whole:
        return
    highest, reading.knows_end = _highest(source, name, low)
    high, _ = _walk_back(source, name, reading, low, highest)
    gaps = [(low + 1, high - 1)]
    while gaps:
        start, end = gaps.pop()
        if start > end:
            continue
        before = len(reading.rows)
        last, whole = _walk(source, name, reading, start - 1, end)
        if whole:
            continue
        start = max(start, last + 1) if len(reading.rows) > before else start
        if start >= end or time.monotonic() > until:
            reading.gaps += end - start + 1
            continue
        middle = (start + end) // 2
        gaps += [(start, middle), (middle + 1, end)]


def _walk(source: apsw.Connection, name: str, reading: Reading, after: int, upto: int | None) -> tuple[int, bool]:
    """Read upwards; returns the last id that read, and whether the end was reached."""
    where = "rowid > ?" if upto is None else "rowid > ? AND rowid <= ?"
    values = (after,) if upto is None else (after, upto)
    query = f'SELECT rowid, * FROM "{name}" NOT INDEXED WHERE {where} ORDER BY rowid'
    return _take(source, query, values, reading, after)


def _walk_back(source: apsw.Connection, name: str, reading: Reading, low: int, high: int) -> tuple[int, bool]:
    """Read downwards; returns the last id that read, and whether the end was reached."""
    query = f'SELECT rowid, * FROM "{name}" NOT INDEXED WHERE rowid > ? AND rowid <= ? ORDER BY rowid DESC'
    return _take(source, query, (low, high), reading, high + 1)


def _take(
    source: apsw.Connection, query: str, values: Sequence[int], reading: Reading, last: int
) -> tuple[int, bool]:
    try:
        for number, *row in source.execute(query, tuple(values)):
            reading.rows.append(tuple(row))
            last = int(str(number))
    except UNREADABLE:
        return last, False
    return last, True


def _highest(source: apsw.Connection, name: str, low: int) -> tuple[int, bool]:
    """The highest id that may have been given, and whether that is known."""
    most = min(int(str(source.pragma("page_count"))) * ROWS_OF_A_PAGE, FURTHEST)
    for query, values in (
        (f'SELECT max(rowid) FROM "{name}" NOT INDEXED', ()),
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)),
    ):
        try:
            found = source.execute(query, values).get
        except UNREADABLE:
            continue
        if isinstance(found, int) and low <= found <= most:
            return found, True
    return max(low, most), False


def _read_by_key(source: apsw.Connection, name: str, reading: Reading) -> None:
    """Upwards and downwards by key; a row that both found comes once."""
    keys = "SELECT group_concat('\"' || name || '\"' || ' DESC') FROM pragma_table_info(?) WHERE pk"
    order = source.execute(keys, (name,)).get
    reading.is_whole = _take_all(source, f'SELECT * FROM "{name}"', reading)
    if reading.is_whole:
        return
    reading.knows_end = False
    seen, back = set(reading.rows), Reading()
    _take_all(source, f'SELECT * FROM "{name}" ORDER BY {order}', back)
    reading.rows += [row for row in back.rows if row not in seen]


def _take_all(source: apsw.Connection, query: str, reading: Reading) -> bool:
    """Read until the end, which is True, or the first damage."""
    try:
        for row in source.execute(query):
            reading.rows.append(tuple(row))
    except UNREADABLE:
        return False
    return True


def _lost(source: apsw.Connection, name: str, taken: int, reading: Reading) -> int | None:
    """By count where an index still tells how many there were; else the ids between those that read."""
    meaningless = len(reading.rows) - taken
    if reading.is_whole:
        return meaningless
    try:
        there = source.execute(f'SELECT count(*) FROM "{name}"').get
        if isinstance(there, int):
            return max(there - taken, 0)
    except UNREADABLE:
        pass
    return reading.gaps + meaningless if reading.knows_end else None


def _mend_links(made: apsw.Connection) -> int:
    """Rows that point at a lost one forget it where they may, and go where they may not."""
    gone = 0
    with transaction(made):
        while broken := made.execute("PRAGMA foreign_key_check").fetchall():
            gone += sum(_mend(made, str(table), row, int(str(number))) for table, row, _, number in broken)
    return gone


def _mend(made: apsw.Connection, table: str, row: Any, number: int) -> int:
    if row is None:  # a table without ids cannot say which
        return _mend_by_sweep(made, table, number)
    columns = [one[3] for one in made.execute(f'PRAGMA foreign_key_list("{table}")').fetchall() if one[0] == number]
    needed = {one[1] for one in made.execute(f'PRAGMA table_info("{table}")').fetchall() if one[3] or one[5]}
    if needed.isdisjoint(columns):
        settings = ", ".join(f'"{column}" = NULL' for column in columns)
        try:
            made.execute(f'UPDATE "{table}" SET {settings} WHERE rowid = ?', (row,))
        except apsw.ConstraintError:
            pass  # a rule of the table wants one of several
        else:
            return 0
    made.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
    return made.changes()


def _mend_by_sweep(made: apsw.Connection, table: str, number: int) -> int:
    links = [one for one in made.execute(f'PRAGMA foreign_key_list("{table}")').fetchall() if one[0] == number]
    other, mine, theirs = links[0][2], links[0][3], links[0][4] or "id"
    made.execute(f'DELETE FROM "{table}" WHERE "{mine}" NOT IN (SELECT "{theirs}" FROM "{other}")')
    return made.changes()
