"""The list before an event: begun, ticked off by keyboard, changed in place, gone once it runs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.preparing import SHORT, USUAL
from hallway.ui.events.page import EventsPage
from hallway.ui.events.there import There
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import preparing
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle

Key = Qt.Key


def open_there(qtbot: QtBot, desk: Desk, folder: Path, event: int) -> tuple[Window, There]:
    window = open_window(qtbot, desk, folder, Place("events", "there", event))
    page = window.page
    assert isinstance(page, EventsPage) and page.there is not None
    return window, page.there


def test_a_list_is_begun_ticked_and_changed_by_keyboard(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    soon = TODAY + timedelta(days=7)
    event = add_event(desk, "Looms 2026", start_on=soon, end_on=soon, kind="conference")
    window, there = open_there(qtbot, desk, tmp_path, event)
    ready = there.ready
    assert ready.isVisible() and ready.begin.isVisible()
    qtbot.mouseClick(ready.begin, LEFT)
    settle()
    assert len([row for row in ready.rows if row.isVisible()]) == len(USUAL) and not ready.begin.isVisible()
    assert nameless(window) == [] and same_names(ready) == set()
    ready.rows[2].box.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert desk.ask(preparing.of_event, event)[2].done and ready.count.text() == f"1 of {len(USUAL)}"
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "Photos")
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(preparing.of_event, event)[2].words == "Photos" and ready.rows[2].words.text() == "Photos"
    press(qtbot, window, Key.Key_F2)
    press(qtbot, window, Key.Key_Delete)
    press(qtbot, window, Key.Key_Return)
    assert len(desk.ask(preparing.of_event, event)) == len(USUAL) - 1
    ready.field.setFocus()
    qtbot.keyClicks(ready.field, "Poster tube")
    press(qtbot, window, Key.Key_Return)
    assert desk.ask(preparing.of_event, event)[-1].words == "Poster tube" and ready.field.hasFocus()
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert len(desk.ask(preparing.of_event, event)) == len(USUAL) - 1
    assert len([row for row in ready.rows if row.isVisible()]) == len(USUAL) - 1


def test_it_is_there_before_the_event_only(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    event = add_event(desk, "Looms 2026")
    desk.do(preparing.add, event, "Photos")
    _, there = open_there(qtbot, desk, tmp_path, event)
    assert not there.ready.isVisible()


def test_a_dinner_has_a_lighter_page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    soon = TODAY + timedelta(days=7)
    event = add_event(desk, "Dinner", start_on=soon, end_on=soon, kind="dinner")
    window, there = open_there(qtbot, desk, tmp_path, event)
    assert not there.strip.isVisible() and not there.agenda.isVisible() and not there.pack.isVisible()
    qtbot.mouseClick(there.ready.begin, LEFT)
    assert [one.words for one in desk.ask(preparing.of_event, event)] == list(SHORT)
    window.frame.catalogue.run("events.session")
    assert window.overlay() is not None


def test_a_dinner_has_few_facts_and_a_conference_all(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dinner = add_event(desk, "Dinner", kind="dinner")
    conference = add_event(desk, "Looms 2026", kind="conference")
    window = open_window(qtbot, desk, tmp_path, Place("events", "event", dinner))
    page = window.page
    assert isinstance(page, EventsPage)
    facts = page.detail.facts
    assert not facts.status.isVisible() and not facts.texts["organiser"].isVisible()
    assert facts.texts["venue"].isVisible() and facts.start.isVisible() and facts.kind.isVisible()
    qtbot.mouseClick(facts.more, LEFT)
    assert facts.status.isVisible() and facts.texts["organiser"].isVisible() and not facts.more.isVisible()
    desk.do(preparing.add, dinner, "Photos")
    page.detail.show_event(dinner)
    assert facts.status.isVisible()
    window.frame.navigator.go(Place("events", "event", conference))
    settle()
    assert facts.status.isVisible() and not facts.more.isVisible()
