"""The workshop: which Python it takes, what it names, when it thinks it is ready."""

from __future__ import annotations

import ast
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev
import environment
import machine
import tasks
from machine import Library, Trouble

ROOT = environment.ROOT
TOOLS = ROOT / "packaging" / "tools"
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script as a stand-in")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of its own for the environment, with two small locks."""
    for name in ("run", "dev"):
        lock = tmp_path / "packaging" / "locks" / f"{name}.txt"
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.write_text(f"{name}==1\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(environment, "READY", tmp_path / ".venv" / "ready.txt")
    monkeypatch.setattr(environment, "version", lambda: "3.11")
    monkeypatch.setattr(environment.stamp, "__defaults__", (tmp_path,))
    return tmp_path


# --- which Python ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10, 13), False), ((3, 11, 0), True), ((3, 14, 2), True), ((3, 15, 0), False)]
)
def test_fits_from_oldest_to_newest(version: tuple[int, ...], fits: bool) -> None:
    assert dev.fits(version) is fits


def test_names_are_newest_first_and_all_fit() -> None:
    assert dev.names("linux") == [["python3.14"], ["python3.13"], ["python3.12"], ["python3.11"]]
    assert dev.names("win32")[0] == ["py", "-3.14"]


def test_version_of_this_python() -> None:
    assert dev.version_of([sys.executable]) == sys.version_info[:2]


def test_version_of_nothing_is_empty() -> None:
    assert dev.version_of(["no-such-python-anywhere"]) == ()


@POSIX_ONLY
def test_version_of_a_stand_in_that_fails_is_empty(tmp_path: Path) -> None:
    stand_in = tmp_path / "python3.13"
    stand_in.write_text("#!/bin/sh\nexit 127\n", encoding="ascii")
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    assert dev.version_of([str(stand_in)]) == ()


def test_the_door_can_be_read_by_an_old_python() -> None:
    source = (TOOLS / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 5))
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr) for node in ast.walk(tree))
    assert "annotations" not in source  # `from __future__ import annotations` came with 3.7


@POSIX_ONLY
def test_an_old_python_is_told_which_one_to_get(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(dev, "fitting_python", list)
    assert dev.main() == 1
    told = capsys.readouterr().err
    assert "this is Python 3.10" in told
    assert "python3.11" in told


# --- system libraries ------------------------------------------------------------------------------------


def test_missing_names_what_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    here, absent = Library("libhere.so.1", "libhere1"), Library("libabsent.so.1", "libabsent1")
    assert machine.missing([here, absent], found=lambda file: file == "libhere.so.1") == [absent]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_nothing_is_missing_where_qt_brings_its_own(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert machine.missing(machine.TO_START, found=lambda _: False) == []


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not machine.loads("libnowhere-to-be-found.so.9")


def test_provide_asks_nothing_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: pytest.fail("looked for apt-get"))
    machine.provide([], [])


@POSIX_ONLY
def test_provide_names_the_command_when_not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(machine, "apt_get", lambda *_: pytest.fail("installed without being allowed to"))
    with pytest.raises(Trouble, match=r"sudo apt-get install python3\.11-venv libegl1"):
        machine.provide([Library("libEGL.so.1", "libegl1")], ["python3.11-venv"])


def test_provide_names_the_files_when_there_is_no_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Trouble, match=r"libEGL\.so\.1"):
        machine.provide([Library("libEGL.so.1", "libegl1")], [])


@POSIX_ONLY
def test_provide_renews_the_package_list_once_when_an_install_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def apt_get(*words: str) -> bool:
        asked.append(words)
        return len(asked) > 1

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(machine, "apt_get", apt_get)
    machine.provide([Library("libEGL.so.1", "libegl1")], [])
    assert asked == [("install", "libegl1"), ("update",), ("install", "libegl1")]


def test_an_interpreter_without_ensurepip_wants_its_venv_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else object())
    major, minor = sys.version_info[:2]
    assert machine.missing_for_environments() == [f"python{major}.{minor}-venv"]


