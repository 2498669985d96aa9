"""The evening's one notification: off, until somebody wants it; once a day, and never when nothing waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.shell.evening import Evening
from hallway.ui.shell.window import Window
from hallway.usecases.desk import Desk
from tests.makers import TODAY, MovingClock, add_person, add_promise
from tests.ui.house import open_window


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """A window on a record in which one promise is due."""
    add_promise(desk, add_person(desk), due_on=TODAY)
    return open_window(qtbot, desk, tmp_path, Place("today"))


def at(desk: Desk, hour: int, days: int = 0) -> None:
    """Let the clock stand at an hour, so many days on."""
    assert isinstance(desk.clock, MovingClock)
    desk.clock.move(days)
    desk.clock.moment = desk.clock.moment.replace(hour=hour)


def test_h27_it_tells_once_a_day_at_its_hour_and_names_nobody(window: Window, desk: Desk) -> None:
    said: list[str] = []
    at(desk, 9)
    evening = Evening(window, 18, said.append)
    evening.look()
    at(desk, 17)
    evening.look()
    assert not said
    at(desk, 18)
    evening.look()
    evening.look()
    assert said == ["One small thing for today, if you like."]
    at(desk, 9, days=1)
    evening.look()
    assert len(said) == 1
    at(desk, 20)
    evening.look()
    assert len(said) == 2


def test_a_window_opened_after_the_hour_waits_for_tomorrow(window: Window, desk: Desk) -> None:
    said: list[str] = []
    at(desk, 19)
    evening = Evening(window, 18, said.append)
    evening.look()
    assert not said


def test_nothing_is_told_when_nothing_waits(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    at(desk, 9)
    evening = Evening(open_window(qtbot, desk, tmp_path, Place("today")), 18, said.append)
    at(desk, 18)
    evening.look()
    assert not said


def test_it_is_off_until_the_switch_in_settings(qtbot: QtBot, window: Window) -> None:
    assert window.frame.preferences.evening is None
    assert not window.findChildren(Evening) and not window.findChildren(QSystemTrayIcon)
    heard: list[object] = []
    window.frame.preferences.evening_chosen.connect(lambda: heard.append(window.frame.preferences.evening))
    window.frame.navigator.go(Place("settings", "evening"))
    switch = next(box for box in window.findChildren(QCheckBox) if box.text().startswith("Say what today"))
    assert switch.hasFocus() and not switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert heard == [18, None]


def test_taken_away_it_leaves_no_timer(window: Window) -> None:
    evening = Evening(window, 18, lambda words: None)
    timers = evening.findChildren(QTimer)
    assert len(timers) == 1 and timers[0].isActive() and not evening.findChildren(QSystemTrayIcon)
