"""The whole window over a record, for tests of one room in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.shell.commands import equip
from hallway.ui.shell.rooms import ROOMS
from hallway.ui.shell.window import Window
from hallway.ui.widgets.label import Label
from hallway.usecases.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def open_window(qtbot: QtBot, desk: Desk, folder: Path, place: Place) -> Window:
    """The window as the application opens it, with a place in front and the keyboard on its page."""
    window = Window(Bridge(desk), ROOMS, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    equip(window)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.frame.navigator.go(place)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle()
    assert window.page is not None
    window.page.focus_first()
    settle()
    return window


def settle() -> None:
    """Let Qt do what it put off."""
    for _ in range(3):
        QApplication.processEvents()


def press(qtbot: QtBot, window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.activePopupWidget() or window.focusWidget() or window
    qtbot.keyClick(focused, key, held)
    settle()


def undo(qtbot: QtBot, window: Window) -> None:
    """Press Undo on the toast."""
    toast = window.toasts.current()
    assert toast is not None
    qtbot.mouseClick(toast.button, LEFT)
    settle()


def strip(window: Window) -> str:
    """What the strip at the top says, empty without one."""
    return window._strip.label.text() if window._strip is not None else ""


def words_on(within: QWidget) -> list[str]:
    """Every visible label's text."""
    return [label.text() for label in within.findChildren(Label) if label.isVisible() and label.text()]


def nameless(within: QWidget) -> list[QWidget]:
    """Visible widgets that Tab reaches and a screen reader could not name."""
    return [one for one in _reached_by_tab(within) if one.isVisible() and not _spoken(one)]


def same_names(within: QWidget) -> set[str]:
    """Names that two visible stops of Tab have in common."""
    names = [_spoken(one) for one in _reached_by_tab(within) if one.isVisible()]
    return {name for name in names if names.count(name) > 1}


def _reached_by_tab(within: QWidget) -> Iterable[QWidget]:
    for one in within.findChildren(QWidget):
        inner = one.objectName().startswith("qt_")
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and not inner:
            yield one


def _spoken(one: QWidget) -> str:
    return str(one.accessibleName() or getattr(one, "text", str)())
