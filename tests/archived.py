"""Generated books: random histories of what a user may do, written as an archive and made a record of again."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hallway.usecases import archive
from hallway.usecases.desk import Desk
from tests.acts import ACTS, act
from tests.makers import derived, file_desk, memory_desk, recorded

ACTS_BETWEEN, BOOKS_OF_ONE = 3, 25
"""A book grows by so many acts until the next archive; after so many of them another one is begun."""


def written(desk: Desk) -> bytes:
    """The archive of a record."""
    return desk.ask(archive.file_of, desk.clock.now())


def again(desk: Desk, folder: Path, data: bytes) -> tuple[object, object]:
    """What a record made of an archive holds, and what is derived from it."""
    file = folder / "all.zip"
    archive.write(file, data)
    with archive.as_record(file, desk.clock.now()) as (record, key):
        made = file_desk(record, key)
        found = recorded(made.database), derived(made)
        made.close()
    return found


def round_trips(books: int, first_seed: int, folder: Path) -> int:
    """Write and read back so many books, each compared whole; returns how many rows they held in all."""
    rows = 0
    for start in range(0, books, BOOKS_OF_ONE):
        random, desk = Random(first_seed + start), memory_desk()
        for number in range(min(BOOKS_OF_ONE, books - start)):
            for _ in range(ACTS_BETWEEN):
                act(desk, random.choice(ACTS), random.randrange(2**32))
            held = recorded(desk.database)
            assert again(desk, folder, written(desk)) == (held, derived(desk)), (first_seed + start, number)
            rows += sum(map(len, held.values()))
        desk.database.close_thread()
    return rows
