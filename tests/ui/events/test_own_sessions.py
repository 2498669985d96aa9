"""Sessions of one's own in the window: added, changed and taken out by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.ui.events.page import EventsPage
from hallway.ui.events.session_form import SessionForm
from hallway.ui.events.session_panel import SessionPanel
from hallway.ui.events.there import There
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import sessions
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle

Key = Qt.Key


@dataclass
class Stage:
    window: Window
    there: There
    desk: Desk
    event: int

    def titles(self) -> list[str]:
        return [one.title for one in self.desk.ask(sessions.of_event, self.event)]

    def form(self) -> SessionForm:
        form = self.window.overlay()
        assert isinstance(form, SessionForm)
        return form


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    event = add_event(desk, "Looms 2026", start_on=TODAY + timedelta(days=9), end_on=TODAY + timedelta(days=10))
    window = open_window(qtbot, desk, tmp_path, Place("events", "there", event))
    page = window.page
    assert isinstance(page, EventsPage) and page.there is not None
    return Stage(window, page.there, desk, event)


def type_a_talk(qtbot: QtBot, stage: Stage) -> None:
    """As from the keyboard: title, then Tab to kind, mark, day, times and room."""
    qtbot.keyClicks(stage.form().title_field, "Old looms")
    for words in ("", "", "", "11", "11.30", "Aula"):
        press(qtbot, stage.window, Key.Key_Tab)
        focused = stage.window.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, words)


def test_a_talk_is_written_down_changed_and_taken_out_by_keyboard(qtbot: QtBot, stage: Stage) -> None:
    stage.window.frame.catalogue.run("events.session")
    assert nameless(stage.form()) == [] and same_names(stage.form()) == set()
    type_a_talk(qtbot, stage)
    press(qtbot, stage.window, Key.Key_Return)
    (one,) = stage.desk.ask(sessions.of_event, stage.event)
    assert (one.title, one.start_time, one.end_time, one.room) == ("Old looms", "11:00", "11:30", "Aula")
    assert one.mine and one.kind == "talk" and one.on == TODAY + timedelta(days=9)
    settle()
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_F2)
    form = stage.form()
    assert form.title_field.text() == "Old looms" and form.mine.isChecked()
    form.title_field.selectAll()
    qtbot.keyClicks(form.title_field, "New looms")
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.titles() == ["New looms"]
    settle()
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_Delete)
    assert stage.titles() == []
    press(qtbot, stage.window, Key.Key_Z, CONTROL)
    assert stage.titles() == ["New looms"]


def test_a_time_that_is_none_stays_in_the_form_with_the_reason(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.there.agenda.add, LEFT)
    form = stage.form()
    qtbot.keyClicks(form.title_field, "Poster")
    qtbot.keyClicks(form.start, "25:99")
    press(qtbot, stage.window, Key.Key_Return)
    assert form.isVisible() and "25:99" in form.message.label.text()
    assert stage.titles() == []
    form.start.setText("9")
    press(qtbot, stage.window, Key.Key_Return)
    assert stage.titles() == ["Poster"]


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.there.agenda.add, LEFT)
    qtbot.keyClicks(stage.form().title_field, "Poster")
    press(qtbot, stage.window, Key.Key_Escape)
    assert stage.titles() == [] and stage.window.overlay() is None


def test_what_is_not_mine_is_where_one_goes(qtbot: QtBot, stage: Stage) -> None:
    qtbot.mouseClick(stage.there.agenda.add, LEFT)
    qtbot.keyClicks(stage.form().title_field, "Dinner with the lab")
    stage.form().mine.setFocus()
    press(qtbot, stage.window, Key.Key_Space)
    qtbot.mouseClick(stage.form().keep, LEFT)
    (one,) = stage.desk.ask(sessions.of_event, stage.event)
    assert one.starred and not one.mine


def test_a_session_of_the_programme_offers_no_change(qtbot: QtBot, stage: Stage) -> None:
    talk = Session("Their talk", TODAY + timedelta(days=9), source_uid="x", start_time="09:00")
    stage.desk.do(lambda step: programmes.add(step, stage.event, [talk]))
    stage.there.show_event(stage.event)
    stage.there.agenda.view.setFocus()
    for key in (Key.Key_F2, Key.Key_Delete):
        press(qtbot, stage.window, key)
        assert stage.window.overlay() is None and stage.titles() == ["Their talk"]
    press(qtbot, stage.window, Key.Key_Return)
    panel = stage.window.overlay()
    assert isinstance(panel, SessionPanel) and not hasattr(panel, "change")


def test_from_the_panel_of_an_own_session_one_changes_or_takes_it_out(qtbot: QtBot, stage: Stage) -> None:
    mine = Session("My talk", TODAY + timedelta(days=9), mine=True)
    stage.desk.do(sessions.add, stage.event, mine)
    stage.there.show_event(stage.event)
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    panel = stage.window.overlay()
    assert isinstance(panel, SessionPanel)
    qtbot.mouseClick(panel.change, LEFT)
    qtbot.waitUntil(lambda: isinstance(stage.window.overlay(), SessionForm))
    press(qtbot, stage.window, Key.Key_Escape)
    stage.there.agenda.view.setFocus()
    press(qtbot, stage.window, Key.Key_Return)
    again = stage.window.overlay()
    assert isinstance(again, SessionPanel)
    qtbot.mouseClick(again.take_out, LEFT)
    assert stage.titles() == []
