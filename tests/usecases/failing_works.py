"""Work on a disk on which one operation fails, or on which there is only so much room."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw

from tests.store.disks import Disk, simulated, watched
from tests.usecases import works
from tests.usecases.works import Place, Standing

MOST_ROOM = 112 * 65_536
"""With so many bytes free, everything can be done."""
PAGE = 4096
SWEEP = """
import sys
from pathlib import Path
from tests.usecases import works
from tests.usecases.failing_works import sweep
disk, folder, sizes = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
came_to = sweep(works.template(folder / "whole"), disk, sizes)
print("sound", came_to["done"], came_to["told"])
"""
"""For a process of its own: the disk, a folder off it, and how many sizes; says `sound`, and how often what was so."""


class Yard(NamedTuple):
    """A kind of work: where it begins, what all files are before and after it, and how many operations it takes."""

    whole: Place
    name: str
    before: Standing
    after: Standing
    operations: int


def yard(whole: Place, name: str) -> Yard:
    """Do it once with nothing in its way."""
    with simulated() as disk:
        _, after = works.done(whole, _run(whole), name, partial(_counting, disk, whole))
    return Yard(whole, name, works.standing(whole), after, len(disk.log))


def fail_at(one: Yard, number: int, failure: type[apsw.Error]) -> bool:
    """Let one of its operations fail, and judge; whether trouble was told."""
    with simulated() as disk:
        disk.failure = failure
        told, found = works.done(one.whole, _run(one.whole), one.name, partial(_failing, disk, one.whole, number))
    works.judge(f"{one.name}, {failure.__name__} at {number}", told, found, one.before, one.after)
    return told


def sweep(whole: Place, disk: Path, sizes: int) -> Counter[str]:
    """Do everything on a mounted disk with more and more room, and judge; counts what was done and what was told."""
    came_to: Counter[str] = Counter()
    for name in works.WORKS:
        before = works.standing(whole)
        _, after = works.done(whole, disk / "run", name, nullcontext)
        for step in range(sizes):
            room = int(MOST_ROOM * (step / sizes) ** 2) // PAGE * PAGE
            told, found = works.done(whole, disk / "run", name, partial(_only, disk, room))
            works.judge(f"{name} with {room:,} bytes", told, found, before, after)
            came_to["told" if told else "done"] += 1
    return came_to


def _run(whole: Place) -> Path:
    return whole.folder.with_name("run")


@contextmanager
def _counting(disk: Disk, whole: Place) -> Iterator[None]:
    disk.log.clear()
    with watched(disk, _run(whole)):
        yield


@contextmanager
def _failing(disk: Disk, whole: Place, number: int) -> Iterator[None]:
    with _counting(disk, whole):
        disk.fails_at = number
        try:
            yield
        finally:
            disk.fails_at = None


@contextmanager
def _only(disk: Path, room: int) -> Iterator[None]:
    """Let so many bytes be free, the rest is taken by a file."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        if (size := shutil.disk_usage(disk).free - room) > 0:
            os.posix_fallocate(file.fileno(), 0, size)
    try:
        yield
    finally:
        filler.unlink()
