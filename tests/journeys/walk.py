"""A walk through days in the window, by keys: what a journey presses, and what Today holds on its way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway.domain.today import Item
from hallway.store.database import open_database
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.today.page import TodayPage
from hallway.usecases import today
from hallway.usecases.desk import Desk
from tests.makers import MovingClock
from tests.ui.house import CONTROL, open_window, press, settle

Key = Qt.Key


class Walk:
    """The window and its clock."""

    def __init__(self, qtbot: QtBot, window: Window, clock: MovingClock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock
        self.bridge = window.frame.bridge

    def keys(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.qtbot, self.window, key, held)

    def write(self, words: str) -> None:
        field = self.window.focusWidget()
        assert field is not None
        self.qtbot.keyClicks(field, words)

    def on(self, widget: QWidget) -> None:
        """Come to a control and press it, by keyboard."""
        assert widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys(Key.Key_Space)

    def palette(self, words: str) -> None:
        self.keys(Key.Key_K, CONTROL)
        self.write(words)
        settle()
        self.keys(Key.Key_Return)

    def go(self, *place: str | int) -> None:
        self.window.frame.navigator.go(Place(*place))  # type: ignore[arg-type]
        settle()

    def day(self, days: int) -> None:
        """It is so many days later; whatever is in view looks again."""
        self.clock.moment += timedelta(days=days)
        self.go("timeline")
        self.go("today")

    def due(self, *kinds: str) -> list[Item]:
        return [item for item in self.bridge.ask(today.due) if item.kind in kinds]

    def do_on_today(self, *kinds: str) -> str:
        """Press D on the only thing of these kinds; returns whom it was about."""
        page = self.window.page
        assert isinstance(page, TodayPage)
        page.more_fold.row.setFocus()
        if page.more_fold.isVisible():
            self.keys(Key.Key_Right)
        (row,) = [row for row in (*page.items.rows, *page.more.rows) if row.item.kind in kinds]
        row.setFocus()
        self.keys(Key.Key_D)
        return row.item.person


W = TypeVar("W", bound=Walk)


@contextmanager
def walking(kind: type[W], qtbot: QtBot, qapp: QApplication, folder: Path, begin: datetime) -> Iterator[W]:
    """A walk that begins on Today, in an empty record in a file."""
    theme.apply(qapp, "light")
    theme.choose_motion(False)
    clock = MovingClock(begin)
    desk = Desk(open_database(folder / "hallway.db"), clock, "test")
    window = open_window(qtbot, desk, folder, Place("today"))
    yield kind(qtbot, window, clock)
    window.close()
    desk.close()
