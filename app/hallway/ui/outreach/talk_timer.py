"""How long a talk has lasted: it runs when one starts it, and says kindly when the time that was asked for is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.ui.theme.type import font, tabular
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

SECOND = 1_000


class TalkTimer(QWidget):
    """`began` when it is started. `message` is the line that says that the time is over; it stands elsewhere."""

    began = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._minutes = 20
        self._since: datetime | None = None
        self.start = secondary(self.tr("Start the time"), "timer")
        self.mark = Picture("timer", 16, "text2")
        self.time = Label("", "strong")
        self.time.setFont(tabular(font("strong")))
        self.message = InlineMessage("", tone="amber")
        self._tick = QTimer(self, interval=SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        for piece in (self.start, self.mark, self.time):
            row.addWidget(piece)
        self.start.clicked.connect(self._begin)
        self._tick.timeout.connect(self.show_time)
        self._dismissed = False
        self.message.closed.connect(self._dismiss)
        self.show_talk(20, None)

    def show_talk(self, minutes: int, since: datetime | None) -> None:
        """Show the time of a talk that began then, or one that has not begun."""
        self._minutes, self._since, self._dismissed = minutes, since, False
        if since is not None:
            self._tick.start()
        else:
            self._tick.stop()
        self.show_time()

    def is_over(self) -> bool:
        """Whether the time that was asked for has gone by."""
        return self._since is not None and self._seconds() >= self._minutes * 60

    def show_time(self) -> None:
        """Show how long it has lasted just now."""
        runs, over = self._since is not None, self.is_over()
        self.start.setVisible(not runs)
        for piece in (self.mark, self.time):
            piece.setVisible(runs)
        if runs:
            gone = self._seconds()
            words = self.tr("{gone} of {minutes} minutes")
            self.time.set_text(words.format(gone=f"{gone // 60}:{gone % 60:02}", minutes=self._minutes))
            self.time.set_colour("amber" if over else "text")
        words = self.tr("The {minutes} minutes you asked for are over. Say so and thank them; they may like to go on.")
        if over and self.message.isHidden():
            self.message.set_text(words.format(minutes=self._minutes))
        self.message.setVisible(over and not self._dismissed)

    def _seconds(self) -> int:
        return max(0, int((self._now() - self._since).total_seconds())) if self._since is not None else 0

    def _begin(self) -> None:
        self.show_talk(self._minutes, self._now())
        self.began.emit()

    def _dismiss(self) -> None:
        self._dismissed = True
