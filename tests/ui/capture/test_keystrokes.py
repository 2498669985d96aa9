"""How many keys one person costs, from any page and back: the letters of the line, and two more."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.ui.capture.form import CaptureForm
from hallway.ui.frame.places import Place
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_person
from tests.ui.house import CONTROL, open_window, press, settle

LINE = "Bo Ek @CERN looms, send the paper fri"


class Keys:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, qtbot: QtBot, desk: Desk, folder: Path) -> None:
        self._qtbot, self.count = qtbot, 0
        self.window = open_window(qtbot, desk, folder, Place("today"))

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            press(self._qtbot, self.window, key, held)
            self.count += 1

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self.window.focusWidget(), words)
        self.count += len(words)
        settle()

    def is_done(self) -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return not any(form.isVisible() for form in self.window.findChildren(CaptureForm))


def test_one_person_is_the_line_and_two_keys(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    keys = Keys(qtbot, desk, tmp_path)
    before = keys.window.focusWidget()
    keys.press(Qt.Key.Key_N, held=CONTROL)
    keys.type(LINE)
    keys.press(Qt.Key.Key_Return)
    assert keys.count == len(LINE) + 2
    assert desk.ask(people.count) == 1
    qtbot.waitUntil(keys.is_done)
    assert keys.window.focusWidget() is before


def test_the_next_person_is_the_line_and_one_key(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    keys = Keys(qtbot, desk, tmp_path)
    keys.press(Qt.Key.Key_N, held=CONTROL)
    for name in ("Ana Ruiz", "Bo Ek"):
        keys.type(name)
        keys.press(Qt.Key.Key_Return, held=CONTROL)
    assert keys.count == len("Ana Ruiz") + len("Bo Ek") + 3
    assert desk.ask(people.count) == 2


@pytest.mark.parametrize("known", [False, True])
def test_somebody_known_costs_three_more_keys_at_most(qtbot: QtBot, desk: Desk, tmp_path: Path, known: bool) -> None:
    add_person(desk, "Bo Ek", organisation="Tide")
    keys = Keys(qtbot, desk, tmp_path)
    keys.press(Qt.Key.Key_N, held=CONTROL)
    keys.type(LINE)
    if known:
        keys.press(Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert keys.count == len(LINE) + 2 + 3 * known
    assert desk.ask(people.count) == 2 - known


def test_which_of_two_events_costs_two_keys_once(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    add_event(desk, "Looms 2026")
    add_event(desk, "School of Weaving")
    keys = Keys(qtbot, desk, tmp_path)
    for name, asked in (("Ana Ruiz", 2), ("Bo Ek", 0)):
        keys.count = 0
        keys.press(Qt.Key.Key_N, held=CONTROL)
        keys.type(name)
        keys.press(*[Qt.Key.Key_Down, Qt.Key.Key_Space][:asked])
        keys.press(Qt.Key.Key_Return)
        assert keys.count == len(name) + 2 + asked
        qtbot.waitUntil(keys.is_done)
    assert desk.ask(people.count) == 2
