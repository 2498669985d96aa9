"""A window with the room Today alone in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from hallway.domain.today import Item
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.today.item_row import ItemRow
from hallway.ui.today.page import TodayPage
from hallway.ui.today.room import ROOM
from hallway.usecases.desk import Desk


@dataclass
class Stage:
    """The page, what it stands on, where one went, and what was said to the person."""

    window: QMainWindow
    page: TodayPage
    frame: Frame
    said: list[str] = field(default_factory=list)
    refused: list[object] = field(default_factory=list)
    went: list[Place] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        """The record."""
        return self.frame.bridge.desk

    @property
    def first(self) -> ItemRow:
        """The first thing of the day."""
        return self.page.items.rows[0]

    def items(self) -> list[Item]:
        """What is shown, in order."""
        return [row.item for row in self.page.items.rows]

    def people(self) -> list[str]:
        """Whom the things shown are about."""
        return [item.person for item in self.items()]


def make_stage(desk: Desk) -> Stage:
    """Build the room as the window would."""
    window = QMainWindow()
    frame = Frame(Bridge(desk), Navigator(), Catalogue(window))
    page = ROOM.page(frame)
    assert isinstance(page, TodayPage)
    window.setCentralWidget(page)
    frame.catalogue.add(*ROOM.actions(frame, lambda: page))
    stage = Stage(window, page, frame)
    frame.bridge.changed.connect(page.refresh)
    frame.bridge.said.connect(lambda words, undoable: stage.said.append(words))
    frame.bridge.refused.connect(stage.refused.append)
    frame.navigator.went.connect(stage.went.append)
    frame.navigator.went.connect(lambda place: page.show_place(place) if place.room == "today" else None)
    return stage


def show(qtbot: QtBot, stage: Stage, subject: str = "", width: int = 1076) -> Stage:
    """Put it on the screen with the keyboard where one begins."""
    stage.window.resize(width, 800)
    qtbot.addWidget(stage.window)
    with qtbot.waitActive(stage.window):
        stage.window.show()
        stage.window.activateWindow()
    stage.frame.navigator.go(Place("today", subject))
    stage.page.focus_first()
    QApplication.processEvents()
    return stage


def choose(qtbot: QtBot, row: ItemRow, words: str) -> None:
    """Choose a row of the menu that is open, by the beginning of its words, with the keyboard."""
    menu = row.findChildren(QMenu)[-1]
    wanted = next(action for action in menu.actions() if action.text().startswith(words))
    for _ in menu.actions():
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() is wanted:
            break
    qtbot.keyPress(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
