"""What the workshop can do: set up, run, test, check, measure. Each task sets up what it needs first."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import deb
import environment
import machine
import packing
from environment import ROOT, Lock
from machine import TO_SHOW, TO_START, Library, Trouble

DEMO = ROOT / ".demo"

Command = list[str | Path]


def set_up(lock: Lock, libraries: tuple[Library, ...]) -> None:
    """Bring the machine and .venv into the state a task needs; well under a second when they are."""
    ready = environment.is_ready(lock)
    packages = [] if ready or environment.version() else machine.missing_for_environments()
    machine.provide(machine.missing(libraries), packages)
    if not ready:
        environment.prepare(lock)


def call(command: Command, **variables: str) -> int:
    """Run a program from the top of the tree and hand on its exit code."""
    try:
        return subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode
    except KeyboardInterrupt:
        return 130  # as a shell reports Ctrl+C


def setup(_: list[str]) -> int:
    """Set everything up and leave .venv ready for every other task."""
    set_up("dev", TO_START + TO_SHOW)
    print("Hallway is set up in .venv")
    return 0


def run(arguments: list[str]) -> int:
    """Open the app; further words are handed on to it."""
    set_up("run", TO_START if machine.draws_offscreen(os.environ) else TO_START + TO_SHOW)
    machine.require_screen(os.environ)
    return call([environment.python(), "-m", "hallway", *arguments])


def demo(arguments: list[str]) -> int:
    """Open a made-up network, kept apart from your own in .demo."""
    set_up("run", TO_START)
    if not DEMO.exists():
        filling = ROOT / ".demo-filling"  # renamed when whole, so that a stopped one is not taken for it
        shutil.rmtree(filling, ignore_errors=True)
        if code := call([environment.python(), "-m", "hallway", "--home", filling, "demo"]):
            return code
        filling.rename(DEMO)
    return run(["--home", str(DEMO), *arguments])


def test(arguments: list[str]) -> int:
    """Run the tests without a screen; further words go to pytest."""
    set_up("dev", TO_START)
    # No second life for a crashed worker: a crash is a failure, not a retry.
    spread = ["-n", "2", "--max-worker-restart=0"]
    return call([environment.python(), "-m", "pytest", *spread, *arguments], QT_QPA_PLATFORM="offscreen")


def soak(arguments: list[str]) -> int:
    """Run the long random walks, as far as HALLWAY_TIER says: change, nightly (if it says nothing) or release."""
    set_up("dev", TO_START)
    walks = ["-m", "soak", "--timeout", "3600", "-n", "2", "--dist", "worksteal", "--max-worker-restart=0"]
    command: Command = [environment.python(), "-m", "pytest", "tests/soak", *walks, *arguments]
    return call(command, QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Measure speed against what was promised; `--scale 0.1` for a quick look."""
    set_up("dev", TO_START)
    return call([environment.python(), "-m", "tests.bench", *arguments], QT_QPA_PLATFORM="offscreen")


def check(_: list[str]) -> int:
    """Style (ruff), types (mypy --strict) and walls (import-linter); all three report before it ends."""
    set_up("dev", ())
    codes = [
        call([environment.program("ruff"), "check", "."]),
        call([environment.python(), "-m", "mypy"]),
        call([environment.program("lint-imports"), "--no-cache", "--no-logo"]),
    ]
    return max(codes)


def package(_: list[str]) -> int:
    """Build a Hallway that needs no Python, in dist/; it has to pass its own self-test."""
    set_up("dev", TO_START)
    machine.provide_binutils()
    built = packing.bundle()
    print(f"{built}: {packing.size(built) / 1_000_000:.0f} MB, starts in {packing.start_up(built):.2f} s", flush=True)
    moment = packing.moment()
    made = [packing.archive(built, packing.DIST, moment)]
    if shutil.which("dpkg-deb"):
        made.append(deb.build(built, packing.ICONS, packing.DIST, moment))
    for one in made:
        print(f"{one}: {one.stat().st_size / 1_000_000:.0f} MB")
    return 0


def lock(_: list[str]) -> int:
    """Renew packaging/locks from pyproject.toml; needs uv."""
    if not shutil.which("uv"):
        raise Trouble("The locks are made by uv. Please install it (pipx install uv) and try again.")
    common = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    # Nothing of this machine may stay in the locks: neither addresses nor paths.
    common += ["--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--upgrade"]
    dev = ["--group", "dev", "--constraint", "packaging/locks/run.txt", "-o", "packaging/locks/dev.txt"]
    return call([*common, "-o", "packaging/locks/run.txt"]) or call([*common, *dev])


TASKS: dict[str, Callable[[list[str]], int]] = {
    task.__name__: task for task in (run, demo, test, check, bench, soak, package, setup, lock)
}


def overview() -> str:
    """The tasks, one a line, each by the first line of its own description."""
    lines = [f"  {name:<6} {(task.__doc__ or '').splitlines()[0]}" for name, task in TASKS.items()]
    return "\n".join(["python3 packaging/tools/dev.py TASK", "", *lines])


def main(arguments: list[str]) -> int:
    """Carry out the task that the first word names; returns the exit code (2: no such task)."""
    name, *rest = arguments or [""]
    if name in {"-h", "--help", "help"}:
        print(overview())
        return 0
    if name not in TASKS:
        print(overview(), file=sys.stderr)
        return 2
    try:
        return TASKS[name](rest)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
