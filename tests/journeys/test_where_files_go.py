"""What Hallway keeps lies in its data folder and beside it, for its owner alone; and nothing goes anywhere else."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
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


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def live(person: Person, under: Sequence[str] = ()) -> None:
    """Meet, bring in, save, copy, look: what one does with Hallway, and the window once."""
    (person.folders["desk"] / "card.vcf").write_text(CARD, encoding="utf-8")
    for words in (
        ["met", f"Grace {MARKER}, compilers"], ["import", "card.vcf", str(SAMPLES / "linkedin_messages.csv")],
        ["export", "people", "out.vcf"], ["backup"], ["check"], ["--quit-when-ready"],
    ):  # fmt: skip
        person.does(*words, under=under)


def test_p6_nothing_lies_outside_the_data_folder_but_what_was_asked_for(person: Person) -> None:
    live(person)
    assert person.elsewhere() == {"card.vcf", "out.vcf"}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes of files")
def test_p1_every_file_and_folder_is_for_its_owner_alone(person: Person) -> None:
    live(person)
    ours = [person.data, person.data.with_name("data-backups")]
    found = [one for folder in ours for one in (folder, *folder.rglob("*"))]
    assert {one.name for one in found} >= {"data", "data-backups", "hallway.db", "hallway.lock", "window.ini"}
    modes = {one: one.stat().st_mode & 0o777 for one in found}
    assert {one: oct(mode) for one, mode in modes.items() if mode != (0o700 if one.is_dir() else 0o600)} == {}


@pytest.mark.skipif(shutil.which("strace") is None, reason="calls of the system are watched with strace")
def test_p2_nothing_is_asked_of_the_network(person: Person, tmp_path: Path) -> None:
    seen = tmp_path / "calls"
    watching = ["strace", "-f", "-A", "-e", "trace=%network", "-o", str(seen)]
    if subprocess.run([*watching, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody watch the calls of the system")
    live(person, under=watching)
    assert "AF_UNIX" in seen.read_text(), "nothing at all was seen"
    assert "AF_INET" not in seen.read_text()
    subprocess.run([*watching, sys.executable, "-c", "import socket; socket.socket()"], check=True)
    assert "AF_INET" in seen.read_text(), "a socket would have been seen"


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
