"""Makes a packaged Hallway: a folder by PyInstaller, proven by its own self-test, and the archives of that folder."""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import environment
from environment import ROOT
from machine import Trouble

BUILD, DIST = ROOT / "build", ROOT / "dist"
ICONS = BUILD / "package" / "icons"
SPEC = ROOT / "packaging" / "pyinstaller" / "hallway.spec"
TOOLS = Path(__file__).parent
BESIDE = ("README.md", "LICENSE", "CHANGELOG.md")
"""What lies beside the program in the archive that is only unpacked."""
STARTS = 5


def version(root: Path = ROOT) -> str:
    """Hallway's own, from the one place where it is written."""
    found = re.search(r'__version__ = "(.+)"', (root / "app/hallway/__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def system(name: str = sys.platform, machine: str = platform.machine()) -> str:
    """What a file for this system is called by: linux-x86_64, macos-arm64, windows-amd64."""
    return f"{ {'darwin': 'macos', 'win32': 'windows'}.get(name, name) }-{machine.lower()}"


def moment(variables: Mapping[str, str] = os.environ) -> int:
    """The second that stands in every archive, so that the same source makes the same archive: its last commit's."""
    if given := variables.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(told.stdout.strip() or "0")


def bundle() -> Path:
    """Build dist/hallway and prove it. Raises `Trouble`; then what was there before stays."""
    work = BUILD / "package"
    shutil.rmtree(work, ignore_errors=True)
    _run([environment.python(), TOOLS / "icons.py", ICONS], "The icons could not be made.")
    told = work / "licences" / "components.toml"
    _run([environment.python(), TOOLS / "licences.py", told], "The licences could not be told.")
    build: list[str | Path] = [environment.python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    build += ["--workpath", work / "work", "--distpath", work / "dist", SPEC]
    _run(build, "PyInstaller could not build the program. Its own words are above.", HALLWAY_BUILD=str(work))
    built = work / "dist" / "hallway"
    prove(built)
    DIST.mkdir(exist_ok=True)
    for one in (work / "dist").iterdir():
        place = DIST / one.name
        shutil.rmtree(place, ignore_errors=True)
        one.rename(place)
    return DIST / "hallway"


def program(folder: Path) -> Path:
    """What is started in a built folder; on Windows the one that can speak to a console."""
    return folder / ("hallway.exe" if sys.platform == "win32" else "hallway")


def prove(folder: Path) -> None:
    """Let a built program try itself where there is nothing of Python. Raises `Trouble`."""
    with tempfile.TemporaryDirectory() as home:
        told = subprocess.run([program(folder), "self-test"], env=_bare(Path(home)), check=False, timeout=600)
    if told.returncode != 0:
        raise Trouble("The program was built and does not work; it stays in build/.")


def start_up(folder: Path) -> float:
    """Seconds from calling it to a painted first page of an empty record: the middle of a few."""
    with tempfile.TemporaryDirectory() as home:
        taken = []
        for _ in range(STARTS):
            begun = time.perf_counter()
            subprocess.run([program(folder), "--quit-when-ready"], env=_bare(Path(home)), check=True, timeout=60)
            taken.append(time.perf_counter() - begun)
    return median(taken)


def size(folder: Path) -> int:
    """Bytes of every file in a folder; what is only a link counts once."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def archive(folder: Path, out: Path, seconds: int) -> Path:
    """A .tar.gz of a built folder with what is to be read beside it; the same folder makes the same bytes."""
    top = f"hallway-{version()}-{system()}"
    place = out / f"{top}.tar.gz"
    new = place.with_name(f".{place.name}.tmp")
    inside = {f"{top}/{name}": ROOT / name for name in BESIDE}
    inside |= {f"{top}/{file.relative_to(folder).as_posix()}": file for file in sorted(folder.rglob("*"))}
    with (
        new.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=seconds) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, file in inside.items():
            tar.add(file, name, recursive=False, filter=lambda one: _of_nobody(one, seconds))
    new.replace(place)
    return place


def _of_nobody(entry: tarfile.TarInfo, seconds: int) -> tarfile.TarInfo:
    """Whoever unpacks it owns it, and nobody knows who packed it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = seconds
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def _bare(home: Path) -> dict[str, str]:
    """A machine's variables without any way to a Python, with a home of its own and no screen."""
    kept = {name: value for name, value in os.environ.items() if name in {"SYSTEMROOT", "LANG", "LC_ALL"}}
    return kept | {
        "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home),
        "TMPDIR": str(home), "PATH": "", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip


def _run(command: list[str | Path], complaint: str, **variables: str) -> None:
    if subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode != 0:
        raise Trouble(complaint)


if __name__ == "__main__":
    try:
        bundle()
    except Trouble as trouble:
        sys.exit(str(trouble))
