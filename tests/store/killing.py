"""Killing a writer at any moment: what it had acknowledged must be there, and nothing by halves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from hallway.usecases import safety
from tests.makers import file_desk

BATCH = 40
WRITER = f"""
import sys
from pathlib import Path
from random import Random
from hallway.domain import errors
from hallway.domain.interactions import NewInteraction, NewPromise, Participant
from hallway.domain.people import NewPerson
from hallway.usecases import interactions, people, promises
from tests.makers import TODAY, file_desk

desk, random = file_desk(Path(sys.argv[1])), Random(int(sys.argv[2]))

def add_many(step):
    for number in range({BATCH}):
        id_ = people.add(step, NewPerson(f"Person {{number}}", groups=("Cohort",), notes="x" * random.randrange(3000)))
        moment = interactions.log(step, NewInteraction(TODAY, (Participant(id_),), summary="looms"))
        promises.add(step, NewPromise(id_, "the draft", interaction_id=moment))

while True:
    try:
        random.choice([desk.undo, desk.redo, *[lambda: desk.do(add_many)] * 3])()
    except errors.NothingToUndo:
        continue
    print(desk.database.rows("SELECT count(*) FROM person")[0][0], flush=True)
"""
COUNTS = """SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM participant), (SELECT count(*) FROM promise),
                   (SELECT count(*) FROM group_member), (SELECT count(*) FROM glance)"""


def kill_once(path: Path, seed: int) -> int:
    """Start a writer, kill it after a while, open its file and check. Returns how many steps it acknowledged."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", WRITER, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(Random(seed).random() * 0.15)
        writer.kill()
        acknowledged = [int(line) for line in (first + writer.stdout.read()).splitlines()]
    check(path, acknowledged[-1])
    return len(acknowledged)


def check(path: Path, acknowledged: int) -> None:
    desk = file_desk(path)
    counts = desk.database.rows(COUNTS)[0]
    assert len(set(counts)) == 1, f"half a step: {counts}"
    assert counts[0] % BATCH == 0
    assert abs(counts[0] - acknowledged) <= BATCH, f"{counts[0]} people, {acknowledged} acknowledged"
    assert desk.ask(safety.check) == ()
    desk.close()
