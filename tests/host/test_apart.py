"""A function in a process of its own: what comes back, what it may take, and that it always goes again."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from hallway.domain.errors import Ambiguous, HallwayError, Stopped, Trouble, Unreadable
from hallway.domain.records import Email, PersonRecord
from hallway.host import apart, apart_process
from hallway.host.apart import Limits
from hallway.host.logs import BugElsewhere, describe
from tests.host.apart_acts import ERRORS

ACTS = "tests.host.apart_acts:"
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's, and so is /proc")


def act(name: str, *, report: apart.Report | None = None, limits: Limits | None = None, **arguments: object) -> Any:
    return apart.call(ACTS + name, arguments, report, limits)


def children() -> set[int]:
    """Processes of ours, the dead that nobody buried among them."""
    with suppress(FileNotFoundError):
        tasks = Path("/proc/self/task").iterdir()
        return {int(one) for task in tasks for one in (task / "children").read_text().split()}
    return set()


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    """No test here leaves a process, a thread or an open file."""
    before, threads, handles = children(), set(threading.enumerate()), handle_count()
    yield
    assert children() <= before
    assert set(threading.enumerate()) <= threads
    assert handle_count() <= handles


def handle_count() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


# --- what comes back ---------------------------------------------------------------------------------------


def test_a_value_goes_there_and_comes_back() -> None:
    people = tuple(PersonRecord(f"Ines {at}", emails=(Email("i@x.example"),), photo=b"\x89" * at) for at in range(1200))
    assert act("give_back", value=people) == people


def test_large_files_go_there_and_come_back_whole() -> None:
    data = os.urandom(1_000_000) * 30
    assert act("give_back", value=(("a.bin", data), ("b.bin", b""))) == (("a.bin", data), ("b.bin", b""))


def test_reports_are_handed_on_in_order() -> None:
    heard: list[tuple[int, int]] = []
    assert act("count", upto=300, report=lambda done, total: heard.append((done, total))) == 300
    assert sorted(heard) == heard
    assert {(done, 300) for done in range(300)} <= set(heard) <= {(0, 0), *((done, 300) for done in range(300))}


@pytest.mark.parametrize("which", ERRORS)
def test_an_error_of_ours_comes_back_the_same(which: str) -> None:
    with pytest.raises(HallwayError) as caught:
        act("raise_on_purpose", which=which)
    assert type(caught.value) is type(ERRORS[which])
    assert vars(caught.value) == vars(ERRORS[which])
    assert str(caught.value) == str(ERRORS[which])
    assert caught.value.__cause__ is None
    if isinstance(caught.value, Ambiguous):
        assert caught.value.choices == ("Ada L.", "Ada B.")


def test_what_is_printed_there_is_no_answer() -> None:
    assert act("chatter") == "the answer"


# --- what it may take --------------------------------------------------------------------------------------


def refusal(name: str, limits: Limits | None = None, **arguments: Any) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        act(name, limits=limits, **arguments)
    assert caught.value.what
    assert caught.value.safe == "Nothing was changed."
    assert caught.value.do
    return caught.value


@ONLY_LINUX
@pytest.mark.parametrize(("step", "limits"), [(3000, Limits()), (10, Limits(memory=150_000_000))])
def test_f17_room_has_an_end(step: int, limits: Limits) -> None:
    error = refusal("fill_memory", limits, megabytes=3000, step=step)
    assert error.what == "Reading this file took more room than Hallway gives a file."
    assert error.__cause__ is None


@ONLY_LINUX
def test_f17_time_of_the_processor_has_an_end() -> None:
    began = time.monotonic()
    assert "more time" in refusal("spin", Limits(processor=1)).what
    assert time.monotonic() - began < 10


def test_f17_silence_has_an_end() -> None:
    began = time.monotonic()
    assert "more time" in refusal("report_and_sleep", Limits(silence=0.3), seconds=60).what
    assert time.monotonic() - began < 5


def test_f17_whoever_speaks_may_take_longer() -> None:
    assert act("count", upto=2000, limits=Limits(silence=0.5)) == 2000


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV", "SIGABRT"])
def test_f17_a_process_that_is_killed_is_told_of_in_words(name: str) -> None:
    error = refusal("be_killed", number=int(getattr(signal, name)))
    assert error.what == "Reading this file took more room or time than Hallway gives a file."


@pytest.mark.parametrize("code", [0, 3])
def test_f17_a_process_that_leaves_is_told_of_in_words(code: int) -> None:
    error = refusal("end", code=code)
    assert error.what == "This file could not be read."
    assert str(error.__cause__) == f"end {code}"


@pytest.mark.parametrize(("name", "more"), [("dig", {"depth": 0}), ("nest", {"depth": 5_000})])
def test_f17_depth_has_an_end(name: str, more: dict[str, Any]) -> None:
    error = refusal(name, **more)
    assert error.what == "This file could not be read."
    assert "RecursionError" in str(error.__cause__)


@pytest.mark.parametrize(("name", "more"), [("much", {"size": 5_000_000}), ("many", {"number": 200_000})])
def test_f17_an_answer_has_an_end(name: str, more: dict[str, Any]) -> None:
    assert "more room" in refusal(name, Limits(answer=1_000_000), **more).what
    act(name, limits=Limits(answer=10_000_000), **more)


def test_f17_talk_without_end_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys\nwhile True: sys.stdout.buffer.write({frame(b'R', b'[1,2]')!r})"
    monkeypatch.setattr(apart_process, "command", lambda: [sys.executable, "-c", code])
    assert "more room" in refusal("any", Limits(answer=1_000_000)).what


def test_f17_a_bug_there_is_told_without_what_it_choked_on() -> None:
    error = refusal("fall_over", words="Ines Ångström, ines@lund.example")
    assert error.what == "This file could not be read."
    assert isinstance(error.__cause__, BugElsewhere)
    told = f"{error.sentence} {error.__cause__} {describe(error)}"
    assert "ValueError at host/apart_child.py" in told
    assert "Ines" not in told
    assert "lund" not in told


def test_f17_a_bug_cannot_be_told_in_words_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for told in (b"Ines says\nhello", "Ångström".encode(), b"x" * 3000, b""):
        answers(monkeypatch, frame(b"X", told))
        assert str(refusal("any").__cause__) == "untold"


def test_f17_it_has_nothing_of_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HALLWAY_HOME", "SECRET_TOKEN", "PYTHONSTARTUP", "PYTHONPATH", "DBUS_SESSION_BUS_ADDRESS", "HOME"):
        monkeypatch.setenv(name, "/nowhere")
    found = act("surroundings")
    assert set(found["variables"]) <= {*apart_process.KEPT, "LC_CTYPE"}
    assert found["folder"] == Path(sys.executable).anchor
    assert found["flags"] == (1, 1, 1)
    assert found["handles"] in (None, 4)


@ONLY_LINUX
def test_f17_it_writes_nothing_speaks_to_nobody_and_starts_nothing(tmp_path: Path) -> None:
    came = act("reach_out", where=str(tmp_path / "file"))
    assert came.pop("write") == "OSError"
    assert set(came.values()) == {"PermissionError"}
    assert not any(path.stat().st_size for path in tmp_path.iterdir())


# --- what it may answer ------------------------------------------------------------------------------------


def frame(kind: bytes, data: bytes, length: int | None = None) -> bytes:
    return struct.pack(">cQ", kind, len(data) if length is None else length) + data


def answers(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """In place of the process, one that has been taken over and answers this."""
    code = f"import sys; sys.stdout.buffer.write({data!r}); sys.stdout.buffer.flush(); sys.stdin.buffer.read()"
    monkeypatch.setattr(apart_process, "command", lambda: [sys.executable, "-I", "-S", "-c", code])


class Bomb:
    """A pickle that does something when it is read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self._path}",)


