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
MOST_TIME_LARGE, MOST_MEMORY_LARGE = 1.8, 2.0
HERE = Path(__file__).parent

Figures = tuple[float, float]


def rows(scale: float) -> list[Row]:
    """The record opened is the whole book, an empty one, and one ten times as large; the page is the first one."""
    people = books.scaled(scale)
    homes = {0: books.empty_folder(), people: books.copy(books.book(people)), people * 10: _large(people * 10)}
    bare = [sys.executable, str(HERE / "bare_window.py")]
    ours = [[sys.executable, "-m", "hallway", "--home", str(home), "--quit-when-ready"] for home in homes.values()]
    with screen() as variables:
        floor, *figures = (medians(own) for own in in_turn([bare, *ours], variables))
    return [
        row
        for (count, most), (time, memory) in zip(_promised(people), figures, strict=True)
        for row in (
            against_floor(f"start to first page, {count:,} people", "ms", time, floor[0], most[0]),
            against_floor(f"memory at the start, {count:,} people", "MB", memory, floor[1], most[1]),
        )
    ]


def _promised(people: int) -> list[tuple[int, tuple[float, float]]]:
    """How many times the bare window, in time and memory, for each size of the book."""
    usual, large = (MOST_TIME, MOST_MEMORY), (MOST_TIME_LARGE, MOST_MEMORY_LARGE)
    return [(0, usual), (people, usual), (people * 10, large)]


def _large(people: int) -> Path:
    """A book that nobody else needs a copy of: it is only opened."""
    return books.book(people).home


def in_turn(commands: list[list[str]], variables: dict[str, str]) -> list[list[Figures]]:
    """Time in milliseconds and largest memory in megabytes of each command, one after the other and again."""
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


def medians(own: list[Figures]) -> Figures:
    """The middle time and the middle memory."""
    return median(time for time, _ in own), median(memory for _, memory in own)
