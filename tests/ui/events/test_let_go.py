"""Letting go of an event, and bringing it back from its own page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.events.page import EventsPage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import events
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_person, days_ago
from tests.ui.house import LEFT, nameless, open_window, press, settle, undo


def open_events(qtbot: QtBot, desk: Desk, folder: Path, event_id: int) -> tuple[Window, EventsPage]:
    window = open_window(qtbot, desk, folder, Place("events", "event", event_id))
    page = window.page
    assert isinstance(page, EventsPage)
    return window, page


def test_delete_lets_go_and_undo_brings_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    looms = add_event(desk, "Looms")
    add_event(desk, "Dinner", start_on=days_ago(3), end_on=days_ago(3))
    window, page = open_events(qtbot, desk, tmp_path, looms)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert page.detail.title.text() == "Dinner"
    toast = window.toasts.current()
    assert toast is not None and toast.accessibleName() == "Let go of Looms"
    undo(qtbot, window)
    assert page.model.row_of(looms) >= 0


def test_a_link_to_an_event_let_go_shows_it_with_a_way_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    looms, dinner = add_event(desk, "Looms"), add_event(desk, "Dinner", start_on=days_ago(3), end_on=days_ago(3))
    add_person(desk, "Ada", met_event_id=looms)
    desk.do(events.remove, looms)
    window, page = open_events(qtbot, desk, tmp_path, dinner)
    window.frame.navigator.go(Place("events", "event", looms))
    settle()
    assert page.detail.title.text() == "Looms"
    assert page.detail.bring_back.isVisible() and not page.detail.let_go.isVisible()
    assert nameless(window) == []
    qtbot.mouseClick(page.detail.bring_back, LEFT)
    settle()
    assert page.model.event_at(page.list.currentIndex().row()) is not None
    assert page.detail.let_go.isVisible() and not page.detail.bring_back.isVisible()
    assert [event.title for event in desk.ask(events.coming)] == ["Looms"]


def test_a_link_to_an_event_that_is_forgotten_shows_what_there_is(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    add_event(desk, "Looms", start_on=TODAY, end_on=TODAY)
    _, page = open_events(qtbot, desk, tmp_path, 99)
    assert page.detail.title.text() == "Looms"


def test_the_last_event_let_go_leaves_an_empty_room_and_a_link_to_it_still_works(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    looms = add_event(desk, "Looms")
    desk.do(events.remove, looms)
    window, page = open_events(qtbot, desk, tmp_path, looms)
    assert page.detail.bring_back.isVisible()
    window.frame.navigator.go(Place("events"))
    settle()
