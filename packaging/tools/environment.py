"""The virtual environment in .venv: made once from hash-pinned locks, then only looked at."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

from machine import Trouble

Lock = Literal["run", "dev"]

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "locks"
READY = VENV / "hallway-ready.txt"  # written last, so an interrupted set-up is never taken for a whole one

PROBE = "import sys, importlib.util as u; print('%d.%d' % sys.version_info[:2] if u.find_spec('pip') else '')"


def python() -> Path:
    """The environment's own interpreter."""
    return program("python")


def program(name: str, platform: str = sys.platform) -> Path:
    """Where the environment keeps a program, whether it exists or not."""
    return VENV / "Scripts" / f"{name}.exe" if platform == "win32" else VENV / "bin" / name


def version() -> str:
    """The environment's Python, as "3.11"; "" when there is none that works."""
    try:
        answer = subprocess.run([python(), "-c", PROBE], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.stdout.strip()


def stamp(lock: Lock, python_version: str, root: Path = ROOT) -> str:
    """What READY says once `lock` is installed: it changes with the lock, the Python and the place."""
    digest = hashlib.sha256((root / "packaging" / "locks" / f"{lock}.txt").read_bytes()).hexdigest()
    return f"{lock} {digest} Python {python_version} in {root}\n"


def is_ready(lock: Lock) -> bool:
    """Whether nothing is left to do. The dev lock holds everything the run lock does."""
    if not READY.exists():
        return False
    written, here = READY.read_text(encoding="utf-8"), version()
    return bool(here) and written in {stamp(lock, here), stamp("dev", here)}


def prepare(lock: Lock) -> None:
    """Make or mend the environment so that it holds `lock`; quick when it does already."""
    READY.unlink(missing_ok=True)
    if not version():
        print("Making a virtual environment in .venv", flush=True)
        _call([sys.executable, "-m", "venv", "--clear", VENV], "The virtual environment could not be made.")
    print("Fetching what Hallway is built on; this happens once and takes a minute or two", flush=True)
    _install(LOCKS / f"{lock}.txt")
    _join_app()
    READY.write_text(stamp(lock, version()), encoding="utf-8")


def _install(lock: Path) -> None:
    # Wheels only: a hash then pins the very bytes that run, and nothing is built on the user's machine.
    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    if not sys.stdout.isatty():
        options.append("--quiet")
    command: list[str | Path] = [python(), "-m", "pip", "install", *options, "-r", lock]
    _call(command, "Some packages could not be fetched. Nothing is lost: once online, try again.")


def _join_app() -> None:
    """Make `import hallway` and the `hallway` command work here, straight from the tree."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([python(), "-c", ask], capture_output=True, text=True, check=True)
    packages = Path(answer.stdout.strip())
    # A relative path stays ASCII even when the home folder's name is not.
    (packages / "hallway.pth").write_text(os.path.relpath(ROOT / "app", packages) + "\n", encoding="ascii")
    if sys.platform == "win32":
        launcher, script = VENV / "Scripts" / "hallway.cmd", '@"%~dp0python.exe" -m hallway %*\n'
    else:
        launcher, script = VENV / "bin" / "hallway", '#!/bin/sh\nexec "${0%/*}/python" -m hallway "$@"\n'
    launcher.write_text(script, encoding="ascii")
    launcher.chmod(0o755)


def _call(command: list[str | Path], complaint: str) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise Trouble(complaint)
