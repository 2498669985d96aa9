"""Toasts: one at a time, Undo by mouse and key, the clock waits for pointer and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.toast import STAY_MS, ToastHost


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    result.resize(800, 500)
    QPushButton("Elsewhere", result)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is result)
    return result


def elsewhere(window: QWidget) -> QPushButton:
    button = window.findChild(QPushButton)
    assert button is not None
    return button


def test_toast_stands_at_the_bottom_centre(window: QWidget) -> None:
    toast = ToastHost(window).show_message("Thank-you to Adaeze marked as done", lambda: None)
    middle = toast.geometry().center().x()
    assert abs(middle - window.rect().center().x()) <= 1
    assert toast.geometry().bottom() > window.height() - 60


def test_clock_takes_eight_seconds(window: QWidget) -> None:
    toast = ToastHost(window).show_message("Done")
    assert toast.clock.isActive() and toast.clock.interval() == STAY_MS == 8000


def test_undo_runs_once_and_the_toast_goes(window: QWidget, qtbot: QtBot) -> None:
    undone: list[str] = []
    host = ToastHost(window)
    toast = host.show_message("Done", lambda: undone.append("yes"))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == ["yes"] and host.current() is None


def test_enter_on_undo_works_too(window: QWidget, qtbot: QtBot) -> None:
    undone: list[str] = []
    host = ToastHost(window)
    toast = host.show_message("Done", lambda: undone.append("yes"))
    assert host.focus()
    qtbot.keyClick(toast.button, Qt.Key.Key_Return)
    assert undone == ["yes"]


def test_keyboard_on_the_toast_stops_the_clock(window: QWidget) -> None:
    host = ToastHost(window)
    toast = host.show_message("Done", lambda: None)
    host.focus()
    assert not toast.clock.isActive()
    elsewhere(window).setFocus()
    assert toast.clock.isActive()


def test_pointer_on_the_toast_stops_the_clock(window: QWidget, qtbot: QtBot) -> None:
    toast = ToastHost(window).show_message("Done", lambda: None)
    QApplication.sendEvent(toast, enter_event())
    assert not toast.clock.isActive()
    QApplication.sendEvent(toast, leave_event())
    assert toast.clock.isActive()


def test_next_message_replaces_the_first(window: QWidget) -> None:
    host = ToastHost(window)
    first = host.show_message("First")
    second = host.show_message("Second")
    assert host.current() is second and not first.isVisible()


def test_escape_sends_it_away(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    toast = host.show_message("Done", lambda: None)
    qtbot.keyClick(toast, Qt.Key.Key_Escape)
    assert host.current() is None


def test_without_undo_there_is_nothing_to_focus(window: QWidget) -> None:
    host = ToastHost(window)
    host.show_message("Done")
    assert not host.focus()


def enter_event() -> QEvent:
    return QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))


def leave_event() -> QEvent:
    return QEvent(QEvent.Type.Leave)
