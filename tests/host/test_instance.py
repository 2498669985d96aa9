"""One Hallway at a time, whatever happens to the first."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from hallway.host import mailbox
from hallway.host.instance import CAPTURE, COME_FORWARD, Instance

APP = Path(__file__).resolve().parents[2] / "app"
START = f"""
import sys, time
sys.path.insert(0, {str(APP)!r})
from pathlib import Path
from hallway.host.instance import Instance
instance = Instance(Path(sys.argv[1]))
"""


def _start(folder: Path, script: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", START + script, str(folder)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_second_is_refused_and_sends_its_wish(tmp_path: Path) -> None:
    with Instance(tmp_path) as first, Instance(tmp_path) as second:
        assert (first.acquire(), first.acquire(), second.acquire()) == (True, True, False)
        first.listen()
        assert first.read_messages() == []
        assert second.send(COME_FORWARD) and second.send(CAPTURE)
        assert first.read_messages() == [COME_FORWARD, CAPTURE]
        assert first.read_messages() == []


def test_the_next_one_comes_in_after_release(tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.acquire()
    first.listen()
    first.release()
    assert second.acquire()
    second.listen()
    second.release()
    assert [path.name for path in tmp_path.iterdir()] == ["hallway.lock"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no socket to watch")
@pytest.mark.parametrize("depth", [0, 12])
def test_the_box_can_be_watched_also_under_a_long_path(tmp_path: Path, depth: int) -> None:
    folder = tmp_path.joinpath(*["a-long-folder-name"] * depth)
    folder.mkdir(parents=True, exist_ok=True)
    with Instance(folder) as first:
        first.acquire()
        first.listen()
        handle = first.fileno()
        if handle is None:
            pytest.skip("no socket under such a long path on this system")
        assert select.select([handle], [], [], 0)[0] == []
        assert Instance(folder).send("hello")
        assert select.select([handle], [], [], 5)[0] == [handle]
        assert first.read_messages() == ["hello"]
        assert (folder / mailbox.SOCKET).stat().st_mode & 0o077 == 0


def test_folder_box_where_there_are_no_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "_has_sockets", lambda folder: False)
    with Instance(tmp_path) as first:
        first.acquire()
        first.listen()
        assert Instance(tmp_path).send("one") and Instance(tmp_path).send("two")
        assert (first.fileno(), first.read_messages(), first.read_messages()) == (None, ["one", "two"], [])
    assert [path.name for path in tmp_path.iterdir()] == ["hallway.lock"]


def test_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "PATIENCE", 0.1)
    assert not Instance(tmp_path).send("hello")
    with pytest.raises(RuntimeError):
        Instance(tmp_path).listen()


def test_lock_of_a_killed_program_is_taken_over(tmp_path: Path) -> None:
    with _start(tmp_path, 'instance.acquire(); instance.listen(); print("in", flush=True); time.sleep(60)') as first:
        assert first.stdout is not None and first.stdout.readline() == "in\n"
        with Instance(tmp_path) as second:
            assert not second.acquire()
            first.kill()
            first.wait()
            assert second.acquire()
            second.listen()
            assert Instance(tmp_path).send("hello")
            assert second.read_messages() == ["hello"]


def test_of_twenty_starts_one_gets_in(tmp_path: Path) -> None:
    script = "sys.stdin.readline(); print(instance.acquire(), flush=True); sys.stdin.readline()"
    starts = [_start(tmp_path, script) for _ in range(20)]
    answers = []
    for step in range(2):
        for start in starts:
            assert start.stdin is not None
            start.stdin.write("go\n")
            start.stdin.flush()
        if step == 0:
            answers = [start.stdout.readline().strip() for start in starts if start.stdout]
    for start in starts:
        start.communicate(timeout=30)
    assert sorted(answers) == ["False"] * 19 + ["True"]


def test_f7_a_folder_left_open_by_another_computer_is_named(tmp_path: Path) -> None:
    with Instance(tmp_path, "library") as there:
        assert there.acquire() and there.elsewhere == ""
        left = (tmp_path / "hallway.lock").read_bytes()
    (tmp_path / "hallway.lock").write_bytes(left)  # as on a disk where the lock itself is not known here
    with Instance(tmp_path, "laptop") as here:
        assert here.acquire() and here.elsewhere == "library"
    assert (tmp_path / "hallway.lock").read_bytes() == left, "looking takes no name out"
    with Instance(tmp_path, "laptop") as here:
        assert here.acquire()
        here.claim()
        assert here.elsewhere == ""
    with Instance(tmp_path, "library") as there:
        assert there.acquire() and there.elsewhere == ""


def test_f7_a_kill_on_this_computer_is_no_reason_to_ask(tmp_path: Path) -> None:
    (tmp_path / "hallway.lock").write_bytes(b" laptop")
    with Instance(tmp_path, "laptop") as here:
        assert here.acquire() and here.elsewhere == ""
