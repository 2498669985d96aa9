"""Work that is killed at any moment: edits, an import, a merge, a migration, a copy, going back to one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import apsw

from hallway.domain.backups import Why
from hallway.store.schema import NEWEST
from hallway.usecases import backing_up, people, restoring, safety
from tests.makers import add_person, file_desk
from tests.store import shapes
from tests.store.killing import kill_once
from tests.tiers import COPY_KILLS, KILLS, MIGRATION_KILLS, Goal

BATCH = 150
BEGIN = """
import sys
from pathlib import Path
from random import Random
from tests.makers import add_person, file_desk
path, random = Path(sys.argv[1]), Random(int(sys.argv[2]))
"""
IMPORT = f"""
from hallway.domain.importing import Page, Reading
from hallway.domain.records import Email, PersonRecord, Work
from hallway.usecases import importing, people
desk = file_desk(path)
while True:
    batch = random.randrange(10**9)
    file = tuple(
        PersonRecord(f"Person {{batch}} {{at}}", emails=(Email(f"{{batch}}.{{at}}@x.example"),), works=(Work("Looms"),))
        for at in range({BATCH})
    )
    desk.do(importing.apply, desk.ask(importing.review, Reading((Page("x.vcf", "vcard", file),))))
    print(desk.ask(people.count), flush=True)
"""
MERGE = """
from hallway.usecases import duplicates, people
desk = file_desk(path)
while True:
    one, other = add_person(desk, "Ada Lovelace", emails=()), add_person(desk, "A. Lovelace")
    desk.do(duplicates.merge, one, other, {})
    print(desk.ask(people.count), flush=True)
"""
COPY = """
from hallway.domain.backups import Why
from hallway.usecases import backing_up
desk = file_desk(path)
while True:
    add_person(desk, "Ada Lovelace")
    print(backing_up.make(desk, Why.ASKED).name, flush=True)
"""
GO_BACK = """
from hallway.usecases import backing_up, people, restoring
desk = file_desk(path)
copies = [backing_up.folder_of(desk) / copy.name for copy in backing_up.listed(desk)]
while True:
    restoring.restore(desk, random.choice(copies[-2:]))
    print(desk.ask(people.count), flush=True)
"""
MIGRATE = """
import shutil
from hallway.store.database import open_database
while True:
    for beside in path.parent.glob(path.name + "-*"):
        beside.unlink()
    shutil.copy(path.with_suffix(".old"), path.with_suffix(".new")).replace(path)
    open_database(path).close()
    print("1", flush=True)
"""


def killed(script: str, path: Path, seed: int) -> list[str]:
    """Start the work, kill it after a while; what it had acknowledged."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", BEGIN + script, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(Random(seed).random() * 0.2)
        worker.kill()
        return (first + worker.stdout.read()).splitlines()


def kill_import(path: Path, seed: int) -> None:
    """Every import is there whole or not at all."""
    acknowledged = int(killed(IMPORT, path, seed)[-1])
    desk = file_desk(path)
    there = desk.ask(people.count)
    assert there % BATCH == 0 and acknowledged <= there <= acknowledged + BATCH, (there, acknowledged)
    assert desk.ask(safety.check) == ()
    desk.close()


def kill_merge(path: Path, seed: int) -> None:
    """Two are one or two, and nothing of them is lost between."""
    acknowledged = int(killed(MERGE, path, seed)[-1])
    desk = file_desk(path)
    assert acknowledged <= desk.ask(people.count) <= acknowledged + 2
    assert desk.ask(safety.check) == ()
    desk.close()


def kill_copy(path: Path, seed: int) -> None:
    """Whatever is listed as a copy is one, and what was acknowledged is listed."""
    acknowledged = killed(COPY, path, seed)
    desk = file_desk(path)
    listed = [copy.name for copy in backing_up.listed(desk)]
    assert set(acknowledged) <= set(listed)
    for name in listed[-5:]:
        restoring.look_at(backing_up.folder_of(desk) / name)
    assert desk.ask(safety.check) == ()
    desk.close()


def kill_going_back(path: Path, seed: int) -> None:
    """The record is what one copy holds or what the other one does."""
    if not path.exists():
        desk = file_desk(path)
        for count in (10, 20):
            for at in range(10):
                add_person(desk, f"Person {count} {at}")
            backing_up.make(desk, Why.ASKED)
        desk.close()
    killed(GO_BACK, path, seed)
    desk = file_desk(path)
    assert desk.ask(people.count) in (10, 20)
    assert desk.ask(safety.check) == ()
    desk.close()


def kill_migration(path: Path, seed: int) -> None:
    """A record of an older shape is brought to the newest one, or is as it was; and nothing in it is lost."""
    shape, old = 1 + seed % (NEWEST - 1), path.with_suffix(".old")
    old.unlink(missing_ok=True)
    rows = shapes.make(old, shape)
    killed(MIGRATE, path, seed)
    bare = apsw.Connection(str(path))
    there = bare.pragma("user_version")
    bare.close()
    assert there in (shape, NEWEST)
    desk = file_desk(path)
    assert desk.ask(safety.check) == ()
    desk.close()
    assert shapes.held(path, rows, shape) == rows


WORKLOADS: dict[str, Callable[[Path, int], object]] = {
    "edits": kill_once, "import": kill_import, "merge": kill_merge, "copy": kill_copy, "going back": kill_going_back,
    "migration": kill_migration,
}  # fmt: skip


def kills_in(name: str) -> Goal:
    """How often such work is killed, in each tier."""
    if name in ("copy", "going back"):
        return COPY_KILLS
    times, parts = (NEWEST - 1, 1) if name == "migration" else (1, len(WORKLOADS))
    goal = MIGRATION_KILLS if name == "migration" else KILLS
    return Goal(*(-(-count * times // parts) for count in goal))
