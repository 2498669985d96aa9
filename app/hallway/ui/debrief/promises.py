"""Promises as lines: words with their day in them ("send the draft fri"), three beginnings to choose from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.capture import read_promise
from hallway.domain.dates import say_day
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField

Line = tuple[str, date | None]


class PromiseLines(QWidget):
    """Enter takes a line; what stands in the field unfinished counts as well."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._lines: list[Line] = []
        self._first = ""
        self.field = TextField(self.tr("Send the draft fri"))
        self.field.setAccessibleName(self.tr("Something you promised"))
        self.reading = Label("", "small", "text2")
        self.beginnings = [Chip("", button=True) for _ in range(3)]
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._build()
        self.field.returnPressed.connect(self.take)
        self.field.textChanged.connect(self._say)

    def begin(self, first: str) -> None:
        """Start anew for somebody of this given name."""
        self._lines, self._first = [], first
        self.field.clear()
        words = (self.tr("Thank {name} for"), self.tr("Introduce {name} to"), self.tr("Send {name}"))
        for chip, begins in zip(self.beginnings, words, strict=True):
            chip.setText(begins.format(name=first) + "…")
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
        self._show()

    def lines(self) -> tuple[Line, ...]:
        """What was promised: words and the day, if one was named."""
        unfinished = self.field.text().strip()
        return (*self._lines, *([read_promise(unfinished, self._today)] if unfinished else []))

    def take(self) -> None:
        """Enter: the line is taken, the field is free."""
        if self.field.text().strip():
            self._lines.append(read_promise(self.field.text(), self._today))
            self.field.clear()
            self._show()

    def _take_off(self, at: int) -> None:
        del self._lines[at]
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        due = read_promise(words, self._today)[1] if words.strip() else None
        self.reading.set_text(self.tr("for {day}").format(day=say_day(due, self._today)) if due else "")

    def _begin_with(self, chip: Chip) -> None:
        self.field.setText(chip.text().removesuffix("…") + " ")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._flow.clear()
        for at, (text, due) in enumerate(self._lines):
            words = self.tr("{text}, for {day}").format(text=text, day=say_day(due, self._today)) if due else text
            chip = Chip(words, "reply", removable=True)
            chip.removed.connect(lambda at=at: self._take_off(at))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._lines))

    def _build(self) -> None:
        column, beginnings = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        beginnings.setSpacing(6)
        for chip in self.beginnings:
            chip.clicked.connect(lambda _=False, chip=chip: self._begin_with(chip))
            beginnings.addWidget(chip)
        beginnings.addStretch(1)
        beginnings.addWidget(self.reading)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        column.addLayout(beginnings)