# --- the screen ------------------------------------------------------------------------------------------


def test_no_screen_is_said_plainly() -> None:
    with pytest.raises(Trouble, match="no screen"):
        machine.require_screen({}, "linux")


@pytest.mark.parametrize(
    ("variables", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux"),
        ({}, "darwin"),
        ({}, "win32"),
    ],
)
def test_a_screen_is_seen(variables: dict[str, str], platform: str) -> None:
    machine.require_screen(variables, platform)


# --- the environment -------------------------------------------------------------------------------------


def test_not_ready_before_the_stamp(tree: Path) -> None:
    assert not environment.is_ready("run")


def test_the_dev_lock_is_enough_to_run_but_not_the_other_way_round(tree: Path) -> None:
    environment.READY.write_text(environment.stamp("dev", "3.11"), encoding="utf-8")
    assert environment.is_ready("run")
    assert environment.is_ready("dev")
    environment.READY.write_text(environment.stamp("run", "3.11"), encoding="utf-8")
    assert environment.is_ready("run")
    assert not environment.is_ready("dev")


def test_not_ready_once_the_lock_changed(tree: Path) -> None:
    environment.READY.write_text(environment.stamp("run", "3.11"), encoding="utf-8")
    (tree / "packaging" / "locks" / "run.txt").write_text("run==2\n", encoding="utf-8")
    assert not environment.is_ready("run")


@pytest.mark.parametrize("version", ["3.12", ""])
def test_not_ready_once_its_python_changed_or_is_gone(
    tree: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.READY.write_text(environment.stamp("run", "3.11"), encoding="utf-8")
    monkeypatch.setattr(environment, "version", lambda: version)
    assert not environment.is_ready("run")


def test_programs_lie_where_each_system_keeps_them() -> None:
    assert environment.program("ruff", "linux").parts[-3:] == (".venv", "bin", "ruff")
    assert environment.program("ruff", "win32").parts[-3:] == (".venv", "Scripts", "ruff.exe")


# --- the locks -------------------------------------------------------------------------------------------


def pins(lock: str) -> dict[str, str]:
    """Name to version, as the lock pins them."""
    lines = (environment.LOCKS / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    pinned = (line.split(";")[0].rstrip(" \\").split("==") for line in lines if "==" in line)
    return {name: version.strip() for name, version in pinned}


def test_the_dev_lock_holds_the_run_lock() -> None:
    assert pins("run").items() <= pins("dev").items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for lock, wanted in (
        ("run", project["project"]["dependencies"]),
        ("dev", project["dependency-groups"]["dev"]),
    ):
        names = {line.split(">")[0].lower() for line in wanted}
        assert names <= pins(lock).keys()


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_holds_names_and_hashes_and_nothing_of_a_machine(lock: str) -> None:
    for line in (environment.LOCKS / f"{lock}.txt").read_text(encoding="utf-8").splitlines():
        assert "==" in line or line.startswith("    --hash=sha256:"), line
        assert "/" not in line, line


# --- the two commands ------------------------------------------------------------------------------------


def test_the_makefile_offers_every_task() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    line = next(line for line in makefile.splitlines() if line.startswith("TASKS := "))
    assert line.removeprefix("TASKS := ").split() == list(tasks.TASKS)


def test_an_unknown_task_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(["fly"]) == 2
    assert "  run " in capsys.readouterr().err


def test_help_lists_every_task() -> None:
    answer = subprocess.run(
        [sys.executable, TOOLS / "dev.py", "help"], capture_output=True, text=True, check=True
    )
    assert all(f"\n  {name}" in answer.stdout for name in tasks.TASKS)


def test_trouble_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def troubled(_: list[str]) -> int:
        raise Trouble("the lift is out of order")

    monkeypatch.setitem(tasks.TASKS, "run", troubled)
    assert tasks.main(["run"]) == 1
    assert capsys.readouterr().err.strip() == "the lift is out of order"
