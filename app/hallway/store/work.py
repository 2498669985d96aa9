"""One transaction, one step in the history: the only way to change the record.

    with work(database, now=…, source="…") as step:
        people.add(step, …)

Leaving the block commits; an error rolls everything back and files nothing. A step's undo is the inverse of the
changeset that SQLite recorded for it, so no use case ever writes its own inverse.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from hallway.domain import errors
from hallway.domain.changes import Changes
from hallway.store import tables
from hallway.store.database import Database, told, transaction

if TYPE_CHECKING:
    import peewee

    from hallway.domain.records import Report

BACK, AGAIN = "undone = 0 ORDER BY id DESC", "undone = 1 ORDER BY id"
"""Which step of the history is the next one to take back, or to do again."""
MOST_AT_ONCE = 100
"""Rows that a step changes in the blink of an eye, with all that follows from them."""
STEPS_KEPT = 500
BYTES_KEPT = 256 * 1024 * 1024


class View:
    """A look at the record: reads only, and SQLite itself refuses anything else."""

    def __init__(self, database: Database, today: date) -> None:
        self.database = database
        self.today = today

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """All rows of a select."""
        return list(self.database.connection.execute(sql, parameters))

    def row(self, sql: str, *parameters: Any) -> tuple[Any, ...] | None:
        """The first row of a select, or None."""
        for row in self.database.connection.execute(sql, parameters):
            return tuple(row)
        return None

    def value(self, sql: str, *parameters: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, *parameters)
        return row[0] if row else None


class Work(View):
    """A transaction under way. `label` is what the history will call it, in the user's words.

    `report` hears how far a long step is; what it raises (`Stopped`) ends the step, and nothing is changed.
    """

    def __init__(self, database: Database, now: datetime, report: Report | None = None) -> None:
        super().__init__(database, now.date())
        self.now = now
        self.label = ""
        self.report = report or _tell_nobody

    def run(self, query: peewee.Query) -> Any:
        """Run a Peewee query on this transaction's connection; for an insert, returns the new id."""
        from hallway.store import queries  # with the first write, not with the start

        return queries.run(query, self.database.connection)

    def execute(self, sql: str, *parameters: Any) -> None:
        """Run one statement."""
        self.database.connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run one statement for each row."""
        self.database.connection.executemany(sql, rows)


class Step(NamedTuple):
    """One entry of the history."""

    id: int
    label: str
    source: str
    at: str
    undone: bool


@dataclass(slots=True)
class Outcome:
    """Filled when the block is left: what changed."""

    changes: Changes = field(default_factory=Changes)


@contextmanager
def view(database: Database, today: date) -> Iterator[View]:
    """A reading look; writing through it raises. All that is read within one look is of one moment."""
    with told(database.path):
        connection = database.connection
        before = connection.pragma("query_only")  # a look may be taken within another
        connection.pragma("query_only", 1)
        try:
            with _one_moment(connection):
                yield View(database, today)
        finally:
            connection.pragma("query_only", before)


@contextmanager
def _one_moment(connection: apsw.Connection) -> Iterator[None]:
    if connection.in_transaction:  # a step, or a wider look, holds the moment already
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction on the file that was opened. After an error of the disk nothing more is written."""
    database.check_own()
    try:
        with told(database.path), transaction(database.connection):
            yield
    except errors.DiskTrouble as error:
        database.stop_writing(error)
        raise


@contextmanager
def work(
    database: Database, now: datetime, source: str = "", report: Report | None = None
) -> Iterator[tuple[Work, Outcome]]:
    """Begin a step; commit it at the end of the block with its history entry, its search words and its glances."""
    outcome = Outcome()
    with writing(database), _recording(database) as session:
        step = Work(database, now, report)
        yield step, outcome
        changeset = session.changeset()
        outcome.changes = _file(step, changeset, source)


@contextmanager
def forgotten(database: Database, now: datetime) -> Iterator[tuple[Work, Outcome]]:
    """A step of which the history keeps nothing, nor of any step before it: for erasing somebody."""
    outcome = Outcome()
    with writing(database), _recording(database) as session:
        step = Work(database, now)
        yield step, outcome
        outcome.changes = _file(step, session.changeset(), "")  # so that the steps are one more than before
        without_history(step)


@contextmanager
def unrecorded(database: Database, now: datetime) -> Iterator[Work]:
    """A step that forgets all history and files none, then makes every derived table anew: for filling a record."""
    from hallway.store import touched

    with writing(database):
        step = Work(database, now)
        yield step
        without_history(step)
        touched.refresh_everything(step)


