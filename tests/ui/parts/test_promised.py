"""Promises made inside a log line: shown while one types, kept with the entry, taken off by a key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.parts.log_line import LogLine
from hallway.ui.parts.log_panel import LogPanel
from hallway.ui.shell.window import Window
from hallway.ui.widgets.chip import Chip
from hallway.usecases import interactions, promises
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything
from tests.ui.house import CONTROL, open_window, press

Key = Qt.Key


@pytest.fixture
def ada(desk: Desk) -> int:
    return add_person(desk, "Ada Adeyemi")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, ada: int, tmp_path: Path) -> Window:
    return open_window(qtbot, desk, tmp_path, Place("people", "person", ada))


def line_of(window: Window) -> LogLine:
    assert window.page is not None
    line = window.page.findChild(LogLine)
    assert isinstance(line, LogLine)
    return line


def chips(line: LogLine) -> list[str]:
    return [chip.text() for chip in line.promised.findChildren(Chip) if not chip.isHidden()]


def test_what_both_promised_is_kept_with_the_entry_as_one_step(
    qtbot: QtBot, window: Window, desk: Desk, ada: int
) -> None:
    line, before = line_of(window), everything(desk)
    line.field.setFocus()
    qtbot.keyClicks(line.field, "Coffee. I promised to send the draft fri. Ada will ask Bo.")
    qtbot.waitUntil(lambda: len(chips(line)) == 2)
    assert chips(line) == ["You: Send the draft, for Friday 19 June", "They: Ask Bo"]
    press(qtbot, window, Key.Key_Return)
    kept = {one.text: (one.by_me, one.due_on) for one in desk.ask(promises.of_person, ada)}
    assert kept == {"Send the draft": (True, TODAY + timedelta(days=2)), "Ask Bo": (False, None)}
    (entry,) = desk.ask(interactions.timeline, interactions.TimelineFilter(person_id=ada))
    assert entry.summary == "Coffee. I promised to send the draft fri. Ada will ask Bo."
    assert entry.open_promises == 2
    assert chips(line) == []
    desk.undo()
    assert everything(desk) == before


def test_a_promise_that_is_none_is_taken_off_and_the_words_stay(
    qtbot: QtBot, window: Window, desk: Desk, ada: int
) -> None:
    line = line_of(window)
    line.field.setFocus()
    qtbot.keyClicks(line.field, "Send the draft was her advice")
    qtbot.waitUntil(lambda: len(chips(line)) == 1)
    (chip,) = line.promised.findChildren(Chip)
    qtbot.keyClick(chip, Key.Key_Delete)
    assert chips(line) == []
    qtbot.keyClicks(line.field, "!")
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(promises.of_person, ada) == ()


def test_enter_right_after_the_last_letter_misses_nothing(qtbot: QtBot, window: Window, desk: Desk, ada: int) -> None:
    line = line_of(window)
    line.field.setText("I'll send the draft")
    qtbot.keyClick(line.field, Key.Key_Return)
    assert [one.text for one in desk.ask(promises.of_person, ada)] == ["Send the draft"]


def test_with_several_people_each_has_the_promise(qtbot: QtBot, window: Window, desk: Desk, ada: int) -> None:
    bela = add_person(desk, "Bela Bakker")
    press(qtbot, window, Key.Key_L, CONTROL)
    panel = window.overlay()
    assert isinstance(panel, LogPanel)
    panel.people.set_people([ada, bela])
    qtbot.keyClicks(panel.words, "Lunch. I will send the slides fri")
    qtbot.keyClick(panel.words, Key.Key_Return, CONTROL)
    for person_id in (ada, bela):
        assert [one.text for one in desk.ask(promises.of_person, person_id)] == ["Send the slides"]
