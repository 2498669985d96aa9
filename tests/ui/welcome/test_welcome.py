"""The first page: three names and one has begun."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.welcome.page import WelcomePage
from hallway.usecases import people
from hallway.usecases.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> WelcomePage:
    window = QWidget()
    qtbot.addWidget(window)
    made = WelcomePage(Frame(Bridge(desk), Navigator(), Catalogue(window)), window)
    window.resize(1076, 800)
    window.show()
    return made


def test_two_names_by_keyboard_alone(qtbot: QtBot, page: WelcomePage, desk: Desk) -> None:
    page.focus_first()
    qtbot.keyClicks(page.lines[0].name, "Greta Solheim")
    qtbot.keyClick(page.lines[0].name, Qt.Key.Key_Return)
    qtbot.keyClicks(page.lines[0].how, "supervises my PhD")
    qtbot.keyClicks(page.lines[1].name, "Farzana Chowdhury")
    assert page.add.text() == "Add two people"
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask(people.count) == 2
    greta = desk.ask(people.named, "Greta Solheim")[0]
    assert desk.ask(people.person, greta).met_how == "Supervises my PhD"
    assert page.frame.navigator.here == Place("today")
    assert len(desk.history()) == 1


def test_nothing_named_nothing_to_add(page: WelcomePage) -> None:
    assert not page.add.isEnabled()


def test_skip_goes_to_today(qtbot: QtBot, page: WelcomePage) -> None:
    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert page.frame.navigator.here == Place("today")
