"""What the plan leaves free: pauses as the user made them, and days off as their files brought them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.plan import Pause
from hallway.ui.frame.bridge import Bridge
from hallway.ui.today.pause_form import PauseForm
from hallway.ui.today.side import empty
from hallway.ui.widgets.button import icon_button, quiet
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.usecases import days_off, people, planning

OPEN_END = date.max


class Rests(QWidget):
    """Lines that end a pause or take a file's days off away, and the form for another; `file_wanted` asks for one."""

    file_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.form = PauseForm(bridge)
        self.file = quiet(self.tr("Days off from a file…"), "calendar-x")
        self.file.setToolTip(self.tr("Holidays or exams, as a calendar file (.ics)"))
        self.file.clicked.connect(self.file_wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        foot = QHBoxLayout()
        foot.addWidget(self.file)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lines)
        column.addWidget(self.form)
        column.addLayout(foot)

    def show_rests(self) -> None:
        """Show what is in force or to come."""
        empty(self._lines)
        today = self._bridge.desk.clock.today()
        files: defaultdict[str, list[Pause]] = defaultdict(list)
        coming = [one for one in self._bridge.ask(planning.pauses) if one[2].end >= today]
        names = self._bridge.ask(people.rows, [whose for _, whose, _ in coming if whose])
        for pause_id, whose, one in coming:
            if one.source:
                files[one.source].append(one)
            elif whose is None or whose in names:
                self._lines.addWidget(self._pause(pause_id, names[whose].name if whose else "", one))
        for source, found in files.items():
            self._lines.addWidget(self._file(source, found))

    def _pause(self, pause_id: int, whose: str, one: Pause) -> QWidget:
        words = f"{whose}: {self._say(one)}" if whose else self._say(one)
        label = self.tr("End the pause: {words}").format(words=words)
        return _line("pause", words, label, lambda: self._bridge.do(planning.end_pause, pause_id))

    def _file(self, source: str, found: list[Pause]) -> QWidget:
        days = sum((one.end - one.start).days + 1 for one in found)
        count = self.tr("%n days off to come", "", days)
        words = self.tr("{count}, from {file}").format(count=count, file=source)
        label = self.tr("Take away the days off from {file}").format(file=source)
        return _line("calendar-x", words, label, lambda: self._bridge.do(days_off.remove, source))

    def _say(self, one: Pause) -> str:
        today = self._bridge.desk.clock.today()
        start, reason = say_day(one.start, today), one.reason or self.tr("Pause")
        if one.end == OPEN_END:
            return self.tr("{reason}, from {start}").format(reason=reason, start=start)
        return self.tr("{reason}, {start} to {end}").format(reason=reason, start=start, end=say_day(one.end, today))


def _line(icon: str, words: str, end_words: str, end: Callable[[], object]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    button = icon_button("x", end_words, small=True)
    button.clicked.connect(lambda _=False: end())
    line.addWidget(Picture(icon, 16))
    line.addWidget(Label(words, "body", elide=True), 1)
    line.addWidget(button)
    return row
