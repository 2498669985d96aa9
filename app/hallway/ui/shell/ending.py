"""Being told to end: SIGTERM, SIGINT and a log-out are obeyed within a second, and what is being written is kept."""

from __future__ import annotations

import os
import signal
import sys
import threading

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication

PATIENCE = 0.8
"""Seconds from being told to end until it is the end, whatever else still goes on."""
NUMBERS = (signal.SIGTERM, signal.SIGINT)


class Ending(QObject):
    """``told`` comes before the event loop ends: the last moment to keep what is not saved."""

    told = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self.has_begun = False

    def begin(self) -> None:
        """Obey from now on."""
        if self.has_begun:
            return
        self.has_begun = True
        self._application.commitDataRequest.connect(lambda manager: self.told.emit())
        if sys.platform == "win32":
            return
        reader, writer = os.pipe()
        for end in (reader, writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writer)
        for number in NUMBERS:
            signal.signal(number, lambda *_: _end_soon())  # Python's turn comes, too, while the window is busy
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: self._end_now(os.read(reader, 64)))

    def _end_now(self, signals: bytes) -> None:
        """What is on disk is whole at any moment, so nothing need be waited for."""
        if set(NUMBERS) & set(signals):
            _end_soon()
            self.told.emit()
            self._application.quit()


def _end_soon() -> None:
    last = threading.Timer(PATIENCE, os._exit, (0,))
    last.daemon = True
    last.start()
