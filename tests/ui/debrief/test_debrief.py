"""The evening debrief, by keyboard alone: complete, promise, nothing needed; left and resumed; it ends."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.debrief.panel import DebriefPanel
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import aftermath, capturing, interactions, people, promises
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event
from tests.ui.house import CONTROL, nameless, open_window, press, same_names, settle

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    add_event(desk, "Looms 2026")
    for line in ("Ada Adeyemi, looms", "Bela Bakker, bread", "Cleo Costa, maps"):
        desk.do(capturing.save, line)
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    press(qtbot, window, Key.Key_D, CONTROL | SHIFT)
    return window


def panel_of(window: Window) -> DebriefPanel:
    panel = window.overlay()
    assert isinstance(panel, DebriefPanel)
    return panel


def test_three_people_are_done_with_nothing_but_keys(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = panel_of(window)
    assert (panel.name.text(), panel.count.text()) == ("Ada Adeyemi", "1 of 3")
    press(qtbot, window, Key.Key_End, CONTROL)
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, " of today")
    for _ in range(3):
        press(qtbot, window, Key.Key_Tab)
    panel.promises.field.setFocus()
    qtbot.keyClicks(panel.promises.field, "send the draft fri")
    press(qtbot, window, Key.Key_Return)
    qtbot.keyClicks(panel.promises.field, "introduce Ada to Bela")
    press(qtbot, window, Key.Key_Return, CONTROL)
    assert panel.name.text() == "Bela Bakker"
    press(qtbot, window, Key.Key_Return, CONTROL | SHIFT)
    assert (panel.name.text(), panel.count.text()) == ("Cleo Costa", "3 of 3")
    press(qtbot, window, Key.Key_Return, CONTROL)
    settle()
    assert desk.ask(aftermath.to_look_through) == ()
    ada, _ = desk.ask(people.named, "Ada Adeyemi")
    kept = {one.text: one.due_on for one in desk.ask(promises.of_person, ada)}
    assert kept == {"Send the draft": TODAY + timedelta(days=2), "Introduce Ada to Bela": None}
    (moment,) = desk.ask(interactions.timeline, interactions.TimelineFilter(person_id=ada))
    assert moment.summary == "looms of today"
    toast = window.toasts.current()
    assert toast is not None and toast.accessibleName() == "That was everybody."


def test_it_is_left_and_resumed_where_one_was(qtbot: QtBot, window: Window, desk: Desk) -> None:
    press(qtbot, window, Key.Key_Return, CONTROL)
    press(qtbot, window, Key.Key_Escape)
    assert window.overlay() is None
    assert [one.person for one in desk.ask(aftermath.to_look_through)] == ["Bela Bakker", "Cleo Costa"]
    press(qtbot, window, Key.Key_D, CONTROL | SHIFT)
    assert panel_of(window).name.text() == "Bela Bakker"


def test_each_person_is_one_step_to_take_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    panel = panel_of(window)
    panel.place.setText("Uni Lund")
    panel.promises.field.setText("send the draft")
    press(qtbot, window, Key.Key_Return, CONTROL)
    press(qtbot, window, Key.Key_Escape)
    desk.undo()
    ada, _ = desk.ask(people.named, "Ada Adeyemi")
    assert desk.ask(promises.of_person, ada) == ()
    assert desk.ask(people.person, ada).works_at is None
    assert len(desk.ask(aftermath.to_look_through)) == 3


def test_a_beginning_saves_typing(qtbot: QtBot, window: Window) -> None:
    lines = panel_of(window).promises
    lines.beginnings[0].click()
    assert lines.field.text() == "Thank Ada for "
    assert lines.field.hasFocus()


def test_nobody_waiting_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    press(qtbot, window, Key.Key_D, CONTROL | SHIFT)
    assert window.overlay() is None
    toast = window.toasts.current()
    assert toast is not None and "Nobody waits" in toast.accessibleName()


def test_everything_has_a_name_of_its_own(window: Window) -> None:
    panel = panel_of(window)
    assert not nameless(panel)
    assert not same_names(panel)
