"""Files dropped on a room: a programme on Events starts its import, and what is no file is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import events
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES
from tests.makers import add_event, file_desk
from tests.ui.house import open_window, settle

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """On the disk, because files are read beside the window."""
    made = file_desk(tmp_path / "hallway.db")
    yield made
    made.close()


def drag(window: Window, *paths: Path | str) -> bool:
    """Drag files over the window and let go; whether they were taken."""
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else QUrl(one) for one in paths])
    enter = QDragEnterEvent(QPoint(400, 300), COPY, given, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(400, 300), COPY, given, LEFT, NONE)
    QApplication.sendEvent(window, drop)
    settle()
    return drop.isAccepted()


@pytest.mark.parametrize("name", ["frab.xml", "pretalx.json", "pretalx.ics"])
def test_a_programme_dropped_on_the_events_starts_its_import(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str
) -> None:
    add_event(desk)
    window = open_window(qtbot, desk, tmp_path, Place("events"))
    assert drag(window, SAMPLES / name)
    page = window.page
    assert isinstance(page, ExchangePage)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    assert page.programme.isVisible() and page.programme.review.programme.sessions
    assert len(desk.ask(events.coming)) == 1  # nothing is changed before the review
    page.programme.finish.click()
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    assert len(desk.ask(events.coming)) + len(desk.ask(events.past)) == 2


def test_what_is_no_file_here_is_left_alone(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("events"))
    assert not drag(window, "https://conference.example/schedule.xml")
    assert not drag(window, tmp_path)
    assert not drag(window, tmp_path / "gone.xml")
    assert window.frame.navigator.here == Place("events")


def test_nothing_is_taken_behind_an_open_panel(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("events"))
    window.frame.catalogue.run("events.add")
    assert not drag(window, SAMPLES / "frab.xml")
