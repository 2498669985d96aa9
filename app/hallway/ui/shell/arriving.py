"""Files that the desktop opens with Hallway: by a double click, or from a second start. They are looked at first."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

from hallway.host import given_files
from hallway.ui.shell.dropping import take_files

if TYPE_CHECKING:
    from hallway.ui.shell.window import Window

AGAIN = 400  # ms until a window that is busy with something else is asked once more


class Arrivals:
    """Files that wait until there is a window with nothing over its page; then they are taken together."""

    def __init__(self, files: Sequence[Path] = ()) -> None:
        self._waiting = list(files)
        self._coming: list[Path] = []

    def hear(self, message: str) -> bool:
        """Whether a message brings a file. Those of one start are kept until the last of them has come."""
        given = given_files.given(message)
        if given is None:
            return False
        self._coming.append(given.path)
        if not given.left:
            self._waiting, self._coming = self._waiting + self._coming, []
        return True

    def show(self, window: Window) -> None:
        """Show what the files would do, at once or as soon as the window is free for it."""
        if not self._waiting:
            return
        if window.overlay() is None and take_files(window, self._waiting):
            self._waiting = []
        else:
            QTimer.singleShot(AGAIN, window, partial(self.show, window))


class OpeningEvents(QObject):
    """macOS tells a program by events what to open; here they become the messages that other systems' starts send."""

    def __init__(self, application: QCoreApplication, tell: Callable[[str], None]) -> None:
        super().__init__(application)
        self._tell = tell
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        for message in given_files.messages([Path(event.file())]) if event.file() else [event.url().toString()]:
            self._tell(message)
        return True


def watch_events(application: QCoreApplication, tell: Callable[[str], None]) -> None:
    """Hear what macOS asks to be opened; elsewhere there are no such events, and no price for listening."""
    if sys.platform == "darwin":
        OpeningEvents(application, tell)
