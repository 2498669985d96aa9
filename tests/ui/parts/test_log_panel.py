"""Logging with several people at once, and changing an entry afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Kind
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.log_panel import change_moment, open_log
from hallway.usecases import interactions
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk) -> Iterator[Frame]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    yield Frame(Bridge(desk), Navigator(), Catalogue(window))


def test_several_people_are_logged_with_a_note_each(qtbot: QtBot, frame: Frame, desk: Desk) -> None:
    ada, bela = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bela Bakker")
    event_id = add_event(desk, "Looms 2026")
    panel = open_log(frame, (ada, bela), Kind.VIDEO_CALL)
    qtbot.keyClicks(panel.words, "Maps and bread")
    panel._notes[bela].setText("owes me a recipe")
    panel.event_field._take(panel.event_field._find("looms")[0])
    panel.day.set_day(TODAY - timedelta(days=1))
    qtbot.keyClick(panel.words, Qt.Key.Key_Return, CONTROL)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    assert (entry.kind, entry.summary, entry.event_id) == (Kind.VIDEO_CALL, "Maps and bread", event_id)
    assert entry.on == TODAY - timedelta(days=1)
    assert [(one.person_id, one.note) for one in entry.people] == [(ada, ""), (bela, "owes me a recipe")]
    assert not panel.isVisible()


def test_nobody_chosen_is_said_and_nothing_is_lost(qtbot: QtBot, frame: Frame, desk: Desk) -> None:
    panel = open_log(frame)
    panel.words.setPlainText("A long talk")
    qtbot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    assert panel.message.isVisible()
    assert panel.words.text() == "A long talk"
    assert desk.ask(interactions.count, TimelineFilter()) == 0


def test_people_are_found_by_a_part_of_the_name(qtbot: QtBot, frame: Frame, desk: Desk) -> None:
    ada, bela = add_person(desk, "Ada Adeyemi"), add_person(desk, "Bela Bakker")
    panel = open_log(frame)
    qtbot.keyClicks(panel.people.field, "bak")
    qtbot.keyClick(panel.people.field, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.people.field, "ada")
    qtbot.keyClick(panel.people.field, Qt.Key.Key_Return)
    assert panel.people.ids() == (bela, ada)
    assert [choice.id for choice in panel.people._find("ada")] == []
    qtbot.keyClick(panel.people._chips[0], Qt.Key.Key_Delete)
    assert panel.people.ids() == (ada,)


def test_an_entry_is_changed_and_keeps_what_the_panel_does_not_show(qtbot: QtBot, frame: Frame, desk: Desk) -> None:
    ada = add_person(desk, "Ada Adeyemi")
    panel = open_log(frame, (ada,))
    panel.words.setPlainText("Maps")
    panel.log()
    (entry,) = desk.ask(interactions.timeline, TimelineFilter())
    window = panel.parentWidget()
    assert window is not None
    again = change_moment(frame, window, entry)
    again.words.setPlainText("Maps and bread")
    again.log()
    (changed,) = desk.ask(interactions.timeline, TimelineFilter())
    assert (changed.id, changed.summary) == (entry.id, "Maps and bread")
