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
from tests.journeys.somebody import CARD, MARKER, Person


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
