"""When on its day something happened, and how long it took: two small fields that may stay empty."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.domain.clock_words import read_time
from hallway.domain.errors import Refused
from hallway.ui.theme.look import look
from hallway.ui.widgets.text_field import TextField

MOST_MINUTES = 24 * 60
TIME_WIDTH, MINUTES_WIDTH = 88, 108


class MomentTimes(QWidget):
    """A time such as 9:30 and a number of minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = TextField(self.tr("9:30"), icon="clock", name=self.tr("Time it happened, like 9:30"))
        self.minutes = TextField(self.tr("Minutes"), icon="timer", name=self.tr("How many minutes it took"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.clock)
        row.addWidget(self.minutes)
        self._fit()
        look.changed.connect(self._fit)

    def show_times(self, at_time: str, minutes: int | None) -> None:
        """Show "09:30", or nothing for an empty text; None leaves the minutes empty."""
        self.clock.setText(at_time)
        self.minutes.setText(str(minutes) if minutes else "")

    def read(self) -> tuple[str, int | None]:
        """What is written, as "HH:MM" or "", and minutes or None. Raises `Refused` for what does not read."""
        return self._read_clock(), self._read_minutes()

    def _read_clock(self) -> str:
        words = self.clock.text().strip()
        if (found := read_time(words)) is None:
            raise Refused(self.tr("“{words}” does not read as a time. Write it like 9:30.").format(words=words))
        return found

    def _read_minutes(self) -> int | None:
        words = self.minutes.text().strip()
        if not words:
            return None
        if not words.isascii() or not words.isdigit() or not 0 < int(words) <= MOST_MINUTES:
            raise Refused(self.tr("“{words}” does not read as a number of minutes.").format(words=words))
        return int(words)

    def _fit(self) -> None:
        self.clock.setFixedWidth(look.scaled(TIME_WIDTH))
        self.minutes.setFixedWidth(look.scaled(MINUTES_WIDTH))
