"""The command for a key of the desktop's: copied by keyboard, found by the palette, and it really opens the line."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hallway.ui.frame import command
from hallway.ui.frame.places import Place
from hallway.ui.settings.page import SettingsPage
from hallway.ui.shell.palette_rows import setting_names
from hallway.usecases.desk import Desk
from tests.ui.house import open_window, press, settle


def test_it_is_copied_by_keyboard(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    assert "capture" in setting_names()
    window = open_window(qtbot, desk, tmp_path, Place("settings", "capture"))
    page = window.page
    assert isinstance(page, SettingsPage) and window.focusWidget() is page.capture.copy
    press(qtbot, window, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == page.capture.command.text()
    assert page.capture.command.text().endswith("--capture")
    toast = window.toasts.current()
    assert toast is not None and "clipboard" in toast.accessibleName()
    settle()


@pytest.mark.skipif(os.name == "nt", reason="written for another shell")
def test_it_is_what_one_would_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert shlex.split(command.typed(["--capture"])) == [sys.executable, "-m", "hallway", "--capture"]
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/hallway")
    assert command.typed(["--capture"]) == "hallway --capture"
    monkeypatch.setenv("APPIMAGE", "/home/ines/My apps/Hallway.AppImage")
    assert command.typed(["--capture"]) == "'/home/ines/My apps/Hallway.AppImage' --capture"
    monkeypatch.delenv("APPIMAGE")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert shlex.split(command.typed(["--capture"])) == [sys.executable, "--capture"]


def test_the_command_opens_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    program, arguments = command.own_command(["--home", str(tmp_path), "--capture"])
    process = QProcess()
    process.start(program, arguments)
    qtbot.waitUntil(lambda: (tmp_path / "hallway.db").exists(), timeout=20_000)
    assert process.state() == QProcess.ProcessState.Running
    process.terminate()
    assert process.waitForFinished(10_000)
