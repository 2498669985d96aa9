"""`hallway self-test`: everything works here, and what does not is named and ends with 1."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallway import __main__
from hallway.cli import self_test as verb
from hallway.ui.shell import self_test as window
from hallway.ui.theme import theme
from hallway.usecases import self_test
from hallway.usecases.self_test import STEPS, Step, Wrong


@pytest.fixture
def own_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_everything_works_here_and_nothing_is_left(
    qapp: QApplication, own_temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("HALLWAY_HOME", str(tmp_path / "mine"))
    code = __main__.main(["self-test"])
    theme.apply(qapp, "light")
    lines = capsys.readouterr().out.splitlines()
    assert code == 0, "\n".join(lines)
    assert [line[:6] for line in lines[1:-1]] == ["ok    "] * len((*STEPS, *window.STEPS))
    assert not list(own_temporary.iterdir())
    assert not (tmp_path / "mine").exists() and os.environ["HALLWAY_HOME"] == str(tmp_path / "mine")


def wrong(_: Path) -> str:
    raise Wrong("It is broken.")


def buggy(_: Path) -> str:
    raise ZeroDivisionError("by nothing")


@pytest.mark.parametrize(
    ("step", "told"), [(wrong, "FAILED That: It is broken."), (buggy, "FAILED That: ZeroDivisionError: by nothing")]
)
def test_what_does_not_work_is_named_and_the_others_are_tried(
    step: Callable[[Path], str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verb, "STEPS", (Step("That", step), Step("This", lambda _: "fine")))
    monkeypatch.setattr(__main__, "window_steps", lambda: ())
    assert __main__.main(["self-test"]) == 1
    _, first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith(told) and second.startswith("ok     This: fine")
    assert last == "Does not work: That."


@pytest.mark.usefixtures("qapp")
def test_a_binding_that_loses_none_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As 6.12.0 does on Python 3.11, where each call takes one away."""
    counts = iter([10_000, 10_000 - window.CALLS])
    monkeypatch.setattr(window.sys, "getrefcount", lambda _: next(counts))
    with pytest.raises(Wrong, match="5000 references"):
        window._nothing_lost(tmp_path)


@pytest.mark.usefixtures("qapp")
def test_a_room_that_stays_blank_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "network").mkdir()
    monkeypatch.setattr(window, "_colours", lambda image: 1)
    with pytest.raises(Wrong, match="shows only 1 colours"):
        window._light(tmp_path)


def test_reading_something_else_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "TABLE", self_test.TABLE + "Ada Lovelace,\n")
    with pytest.raises(Wrong, match="3 people"):
        self_test._read(tmp_path)
