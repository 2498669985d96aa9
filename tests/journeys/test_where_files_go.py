"""What Hallway keeps lies in its data folder and beside it, and nowhere else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.formats.files import SAMPLES

MARKER = "Quillfeather"
CARD = f"BEGIN:VCARD\nVERSION:4.0\nFN:Ada {MARKER}\nN:{MARKER};Ada;;;\nNOTE:{MARKER} weaves\nEND:VCARD\n"


class Person:
    """Somebody at a machine with a home, a folder for temporary files and one to work in, all empty."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.folders = {name: folder / name for name in ("HOME", "TMPDIR", "desk")}
        for one in self.folders.values():
            one.mkdir()
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HALLWAY_"))}
        self.environment = keep | {name: str(path) for name, path in self.folders.items()}
        self.environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    def starts(self, *words: str) -> subprocess.Popen[bytes]:
        """Begin something."""
        command = [sys.executable, "-m", "hallway", "--home", str(self.data), *words]
        return subprocess.Popen(
            command, cwd=self.folders["desk"], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def does(self, *words: str) -> None:
        """Do something to its end."""
        running = self.starts(*words)
        said, _ = running.communicate(timeout=60)
        assert running.returncode == 0, said.decode()

    def elsewhere(self) -> set[str]:
        """Files outside the data folder and its copies that hold a name, or look like ours."""
        found = (path for folder in self.folders.values() for path in folder.rglob("*") if path.is_file())
        return {path.name for path in found if "hallway" in path.name.lower() or MARKER.encode() in path.read_bytes()}


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_p6_nothing_lies_outside_the_data_folder_but_what_was_asked_for(person: Person) -> None:
    (person.folders["desk"] / "card.vcf").write_text(CARD, encoding="utf-8")
    for words in (
        ["met", f"Grace {MARKER}, compilers"], ["import", "card.vcf", str(SAMPLES / "linkedin_messages.csv")],
        ["export", "people", "out.vcf"], ["backup"], ["check"], ["--quit-when-ready"],
    ):  # fmt: skip
        person.does(*words)
    assert person.elsewhere() == {"card.vcf", "out.vcf"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_p6_after_a_kill_the_next_start_leaves_nothing_outside(person: Person) -> None:
    person.does("met", f"Grace {MARKER}, compilers")
    for pause in (0.4, 0.8, 1.2):
        running = person.starts()
        time.sleep(pause)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    person.does("--quit-when-ready")
    assert person.elsewhere() == set()
    assert not [path for path in person.data.iterdir() if path.name.endswith(".tmp")]
