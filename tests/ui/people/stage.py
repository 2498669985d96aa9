"""A window with the People room alone in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.people.page import PeoplePage
from hallway.ui.people.room import ROOM
from hallway.usecases.desk import Desk


@dataclass
class Stage:
    """The page, what it stands on, and what was said to the person."""

    window: QMainWindow
    page: PeoplePage
    frame: Frame
    ids: dict[str, int]
    said: list[str] = field(default_factory=list)
    refused: list[object] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        """The record."""
        return self.frame.bridge.desk

    def names(self) -> list[str]:
        """Everybody listed, in order."""
        model = self.page.list.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def shown(self) -> str:
        """Whose page is open."""
        page = self.page.detail.page
        return page.person.name if page else ""


def make_stage(desk: Desk, ids: dict[str, int], width: int = 1076) -> Stage:
    """Build the room as the window would."""
    window = QMainWindow()
    frame = Frame(Bridge(desk), Navigator(), Catalogue(window))
    page = ROOM.page(frame)
    assert isinstance(page, PeoplePage)
    window.setCentralWidget(page)
    frame.catalogue.add(*ROOM.actions(frame, lambda: page))
    stage = Stage(window, page, frame, ids)
    frame.bridge.changed.connect(page.refresh)
    frame.bridge.said.connect(lambda words, undoable: stage.said.append(words))
    frame.bridge.refused.connect(stage.refused.append)
    frame.navigator.went.connect(page.show_place)
    window.resize(width, 800)
    return stage


def show(qtbot: QtBot, stage: Stage) -> Stage:
    """Put it on the screen with the room in front."""
    qtbot.addWidget(stage.window)
    with qtbot.waitActive(stage.window):
        stage.window.show()
        stage.window.activateWindow()
    stage.frame.navigator.go(Place("people"))
    QApplication.processEvents()
    return stage
