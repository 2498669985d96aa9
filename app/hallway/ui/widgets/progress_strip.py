"""Shows long work beside the content: what, how far, how long yet, and Stop."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label

TOLD_AFTER = 1.0
"""Seconds of work after which the time left is more than a guess."""


class ProgressStrip(QWidget):
    """A heading, "268 of 312", a bar, a line of words or else the time left, and Stop.

    ``stopped`` when Stop was pressed; without ``stoppable`` there is no Stop.
    """

    stopped = Signal()

    def __init__(self, heading: str, *, stoppable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._began, self._done = monotonic(), 0
        self.setAccessibleName(heading)
        self._heading = Label(heading, "name", elide=True)
        self._count = Label("", "small", "text2")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(heading)
        self._bar.setFixedHeight(10)
        self._words = Label("", "small", "text3", elide=True)
        self.stop_button = link(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop: {what}").format(what=heading))
        self.stop_button.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(self._heading, self._count))
        column.addWidget(self._bar)
        column.addLayout(_row(self._words, self.stop_button))
        self.stop_button.setVisible(stoppable)  # only now: without a parent it would be a window for a moment
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how far it is; total 0 means the end is not known. ``words`` is the line below, else the time left."""
        if done < self._done:  # another part of the work has begun
            self._began = monotonic()
        self._done = done
        words = words or self._time_left(done, total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        known = self.tr("{done} of {total}").format(done=done, total=total)
        self._count.set_text(known if total else "")
        self._words.set_text(words)
        self.setAccessibleDescription(" ".join(part for part in (self._count.text(), words) if part))

    def _time_left(self, done: int, total: int) -> str:
        """ "About 3 seconds left", from how long the part that is done took."""
        spent = monotonic() - self._began
        if not 0 < done < total or spent < TOLD_AFTER:
            return ""
        left = round(spent / done * (total - done))
        if left < 60:
            return self.tr("About %n seconds left.", "", max(left, 1))
        return self.tr("About %n minutes left.", "", round(left / 60))


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
