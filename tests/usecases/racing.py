"""Several Hallways started at the same moment on one data folder, each of which also writes something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hallway.host import paths
from hallway.usecases import people, safety
from tests.makers import file_desk

STARTERS = 3
START = """
import sys
from pathlib import Path
from hallway.host import paths
from hallway.host.instance import Instance
from tests.makers import add_person, file_desk
home, name = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
instance = Instance(home)
print("in" if instance.acquire() else "out", flush=True)
add_person(file_desk(paths.database_path(home)), name)
print("added", flush=True)
sys.stdin.readline()
"""


def race(home: Path, number: int) -> None:
    """Let them off at once and kill whoever came in: exactly one does, and what each of them wrote is there."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    commands = ([sys.executable, "-c", START, str(home), f"Person {number} {at}"] for at in range(STARTERS))
    pipe = subprocess.PIPE
    starters = [subprocess.Popen(one, stdin=pipe, stdout=pipe, env=environment, text=True) for one in commands]
    try:
        assert [_said(one) for one in starters] == ["ready"] * STARTERS
        for one in starters:
            _let_go_on(one)
        outcomes = [_said(one) for one in starters]
        assert sorted(outcomes) == ["in", *["out"] * (STARTERS - 1)], (number, outcomes)
        assert [_said(one) for one in starters] == ["added"] * STARTERS
        starters[outcomes.index("in")].kill()
        for one in starters:
            _let_go_on(one)
    finally:
        for one in starters:
            one.kill()
            one.communicate()
    _look(home, (number + 1) * STARTERS)


def _said(one: subprocess.Popen[str]) -> str:
    assert one.stdout is not None
    return one.stdout.readline().strip()


def _let_go_on(one: subprocess.Popen[str]) -> None:
    assert one.stdin is not None
    if one.poll() is None:
        one.stdin.write("\n")
        one.stdin.flush()


def _look(home: Path, expected: int) -> None:
    desk = file_desk(paths.database_path(home))
    assert desk.ask(people.count) == expected, "an update was lost"
    assert desk.ask(safety.check) == ()
    desk.close()
