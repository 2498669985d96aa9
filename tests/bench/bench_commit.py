"""Writing something down so that a power cut cannot take it, and taking it back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median

import apsw

from hallway.domain.interactions import NewInteraction, Participant
from hallway.usecases import interactions
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.measuring import milliseconds
from tests.bench.rows import Row, beside_floor

TIMES = 100
ONE_FRAME = 16


def rows(scale: float) -> list[Row]:
    """Against 4 kB brought to the disk, and against the smallest commit the same database can make."""
    desk = books.desk(books.copy(books.book(books.scaled(scale))))
    folder = books.empty_folder()
    bare = _bare_database(folder / "bare.db")
    logged, taken_back, synced, committed = _measured(desk, bare, folder)
    desk.close()
    bare.close()
    return [
        beside_floor("log something (floor: fdatasync)", "ms", logged, synced, ONE_FRAME),
        beside_floor("log something (floor: bare commit)", "ms", logged, committed, ONE_FRAME),
        beside_floor("take it back (floor: bare commit)", "ms", taken_back, committed, ONE_FRAME),
    ]


def _measured(desk: Desk, bare: apsw.Connection, folder: Path) -> list[float]:
    new = NewInteraction(desk.clock.today(), (Participant(1),), summary="Coffee, and the draft again")
    with tempfile.TemporaryFile(dir=folder) as file:
        calls = (
            lambda: desk.do(interactions.log, new),
            desk.undo,
            lambda: _sync(file.fileno()),
            lambda: bare.execute("INSERT INTO line VALUES (?)", ("Coffee",)),
        )
        rounds = [[milliseconds(call) for call in calls] for _ in range(TIMES)]
    return [median(own) for own in zip(*rounds, strict=True)]


def _sync(descriptor: int) -> None:
    os.write(descriptor, bytes(4096))
    getattr(os, "fdatasync", os.fsync)(descriptor)  # macOS knows fsync alone


def _bare_database(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    for statement in ("PRAGMA journal_mode=wal", "PRAGMA synchronous=full", "CREATE TABLE line (text TEXT)"):
        connection.execute(statement).fetchall()
    return connection
