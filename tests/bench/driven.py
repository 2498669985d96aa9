"""The real window on a book, driven from inside as a person would, with a heartbeat that tells how long it was busy."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.shell.commands import equip
from hallway.ui.shell.rooms import ROOMS
from hallway.ui.shell.warming import WarmUp
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases.desk import Desk
from tests.bench import books

REST = 80
"""Milliseconds of quiet after an action, in which what it put off is still counted as its own."""

LONGEST_WAIT = 0.25


@contextmanager
def window_on(home: Path) -> Iterator[Window]:
    """The window, shown, as `hallway --home` opens it. What goes wrong within is raised at the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    desk = books.desk(home)
    with _raising_at_the_end():
        window = _opened(desk, home)
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            rest()
            desk.close()


def rest(milliseconds: int = REST) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Heartbeat(QObject):
    """Beats every millisecond; the longest gap between two beats is how long the event loop was busy at a stretch."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = self._longest = 0.0

    def busy(self, action: Callable[[], object], is_over: Callable[[], bool] = lambda: True) -> float:
        """Do it within the event loop; the longest stretch in ms until it was over and all was quiet again."""
        loop = QEventLoop()

        def look() -> None:
            QTimer.singleShot(REST, loop.quit if is_over() else look)

        def act() -> None:
            self._last, self._longest = time.perf_counter(), 0.0
            self._timer.start()
            try:
                action()
            finally:
                look()

        QTimer.singleShot(0, act)
        loop.exec()
        self._timer.stop()
        return self._longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


class Paints(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        self._asleep = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)  # after the paint, which comes when this returns
        return False

    def _note(self) -> None:
        self.at = time.perf_counter()


def until_painted(action: Callable[[], object], paints: Paints) -> float:
    """Milliseconds from an action to the paint that follows it; the action alone, when it changed nothing to see."""
    start = time.perf_counter()
    action()
    acted = time.perf_counter()
    while paints.at < start and time.perf_counter() - acted < LONGEST_WAIT:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    return ((paints.at if paints.at > start else acted) - start) * 1000


def press(widget: QWidget, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key pressed and let go."""
    QTest.keyClick(widget, key, held)  # type: ignore[arg-type]


def _opened(desk: Desk, home: Path) -> Window:
    settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    window = Window(Bridge(desk), ROOMS, settings)
    equip(window)
    window.painted.connect(window.show_counts)
    warming = WarmUp(window)
    window.resize(1280, 800)
    window.frame.navigator.go(Place("today"))
    window.show()
    window.activateWindow()
    while shiboken6.isValid(warming):
        rest()
    return window


@contextmanager
def _raising_at_the_end() -> Iterator[None]:
    """Qt goes on after an error in a slot; a measurement must not."""
    found: list[BaseException] = []

    def note(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        found.append(error)

    before, sys.excepthook = sys.excepthook, note
    try:
        yield
    finally:
        sys.excepthook = before
    if found:
        raise found[0]