CALLS = '{"os:system": ["touch CANARY"]}'
STRANGE = [
    CALLS, '{"builtins:exec": ["open(\'CANARY\', \'w\')"]}', '{"subprocess:run": ["touch", "CANARY"]}',
    '{"hallway.host.files:copy_bytes": ["/etc/passwd", "CANARY"]}', '{"hallway.domain.records:dataclass": [1]}',
    '{"hallway.domain.errors:Refused": ["a"]}', '{"hallway.domain.records:Email": [1, 2, 3]}', "[" * 50_000, "nonsense",
    "", '{"pieces": [0]}', '{"a": 1, "b": 2}',
]  # fmt: skip


@pytest.mark.parametrize("kind", [b"V", b"T", b"R", b"E"])
@pytest.mark.parametrize("told", STRANGE, ids=lambda told: told[:20])
def test_f17_an_answer_of_a_process_that_was_taken_over_is_only_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: bytes, told: str
) -> None:
    canary = tmp_path / "canary"
    answers(monkeypatch, frame(kind, told.replace("CANARY", str(canary)).encode()))
    error = refusal("any")
    assert error.what == "This file could not be read."
    assert str(error.__cause__).startswith("answer ")
    assert not canary.exists()


@pytest.mark.parametrize("kind", [b"V", b"T", b"R", b"E", b"B", b"X", b"Z"])
def test_f17_a_pickle_is_no_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: bytes) -> None:
    bomb = pickle.dumps(Bomb(tmp_path / "canary"))
    answers(monkeypatch, frame(kind, bomb) + frame(b"V", b'{"bytes": 0, "bytes": 1}'))
    refusal("any")
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize(
    "data",
    [
        frame(b"V", b"", 2**63), frame(b"B", b"x" * 100, 10**12), frame(b"V", b"true", 400_000_001),
        frame(b"V", b"tru", 4), b"V\0\0", b"", frame(b"E", b'["Email", "a", "", "", []]'), frame(b"E", b'["Refused"]'),
        frame(b"E", b'["annotations", "a", "", "", []]'), frame(b"E", b'["Refused", "a", "", "", "b", []]'),
        frame(b"R", b"[1]"), frame(b"R", b'["a", 2]'), frame(b"T", b"[]") + frame(b"V", b'{"bytes": 0}'),
        frame(b"E", b'["Refused", "a", "", ["b"], []]'), frame(b"E", b'["Ambiguous", "a", "", "b", [1]]'),
    ],
)  # fmt: skip
def test_f17_a_broken_answer_is_refused_in_words(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    code = f"import sys; sys.stdout.buffer.write({data!r}); sys.stdout.buffer.flush()"
    monkeypatch.setattr(apart_process, "command", lambda: [sys.executable, "-I", "-S", "-c", code])
    refusal("any")


def test_f17_what_is_no_record_does_not_come_back() -> None:
    assert "TypeError" in str(refusal("something_else").__cause__)


# --- that it always goes again -----------------------------------------------------------------------------


def test_f17_stop_is_heard_at_once_also_when_nothing_comes() -> None:
    began = time.monotonic()
    pressed: list[float] = []

    def report(done: int, total: int) -> None:
        if time.monotonic() - began > 0.3:
            pressed.append(time.monotonic())
            raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        act("report_and_sleep", seconds=60, report=report)
    assert pressed[0] - began < 5 and time.monotonic() - pressed[0] < 5  # of the sixty seconds that it would sleep


def test_what_the_listener_raises_passes_through_and_the_process_is_gone() -> None:
    process: list[int] = []

    def report(done: int, total: int) -> None:
        if done:
            process.append(done)
            raise KeyError("of the listener")

    with pytest.raises(KeyError, match="of the listener"):
        act("report_and_sleep", seconds=60, report=report)
    with pytest.raises(ProcessLookupError):
        os.kill(process[0], 0)


def test_f17_fifty_calls_leave_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = handle_count(), len(threading.enumerate()), children()
    endings = [frame(b"V", b"[1]"), b"", frame(b"V", b"", 2**60), frame(b"R", b"[1, 2]"), frame(b"M", b"")]

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped("Stopped.")

    for at in range(50):
        answers(monkeypatch, endings[at % len(endings)])
        with suppress(HallwayError):
            act("any", report=stop, limits=Limits(silence=0.1), value=b"x" * 300_000 if at % 2 else b"")
    assert (handle_count(), len(threading.enumerate()), children()) == before


def test_what_cannot_be_started_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_process, "command", lambda: ["/nowhere/python"])
    with pytest.raises(Trouble, match="could not be started"):
        act("any")


def test_a_process_that_takes_nothing_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        apart_process, "command", lambda: [sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"]
    )
    with pytest.raises(Unreadable, match="more time"):
        act("any", limits=Limits(silence=0.3), value=b"x" * 5_000_000)


@ONLY_LINUX
def test_f17_it_ends_with_whoever_started_it() -> None:
    script = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from hallway.host import apart\n"
        "apart.call(sys.argv[1], {'seconds': 60}, lambda child, _: print(child, flush=True) if child else None)\n"
    )
    words = [sys.executable, "-c", script, f"{ACTS}report_and_sleep"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.kill()
    until = time.monotonic() + 5
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_running(child)


def is_running(process: int) -> bool:
    """Whether it lives; one that nobody has buried yet does not."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_a_packaged_hallway_is_its_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert apart_process.command() == [sys.executable, "--read-apart"]
    code = f"import sys; sys.path[:] = {sys.path!r}; from hallway.__main__ import main; main(['--read-apart'])"
    monkeypatch.setattr(apart_process, "command", lambda: [sys.executable, "-c", code])
    assert act("give_back", value=("here",)) == ("here",)