def undo(database: Database, now: datetime, report: Report | None = None) -> Changes:
    """Take back the newest step that stands. Raises `NothingToUndo` or `UndoConflict`."""
    return _travel(Work(database, now, report), BACK, apsw.Changeset.invert, 1)


def redo(database: Database, now: datetime, report: Report | None = None) -> Changes:
    """Do again the oldest step that was taken back. Raises `NothingToUndo` or `UndoConflict`."""
    return _travel(Work(database, now, report), AGAIN, bytes, 0)


def is_long(look: View, way: str) -> bool:
    """Whether the next step `BACK` (or done `AGAIN`) touches so many rows that a window had better not wait for it."""
    row = look.row(f"SELECT changeset FROM change WHERE {way} LIMIT 1")
    rows = apsw.Changeset.iter(zlib.decompress(row[0])) if row else iter(())
    return any(number > MOST_AT_ONCE for number, _ in enumerate(rows, 1))


def history(look: View, limit: int = STEPS_KEPT) -> tuple[Step, ...]:
    """The steps, newest first."""
    rows = look.rows("SELECT id, label, source, at, undone FROM change ORDER BY id DESC LIMIT ?", limit)
    return tuple(Step(id_, label, source, at, bool(undone)) for id_, label, source, at, undone in rows)


def get_ready() -> None:
    """Import what only writing needs."""
    from hallway.store import queries, touched  # noqa: F401

    _ = tables.RECORDED


def without_history(step: Work) -> None:
    """Forget every step; used where the history itself holds what must go (a demo, an erased person)."""
    step.execute("DELETE FROM change")


@contextmanager
def _recording(database: Database) -> Iterator[apsw.Session]:
    session = apsw.Session(database.connection, "main")
    try:
        for table in tables.RECORDED:
            session.attach(table._meta.table_name)
        yield session
    finally:
        session.close()


def _file(step: Work, changeset: bytes, source: str) -> Changes:
    if not changeset:
        return Changes(label=step.label)
    subjects = _follow(step, changeset)
    step.execute("DELETE FROM change WHERE undone = 1")
    step.execute(
        "INSERT INTO change (label, source, at, changeset) VALUES (?, ?, ?, ?)",
        step.label, source, step.now.isoformat(timespec="seconds"), zlib.compress(changeset, 1),
    )  # fmt: skip
    change_id = step.database.connection.last_insert_rowid()
    _thin(step)
    return Changes(label=step.label, touched=subjects, id=change_id)


def _follow(step: Work, changeset: bytes) -> dict[str, frozenset[int]]:
    """Bring the derived tables along; returns what the changeset touched."""
    from hallway.store import touched  # with the first write, not with the start

    subjects = touched.subjects(step, changeset)
    touched.refresh(step, subjects)
    return subjects


def _thin(step: Work) -> None:
    """Keep the newest steps, by count and by size; the newest of all stays however big it is."""
    step.execute("DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - ?", STEPS_KEPT)
    if step.value("SELECT sum(length(changeset)) FROM change") > BYTES_KEPT:
        step.execute(
            """DELETE FROM change WHERE id <= (SELECT max(id) FROM (SELECT id, row_number() OVER newest AS place,
                 sum(length(changeset)) OVER newest AS bytes FROM change WINDOW newest AS (ORDER BY id DESC))
                WHERE bytes > ? AND place > 1)""",
            BYTES_KEPT,
        )


def _travel(step: Work, way: str, direction: Any, undone: int) -> Changes:
    database = step.database
    with writing(database):
        row = step.row(f"SELECT id, label, changeset FROM change WHERE {way} LIMIT 1")
        if row is None:
            raise errors.NothingToUndo("There is nothing to undo." if undone else "There is nothing to redo.")
        change_id, label, packed = row
        changeset = direction(zlib.decompress(packed))
        _apply(database, changeset)
        subjects = _follow(step, changeset)
        step.execute("UPDATE change SET undone = ? WHERE id = ?", undone, change_id)
        return Changes(label=label, touched=subjects, id=change_id)


def _tell_nobody(done: int, total: int) -> None: ...


def _apply(database: Database, changeset: bytes) -> None:
    """Apply a changeset whole. Foreign-key actions are switched off: what they did stands in the changeset itself."""
    try:
        apsw.Changeset.apply(
            changeset,
            database.connection,
            conflict=lambda *_: apsw.SQLITE_CHANGESET_ABORT,
            flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
        )
    except apsw.AbortError as error:
        raise errors.UndoConflict(
            "This step cannot be taken back: the record has changed since.", "Nothing was changed."
        ) from error
