"""A full disk: told as such, nothing lost, and the same write works once there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_disk import run_on_a_small_disk

FILL = """
import os, sys
from pathlib import Path
from hallway.domain import errors
from hallway.domain.people import NewPerson
from hallway.store import bulk
from hallway.usecases import people, safety
from tests.makers import add_person, everything, file_desk

folder = Path(sys.argv[1])
spare = folder / "spare"
spare.write_bytes(b"x" * 1_000_000)
desk = file_desk(folder / "hallway.db")

def fill(write):
    "Write until there is no room; returns how many writes were acknowledged."
    for number in range(10_000):
        try:
            write(f"Person {number}")
        except errors.DiskFull as trouble:
            assert trouble.what and trouble.safe and trouble.do
            return number
    raise AssertionError("never full")

def alone(name):
    add_person(desk, name, notes="x" * 9000)

def several(name):
    desk.do(people.add_several, [NewPerson(name, notes=os.urandom(3000).hex()) for _ in range(20)])

for write, size in ((alone, 1), (several, 20)):
    there = desk.ask(people.count)
    written = fill(write)
    assert desk.ask(people.count) == there + written * size, "lost or half"
    assert desk.ask(safety.check) == ()
    before = everything(desk)
    try:
        while True:
            with open(folder / "more", "ab") as file:
                file.write(b"y" * 4096)
    except OSError:
        pass
    try:
        write("not even this")
    except errors.DiskFull:
        assert everything(desk) == before
    else:
        raise AssertionError("there was room")
    (folder / "more").unlink()
    spare.unlink(missing_ok=True)
    write("now there is room")
    assert desk.ask(people.count) == there + (written + 1) * size
    if write is alone:
        desk.undo()
        desk.close()  # folds the journal, which makes room
        desk = file_desk(folder / "hallway.db")
        spare.write_bytes(b"x" * 300_000)

desk.close()
desk = file_desk(folder / "hallway.db")
assert desk.ask(safety.check) == ()
desk.close()
print("sound")
"""

FIRST_START = """
import sys
from pathlib import Path
from hallway.domain import errors
from hallway.store.database import open_database

folder = Path(sys.argv[1])
try:
    while True:
        with open(folder / "full", "ab") as file:
            file.write(b"y" * 4096)
except OSError:
    pass
try:
    open_database(folder / "hallway.db")
except errors.DiskFull:
    assert [file.name for file in folder.iterdir()] == ["full"]
    (folder / "full").unlink()
    open_database(folder / "hallway.db").close()
    print("sound")
"""


@pytest.mark.parametrize("kilobytes", [2048, 3072, 5000])
def test_nothing_is_lost(tmp_path: Path, kilobytes: int) -> None:
    done = run_on_a_small_disk(tmp_path, FILL, kilobytes)
    assert done.stdout.strip() == "sound", done.stderr


def test_a_first_start_leaves_nothing_behind(tmp_path: Path) -> None:
    done = run_on_a_small_disk(tmp_path, FIRST_START, 1024)
    assert done.stdout.strip() == "sound", done.stderr
