"""Erasing somebody in the window: seen before it is done, and done only by its own button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hallway.domain.backups import Why
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.erase_panel import ErasePanel, open_erase
from hallway.usecases import backing_up, people
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person


def opened(qtbot: QtBot, desk: Desk, person: int) -> tuple[QMainWindow, ErasePanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    open_erase(Bridge(desk), window, person)
    found = window.findChild(ErasePanel)
    assert isinstance(found, ErasePanel)
    qtbot.waitUntil(found.erase.isEnabled, timeout=5000)
    return window, found


def test_escape_keeps_and_the_button_erases_with_the_copies(qtbot: QtBot, filed: Desk) -> None:
    person = add_person(filed, "Ada Lovelace")
    add_moment(filed, person)
    backing_up.make(filed, Why.ASKED)
    window, panel = opened(qtbot, filed, person)
    assert window.focusWidget() is panel.keep and panel.copies.isChecked()
    qtbot.keyClick(panel.keep, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ErasePanel) is None, timeout=5000)
    assert filed.ask(people.count) == 1
    _, panel = opened(qtbot, filed, person)
    with qtbot.waitSignal(panel.closed, timeout=10_000):
        qtbot.mouseClick(panel.erase, Qt.MouseButton.LeftButton)
    assert filed.ask(people.count) == 0
    (copy,) = backing_up.listed(filed)
    assert copy.counts["people"] == 0


def test_somebody_in_no_copy_is_asked_nothing_about_copies(qtbot: QtBot, filed: Desk) -> None:
    _, panel = opened(qtbot, filed, add_person(filed, "Ada Lovelace"))
    assert panel.copies.isHidden()
