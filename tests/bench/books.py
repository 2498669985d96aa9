"""Made-up records to measure with: filled by `hallway demo`, once for a whole run, thrown away after it."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from hallway.host.clock import FixedClock
from hallway.host.paths import database_path
from hallway.store.database import open_database
from hallway.usecases.desk import Desk

PROMISED = 10_000
"""People in the book that the promises are made for."""

NOW = "2026-06-23T09:15:00+02:00"
ENVIRONMENT = os.environ | {"HALLWAY_NOW": NOW}


@dataclass(frozen=True, slots=True)
class Book:
    """A data folder, how many people it holds, and how many seconds `hallway demo` took to fill it."""

    home: Path
    people: int
    seconds: float


@cache
def book(people: int) -> Book:
    """The book with so many people; nobody writes in it."""
    home = _shelf() / f"book-{people}"
    command = [sys.executable, "-m", "hallway", "--home", str(home), "demo", "--people", str(people), "--seed", "1"]
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return Book(home, people, time.perf_counter() - start)


def copy(of: Book) -> Path:
    """A data folder of one's own, to write in."""
    home = Path(tempfile.mkdtemp(prefix="copy-", dir=_shelf()))
    return Path(shutil.copytree(of.home, home, dirs_exist_ok=True))


def empty_folder() -> Path:
    """A new folder that goes with the run."""
    return Path(tempfile.mkdtemp(prefix="empty-", dir=_shelf()))


def desk(home: Path) -> Desk:
    """The desk before the record of a folder, on the day the books were filled."""
    return Desk(open_database(database_path(home)), FixedClock(datetime.fromisoformat(NOW)), "bench")


def scaled(scale: float, of: int = PROMISED) -> int:
    """So large a share of a number, and never too little to tell anything."""
    return max(20, round(of * scale))


@cache
def _shelf() -> Path:
    shelf = Path(tempfile.mkdtemp(prefix="hallway-bench-"))
    atexit.register(shutil.rmtree, shelf, ignore_errors=True)
    return shelf
