"""Histories on a simulated disk: with power cuts at any point, and with a fault at any operation."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

import apsw

from hallway.domain import errors
from hallway.store import backup
from hallway.usecases import safety
from hallway.usecases.desk import Desk
from tests.acts import ACTS, act
from tests.makers import file_desk
from tests.store.disks import Done, after_power_cut, simulated

NAME = "hallway.db"
OFTEN = "PRAGMA wal_autocheckpoint = 20"
"""Folds the journal in often, so that the data file itself is written, too."""
STEPS_OF_AN_ACT = 20
"""So many steps an act may take before its last one is acknowledged."""


class Walk(NamedTuple):
    """A history: how the files began, every operation, and how many steps were acknowledged after how many of them."""

    before: dict[str, bytes]
    log: list[Done]
    acknowledged: list[tuple[int, int]]


def begin(folder: Path) -> Path:
    """An empty record, closed."""
    path = folder / NAME
    file_desk(path).close()
    return path


def walked(folder: Path, seed: int, acts: int) -> Walk:
    """Do so many things with a new record on a simulated disk."""
    folder.mkdir(parents=True)
    path, random, acknowledged = begin(folder), Random(seed), [(0, 0)]
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.name.startswith(NAME)}
    with simulated() as disk:
        desk = file_desk(path)
        desk.database.connection.execute(OFTEN)
        for _ in range(acts):
            act(desk, random.choice(ACTS), random.randrange(2**32))
            acknowledged.append((len(disk.log), backup.step(desk.database)))
        log = list(disk.log)
        desk.close()
    return Walk(before, log, acknowledged)


def cut_power(walk: Walk, folder: Path, points: Iterable[int], random: Random) -> int:
    """Cut the power at these points, open what is left, and look; returns how many acknowledged steps were there."""
    found = 0
    for point in points:
        path = folder / f"cut-{point}" / NAME
        path.parent.mkdir(parents=True)
        for name, data in after_power_cut(walk.before, walk.log[:point], random).items():
            (path.parent / name).write_bytes(data)
        promised = max(steps for at, steps in walk.acknowledged if at <= point)
        desk = file_desk(path)
        assert desk.ask(safety.check) == (), point
        assert backup.step(desk.database) >= promised, point
        found += promised
        desk.close()
        shutil.rmtree(path.parent)
    return found


def fail_at(folder: Path, number: int, seed: int, failure: type[apsw.Error], acts: int) -> bool:
    """Let one operation fail on the way; whether it came to that. What was acknowledged is there, and nothing half."""
    folder.mkdir(parents=True)
    path, random = begin(folder), Random(seed)
    acknowledged, told = 0, False
    with simulated() as disk:
        desk: Desk | None = None
        try:
            desk = file_desk(path)
            desk.database.connection.execute(OFTEN)
            disk.fails_at, disk.failure = len(disk.log) + number, failure
            for _ in range(acts):
                act(desk, random.choice(ACTS), random.randrange(2**32))
                acknowledged = backup.step(desk.database)
        except errors.HallwayError:
            told = True
        finally:
            disk.fails_at = None
            with suppress(errors.HallwayError, apsw.Error):
                if desk is not None:
                    desk.close()
    again = file_desk(path)
    assert again.ask(safety.check) == (), number
    assert acknowledged <= backup.step(again.database) <= acknowledged + STEPS_OF_AN_ACT, number
    again.close()
    shutil.rmtree(folder)
    return told
