"""Somebody at a machine, who starts Hallway as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

MARKER = "Quillfeather"
CARD = f"BEGIN:VCARD\nVERSION:4.0\nFN:Ada {MARKER}\nN:{MARKER};Ada;;;\nNOTE:{MARKER} weaves\nEND:VCARD\n"


class Person:
    """Somebody at a machine with a home, a folder for temporary files and one to work in, all empty."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.folders = {name: folder / name for name in ("HOME", "TMPDIR", "desk")}
        for one in self.folders.values():
            one.mkdir(parents=True)
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HALLWAY_"))}
        self.environment = keep | {name: str(path) for name, path in self.folders.items()}
        self.environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    def starts(self, *words: str, under: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """Begin something, perhaps under another program that watches; whatever is new may be read by everybody."""
        command = [*under, sys.executable, "-m", "hallway", "--home", str(self.data), *words]
        return subprocess.Popen(
            command, cwd=self.folders["desk"], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            umask=0 if os.name == "posix" else -1,
        )  # fmt: skip

    def does(self, *words: str, under: Sequence[str] = ()) -> None:
        """Do something to its end."""
        running = self.starts(*words, under=under)
        said, _ = running.communicate(timeout=60)
        assert running.returncode == 0, said.decode()

    def elsewhere(self) -> set[str]:
        """Files outside the data folder and its copies that hold a name, or look like ours."""
        found = (path for folder in self.folders.values() for path in folder.rglob("*") if path.is_file())
        return {path.name for path in found if "hallway" in path.name.lower() or MARKER.encode() in path.read_bytes()}
