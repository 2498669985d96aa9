"""A packaged Hallway, its size and its start, against the smallest bundle of a bare window with the same plugins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench import books
from tests.bench.bench_start import in_turn, medians
from tests.bench.rows import Row, against_floor
from tests.bench.screen import screen

ROOT = Path(__file__).resolve().parents[2]
MOST_SIZE, MOST_TIME = 1.15, 1.4
SPEC = Path(__file__).with_name("bare_bundle.spec")


def rows(scale: float) -> list[Row]:
    """Built first where it is not, which takes a minute; the start is that on an empty record, whatever the scale."""
    ours, bare = bundle(), bare_bundle()
    home = books.empty_folder()
    commands = [[str(bare / "bare")], [str(ours / "hallway"), "--home", str(home), "--quit-when-ready"]]
    with screen() as variables:
        (floor, _), (time, _) = (medians(own) for own in in_turn(commands, variables))
    return [
        against_floor("size of the bundle", "MB", megabytes(ours), megabytes(bare), MOST_SIZE),
        against_floor("start of the bundle to first page", "ms", time, floor, MOST_TIME),
    ]


def bundle() -> Path:
    """Hallway's, built anew when something of it has changed since."""
    made = ROOT / "dist" / "hallway"
    sources = (file for place in ("app", "resources", "packaging") for file in (ROOT / place).rglob("*.*"))
    newest = max(file.stat().st_mtime for file in sources if "__pycache__" not in file.parts)
    if not made.exists() or made.stat().st_mtime < newest:
        _run(str(ROOT / "packaging" / "tools" / "packing.py"))
    return made


def bare_bundle() -> Path:
    """The bare window's, built once."""
    place = ROOT / "build" / "bare"
    if not (place / "bare").exists():
        paths = ["--workpath", str(place / "work"), "--distpath", str(place)]
        _run("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *paths, str(SPEC))
    return place / "bare"


def megabytes(folder: Path) -> float:
    """What every file in it takes; links count once."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink()) / 1_000_000


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, stdout=sys.stderr)
