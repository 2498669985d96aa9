"""One notification in the evening, for those who want it: what today holds, and never when it holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window, raise_window
from hallway.usecases import today

LOOKED_EVERY, SHOWN_FOR = 60_000, 30_000
"""Milliseconds between two looks at the clock (a machine that slept is late by one at most), and of the words."""


class Evening(QObject):
    """Looks at the record's clock each minute; after `hour` it tells once a day, and rests until tomorrow.

    A window opened after that hour tells nothing the same day. `show` gets the words; left out, the desktop shows them.
    """

    def __init__(self, window: Window, hour: int, show: Callable[[str], None] | None = None) -> None:
        super().__init__(window)
        self._window, self._hour = window, hour
        self._show = show or self._notify
        self._icon: QSystemTrayIcon | None = None
        now = self._now()
        self._told_on = now.date() if now.hour >= hour else None
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell what today holds, if it is time and was not told yet."""
        now = self._now()
        if now.hour < self._hour or self._told_on == now.date():
            return
        self._told_on = now.date()
        if words := self._window.frame.bridge.ask(today.evening):
            self._show(words)

    def _now(self) -> datetime:
        return self._window.frame.bridge.desk.clock.now()

    def _notify(self, words: str) -> None:
        """By the desktop; where it has no place for that, the window asks for a look in the taskbar."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QApplication.alert(self._window)
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._icon.messageClicked.connect(self._come)
            self._icon.activated.connect(self._come)
        self._icon.show()
        self._icon.showMessage("Hallway", words, QApplication.windowIcon(), SHOWN_FOR)
        QTimer.singleShot(SHOWN_FOR, self._icon, self._icon.hide)

    def _come(self) -> None:
        raise_window(self._window)
        self._window.frame.navigator.go(Place("today"))
