"""Hearing what a later start of Hallway asks of this one, and on macOS what the system asks to be opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Signal

from hallway.host.instance import Instance
from hallway.ui.shell.arriving import watch_events

ASKED_EVERY = 500
"""Milliseconds, where the platform cannot tell that a message came."""


class Listener(QObject):
    """``asked`` comes with each message once it listens."""

    asked = Signal(str)

    def __init__(self, application: QCoreApplication, instance: Instance, parent: QObject) -> None:
        super().__init__(parent)
        self._application, self._instance = application, instance
        self._has_begun = False

    def begin(self) -> None:
        """Listen from now on; without the folder's lock nobody will call."""
        if self._has_begun:
            return
        self._has_begun = True
        watch_events(self._application, self.asked.emit)
        if not self._instance.is_held:
            return
        self._instance.listen()
        handle = self._instance.fileno()
        if handle is None:
            timer = QTimer(self, interval=ASKED_EVERY)
            timer.timeout.connect(self.answer)
            timer.start()
            return
        notifier = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self.answer)

    def answer(self) -> None:
        """Hand on what has come."""
        for message in self._instance.read_messages():
            self.asked.emit(message)
