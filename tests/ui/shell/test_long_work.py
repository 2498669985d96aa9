"""Changing very many people at once: the window goes on, shows how far it is, and can stop it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.people import Standing
from hallway.host.clock import FixedClock
from hallway.store.database import open_database
from hallway.ui.frame import bridge
from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.long_work import LongWork
from hallway.ui.shell.window import Window
from hallway.usecases import people, several
from hallway.usecases.desk import Desk
from tests.makers import NOW, add_person
from tests.ui.house import CONTROL, open_window, press, settle, strip

MANY = bridge.MOST_AT_ONCE + 20


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Desk]:
    """A file, since another thread opens it too."""
    desk = Desk(open_database(tmp_path / "hallway.db"), FixedClock(NOW), "window")
    for number in range(MANY):
        add_person(desk, f"Ada {number}", groups=("Circle",) if number % 2 else ())
    yield desk
    desk.close()


@pytest.fixture
def window(qtbot: QtBot, many: Desk, tmp_path: Path) -> Window:
    return open_window(qtbot, many, tmp_path, Place("people"))


def page_of(window: Window) -> PeoplePage:
    assert isinstance(window.page, PeoplePage)
    return window.page


def until_done(qtbot: QtBot, window: Window) -> None:
    """Wait for the panel that says that it goes on."""
    assert isinstance(window.overlay(), LongWork)
    qtbot.waitUntil(lambda: window.overlay() is None, timeout=20_000)
    settle()


def said(window: Window) -> str:
    toast = window.toasts.current()
    assert toast is not None
    return toast.accessibleName() or " ".join(str(part.text()) for part in toast.findChildren(QWidget)
                                              if hasattr(part, "text"))  # fmt: skip


def standing(desk: Desk, where: Standing) -> int:
    return desk.ask(people.count, where)


def test_all_are_archived_taken_back_and_archived_again_by_keys(qtbot: QtBot, window: Window, many: Desk) -> None:
    press(qtbot, window, Qt.Key.Key_A, CONTROL)
    page_of(window).do("archive")
    until_done(qtbot, window)
    assert standing(many, Standing.ARCHIVED) == MANY
    assert f"Archived {MANY} people" in said(window)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    until_done(qtbot, window)
    assert standing(many, Standing.ACTIVE) == MANY == page_of(window).list.model.rowCount()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    until_done(qtbot, window)
    assert standing(many, Standing.ARCHIVED) == MANY
    assert len(many.history()) == MANY + 1


def test_stop_and_escape_change_nothing(qtbot: QtBot, window: Window, many: Desk) -> None:
    ids = many.ask(people.listed, people.PeopleFilter())
    steps = many.history()
    for press_stop in (False, True):
        window.frame.bridge.do_for(ids, several.set_rhythm, 60)
        panel = window.overlay()
        assert isinstance(panel, LongWork)
        if press_stop:
            qtbot.keyClick(panel.progress.stop_button, Qt.Key.Key_Space)
        else:
            press(qtbot, window, Qt.Key.Key_Escape)
        until_done(qtbot, window)
        assert "Stopped. Nothing was changed." in said(window)
    assert many.history() == steps
    assert {many.ask(people.person, id_).rhythm_days for id_ in ids} == {None}


def test_nothing_else_is_written_meanwhile_and_that_is_said(qtbot: QtBot, window: Window, many: Desk) -> None:
    ids = many.ask(people.listed, people.PeopleFilter())
    window.frame.bridge.do_for(ids, people.change_groups, {"Circle": True, "Looms": True})
    assert window.frame.bridge.do(people.let_go, ids[:1]) is None
    assert "still being written" in strip(window)
    until_done(qtbot, window)
    assert dict(many.ask(people.group_shares, ids)) == {"Circle": MANY, "Looms": MANY}
    assert window.frame.bridge.do(people.let_go, ids[:1]) is not None


def test_a_few_are_changed_at_once(window: Window, many: Desk) -> None:
    ids = many.ask(people.listed, people.PeopleFilter())[:3]
    window.frame.bridge.do_for(ids, people.archive)
    assert window.overlay() is None
    assert standing(many, Standing.ARCHIVED) == 3


def test_a_window_that_closes_lets_it_come_to_its_end(window: Window, many: Desk) -> None:
    ids = many.ask(people.listed, people.PeopleFilter())
    window.frame.bridge.do_for(ids, people.archive)
    window.close()
    assert standing(many, Standing.ARCHIVED) == MANY
    settle()


def test_the_keyboard_comes_back_to_where_it_was(qtbot: QtBot, window: Window) -> None:
    table = page_of(window).list.table
    table.setFocus()
    press(qtbot, window, Qt.Key.Key_A, CONTROL)
    window.frame.bridge.do_for(page_of(window).chosen_ids(), several.change_topics, {"looms": True})
    panel = window.overlay()
    assert isinstance(panel, LongWork)
    assert panel.isAncestorOf(window.focusWidget()) and panel.progress.stop_button.accessibleName()
    until_done(qtbot, window)
    assert table.hasFocus()
