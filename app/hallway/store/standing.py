"""What is remembered beside the data file of what it held, so that one that vanished or shrank is noticed.

The note is written when the file is opened, and again when it is closed in good order. How far the history had come
tells whether Hallway itself took away what is missing.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallway.domain import errors

if TYPE_CHECKING:
    import apsw

COUNTED = ("person", "organisation", "event", "interaction")
FEWEST = 10
"""Rows below which a difference says nothing."""
MOST_GONE = 0.2
LOOKED_THROUGH_EVERY = timedelta(days=7)
WAY = """SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0),
                (SELECT count(*) FROM change WHERE undone = 1)"""


@dataclass(frozen=True, slots=True)
class Note:
    """What the file held. `way` is how far the history had come: steps ever done, and how many of them taken back.

    `clean` is whether it was closed in good order; `checked` the day on which it was last looked through, as ISO text.
    """

    counts: dict[str, int] = field(default_factory=dict)
    way: tuple[int, int] = (0, 0)
    clean: bool = True
    checked: str = ""
    key: str = ""


def note_path(path: Path) -> Path:
    """Where the note of a data file lies."""
    return path.with_suffix(".state.json")


def read(path: Path) -> Note | None:
    """The note of a data file; None without one that can be read."""
    try:
        told: dict[str, Any] = json.loads(note_path(path).read_bytes())
        counts = {str(name): int(number) for name, number in dict(told.get("counts", {})).items()}
        steps, undone = told.get("way", (0, 0))
        return Note(
            counts, (int(steps), int(undone)), bool(told.get("clean", True)), str(told.get("checked", "")),
            str(told.get("key", "")),
        )  # fmt: skip
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def write(path: Path, note: Note) -> None:
    """Leave the note; where the disk takes nothing, more important things are told."""
    with suppress(OSError):
        descriptor = os.open(note_path(path), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            told = {name: value for name, value in asdict(note).items() if name != "key" or value}
            json.dump(told | {"people": note.counts.get("person", 0)}, file)


def now(connection: apsw.Connection, before: Note | None, key: str, *, clean: bool) -> Note:
    """What an open file holds; the day of the last check is taken over."""
    counts = {table: int(connection.execute(f"SELECT count(*) FROM {table}").get) for table in COUNTED}
    ((steps, undone),) = connection.execute(WAY).fetchall()
    return Note(counts, (int(str(steps)), int(str(undone))), clean, before.checked if before else "", key)


def check(found: Note, before: Note | None) -> None:
    """Raise `DatabaseShrunk` when much is gone that Hallway itself did not take away."""
    if before is None or found.way[0] > before.way[0] or found.way[1] != before.way[1]:
        return
    for table, held in before.counts.items():
        if held >= FEWEST and found.counts.get(table, 0) < held * (1 - MOST_GONE):
            raise errors.DatabaseShrunk(
                f"Your record holds much less than when it was last closed: {_told(found)} now, {_told(before)} then.",
                "It was left exactly as it is.",
                "Another program may have put an older file there. Look at a copy first, or open it as it is.",
            )


def wants_checking(before: Note | None, today: date) -> bool:
    """Whether the file should be looked through: it was not closed in good order, or the last time is a week ago."""
    if before is None or not before.clean:
        return before is not None
    with suppress(ValueError):
        return today - date.fromisoformat(before.checked) >= LOOKED_THROUGH_EVERY
    return True


def note_checked(path: Path, today: date) -> None:
    """Remember that the file was looked through and found sound."""
    before = read(path)
    if before is not None:
        write(path, replace(before, checked=today.isoformat()))


def expect_anything(path: Path) -> None:
    """Remember that the file is here, and nothing of what it holds: that is about to change on purpose."""
    before = read(path)
    if before is not None:
        write(path, replace(before, counts={}, clean=False))


def forget(path: Path) -> None:
    """Forget what the file held: another one is about to take its place on purpose."""
    with suppress(OSError):
        note_path(path).unlink(missing_ok=True)


def _told(note: Note) -> str:
    people, entries = note.counts.get("person", 0), note.counts.get("interaction", 0)
    ending = "entry" if entries == 1 else "entries"
    return f"{people:,} {'person' if people == 1 else 'people'} and {entries:,} {ending}"
