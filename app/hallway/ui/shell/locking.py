"""Locking the window: when nobody uses it, and what has to end before nothing of the record is left in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hallway.ui.frame.worker import Job

LOOKED_AT_EVERY = 5_000
"""Milliseconds between two looks at how long nobody has used the window."""
SLEPT = timedelta(seconds=90)
"""Between two looks; then the machine must have slept."""
USE = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletMove,
})  # fmt: skip


class Idle(QObject):
    """``passed`` once nobody has typed or moved the mouse in Hallway for so many minutes, or the machine has slept.

    It listens where events enter a window, before they are handed to one widget after another.
    """

    passed = Signal()

    def __init__(self, minutes: Callable[[], int], clock: Callable[[], datetime], parent: QObject) -> None:
        """`minutes` is asked each time; 0 is never. The clock is one that goes on while the machine sleeps."""
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._used = True
        self._used_at = self._looked_at = clock()
        timer = QTimer(self, interval=LOOKED_AT_EVERY)
        timer.timeout.connect(self.look)
        timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())

    def look(self) -> None:
        """See whether it is time."""
        now, minutes = self._clock(), self._minutes()
        slept = now - self._looked_at >= SLEPT
        if self._used and not slept:
            self._used_at = now
        self._used, self._looked_at = False, now
        if minutes and (slept or now - self._used_at >= timedelta(minutes=minutes)):
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in USE:
            self._used = True
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            self._used = True


def is_at_work(*roots: QObject) -> bool:
    """Whether anything long is going on that was begun here."""
    return any(thread.isRunning() for root in roots for thread in root.findChildren(QThread))


def end_work(*roots: QObject) -> None:
    """Let everything long come to its end or to its next report; a step that is being written is whole or is none."""
    for root in roots:
        for thread in root.findChildren(QThread):
            if isinstance(thread, Job):
                thread.stop()
            thread.wait()


def half_written(panel: QWidget | None) -> tuple[str, ...]:
    """What somebody has typed into the fields of an open panel, so that a lock loses none of it."""
    found = []
    for widget in [] if panel is None else panel.findChildren(QWidget):
        if isinstance(widget, QLineEdit) and widget.isModified() and widget.echoMode() == QLineEdit.EchoMode.Normal:
            found.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit) and widget.document().isModified():
            found.append(widget.toPlainText())
    return tuple(words for words in found if words.strip())


def let_go(window: QWidget) -> None:
    """Take a window apart now, with every word in it."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
