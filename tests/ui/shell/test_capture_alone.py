"""`hallway --capture` a second time: the line that is open comes forward, and no second one opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.host.instance import CAPTURE, COME_FORWARD, Instance
from hallway.ui.capture.form import CaptureForm
from hallway.ui.capture.panel import CaptureWindow
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.shell.application import _Session
from hallway.usecases.desk import Desk
from tests.ui.house import open_window, settle


@pytest.fixture
def alone(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> _Session:
    """A session with the capture line alone, as `--capture` leaves it."""
    session = _Session(qapp, tmp_path, Instance(tmp_path))
    window = CaptureWindow(Bridge(desk))
    qtbot.addWidget(window)
    session._alone = window
    window.showMinimized()
    return session


def hear(session: _Session, monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    monkeypatch.setattr(session.instance, "read_messages", lambda: [message])
    session.listener.answer()


def test_a_second_call_brings_the_line_forward(alone: _Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert alone._alone is not None and alone._alone.isMinimized()
    hear(alone, monkeypatch, CAPTURE)
    assert not alone._alone.isMinimized() and alone._alone.isVisible()
    assert not alone._window_wanted


def test_the_whole_window_waits_until_the_line_is_done(alone: _Session, monkeypatch: pytest.MonkeyPatch) -> None:
    hear(alone, monkeypatch, COME_FORWARD)
    assert alone._window_wanted
    hear(alone, monkeypatch, CAPTURE)
    assert alone._window_wanted, "and is not forgotten"


def test_over_the_window_there_is_one_line(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    for _ in range(2):
        window.frame.catalogue.run("window.capture")
        settle()
    (form,) = window.findChildren(CaptureForm)
    assert form.line.hasFocus()
