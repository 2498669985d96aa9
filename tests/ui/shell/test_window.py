"""The window around the rooms, driven by keys and clicks as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from hallway.domain import errors
from hallway.domain.changes import Changes
from hallway.domain.people import NewPerson
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room
from hallway.ui.shell.commands import equip
from hallway.ui.shell.window import Window
from hallway.usecases import people
from hallway.usecases.desk import Desk


@dataclass
class Seen:
    """What a page was told."""

    places: list[Place] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)


class PlainPage(Page):
    """A page with one field, which remembers what it was told."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.seen = Seen()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def show_place(self, place: Place) -> None:
        self.seen.places.append(place)

    def refresh(self, changes: Changes) -> None:
        self.seen.changes.append(changes)

    def focus_first(self) -> None:
        self.field.setFocus()


ROOMS = (
    Room("today", "Today", "sun", PlainPage),
    Room("people", "People", "users-round", PlainPage, count=lambda bridge: bridge.ask(people.count)),
    Room("settings", "Settings", "settings-2", PlainPage, at_bottom=True),
)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    made = Window(Bridge(desk), ROOMS, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    equip(made)
    qtbot.addWidget(made)
    made.frame.navigator.go(Place("today"))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


def page(window: Window) -> PlainPage:
    assert isinstance(window.page, PlainPage)
    return window.page


def press(qtbot: QtBot, window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    focused = window.focusWidget()
    qtbot.keyClick(window if focused is None else focused, key, held)


CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_keys_go_to_rooms_and_back(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_2, CONTROL)
    assert page(window).seen.places == [Place("people")]
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert window.page is window.pages["today"]
    press(qtbot, window, Qt.Key.Key_Comma, CONTROL)
    assert window.page is window.pages["settings"]


def test_a_step_tells_the_page_in_front_and_offers_undo(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.bridge.do(people.add, NewPerson("Ada Lovelace"))
    assert [changes.label for changes in page(window).seen.changes] == ["Added Ada Lovelace"]
    toast = window.toasts.current()
    assert toast is not None
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert desk.ask(people.count) == 0


def test_ctrl_z_takes_back_and_ctrl_shift_z_does_again(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.bridge.do(people.add, NewPerson("Ada Lovelace"))
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert desk.ask(people.count) == 0
    press(qtbot, window, Qt.Key.Key_Z, CONTROL, SHIFT)
    assert desk.ask(people.count) == 1


def test_a_text_field_takes_back_its_own_typing_before_the_record(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.frame.bridge.do(people.add, NewPerson("Ada Lovelace"))
    page(window).focus_first()
    qtbot.keyClicks(page(window).field, "typed")
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert page(window).field.text() == ""
    assert desk.ask(people.count) == 1
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert desk.ask(people.count) == 0


def test_what_was_refused_stays_on_screen_until_closed(qtbot: QtBot, window: Window) -> None:
    assert window.frame.bridge.do(people.add, NewPerson("  ")) is None
    strip = window._strip
    assert strip is not None and "name is needed" in strip.label.text()
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert window._strip is None


def test_trouble_says_all_three_parts(window: Window) -> None:
    window.frame.bridge.refused.emit(errors.DiskFull("The disk is full.", "All is safe.", "Free some space."))
    assert window._strip is not None
    assert window._strip.label.text() == "The disk is full. All is safe. Free some space."


def test_the_rail_shows_counts_and_folds_when_narrow(window: Window) -> None:
    window.frame.bridge.do(people.add, NewPerson("Ada Lovelace"))
    assert "1" in window.rail._rows["people"].accessibleName()
    window.resize(960, 640)
    assert window.rail.is_narrow
    window.resize(1280, 800)
    assert not window.rail.is_narrow


def test_f6_moves_between_rail_and_page(qtbot: QtBot, window: Window) -> None:
    page(window).focus_first()
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(window.focusWidget())
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.focusWidget() is page(window).field


def test_the_window_comes_back_in_the_size_it_was_left(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = Window(Bridge(desk), ROOMS, settings)
    qtbot.addWidget(first)
    first.resize(960, 700)
    first.close()
    second = Window(Bridge(desk), ROOMS, settings)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (960, 700)


def test_the_help_sheet_lists_every_key(qtbot: QtBot, window: Window) -> None:
    from hallway.ui.widgets.label import Label

    press(qtbot, window, Qt.Key.Key_F1)
    panel = window.overlay()
    assert panel is not None
    shown = {label.text() for label in panel.findChildren(Label)}
    assert {spec.text for spec in window.frame.catalogue.all() if spec.shortcut} <= shown
    qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_no_two_actions_share_a_key(window: Window) -> None:
    keys = [spec.shortcut for spec in window.frame.catalogue.all() if spec.shortcut]
    assert len(keys) == len(set(keys))
