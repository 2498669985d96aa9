"""From a process that starts to a first painted page, and the memory this takes, against a bare window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench import books
from tests.bench.rows import Row, against_floor
from tests.bench.screen import screen

TIMES = 10
MOST_TIME, MOST_MEMORY = 1.6, 1.6
HERE = Path(__file__).parent

Figures = tuple[float, float]


def rows(scale: float) -> list[Row]:
    """The record opened is the whole book; the page is the one a person starts with."""
    home = books.copy(books.book(books.scaled(scale)))
    bare = [sys.executable, str(HERE / "bare_window.py")]
    ours = [sys.executable, "-m", "hallway", "--home", str(home), "--quit-when-ready"]
    with screen() as variables:
        taken = _in_turn([bare, ours], variables)
    floor, figures = (_medians(own) for own in taken)
    return [
        against_floor("start to first page", "ms", figures[0], floor[0], MOST_TIME),
        against_floor("memory at the start", "MB", figures[1], floor[1], MOST_MEMORY),
    ]


def _in_turn(commands: list[list[str]], variables: dict[str, str]) -> list[list[Figures]]:
    taken: list[list[Figures]] = [[] for _ in commands]
    for _ in range(TIMES + 1):
        for command, own in zip(commands, taken, strict=True):
            own.append(_figures(command, variables))
    return [own[1:] for own in taken]  # the first round fills the caches of the disk


def _figures(command: list[str], variables: dict[str, str]) -> Figures:
    """Milliseconds and megabytes of one run."""
    spawn = [sys.executable, "-I", "-S", str(HERE / "spawned.py"), *command]
    answer = subprocess.run(spawn, env=books.ENVIRONMENT | variables, check=True, capture_output=True, text=True)
    elapsed, kilobytes = answer.stdout.split()[-2:]
    return float(elapsed), float(kilobytes) / 1024


def _medians(own: list[Figures]) -> Figures:
    return median(time for time, _ in own), median(memory for _, memory in own)
