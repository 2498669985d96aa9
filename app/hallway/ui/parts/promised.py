"""What is promised in the words being written, as chips: shown before it is kept, taken off by its cross."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.domain.dates import say_day
from hallway.domain.promises import Promised, promises_in
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout

REST = 120
"""Milliseconds without a key after which the words are read."""


class PromisedChips(QWidget):
    """Hidden while nothing is promised. What was taken off stays off until the field is begun anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self._today = "", date(1970, 1, 1)
        self._names: frozenset[str] = frozenset()
        self._found: tuple[Promised, ...] = ()
        self._declined: set[str] = set()
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self._read)
        self.hide()

    def begin(self, today: date, names: frozenset[str] = frozenset()) -> None:
        """Start anew; `names` are given names in small letters that may stand for whoever it is about."""
        self._today, self._names = today, names
        self._declined.clear()
        self.read("")
        self._read()

    def read(self, words: str) -> None:
        """Read the words once nothing is typed for a moment."""
        self._words = words
        self._soon.start()

    def promises(self) -> tuple[Promised, ...]:
        """Return what is promised in the words as they are now."""
        if self._soon.isActive():
            self._read()
        return self._found

    def _read(self) -> None:
        self._soon.stop()
        every = promises_in(self._words, self._today, self._names)
        found = tuple(one for one in every if one.text not in self._declined)
        if found != self._found:
            self._found = found
            self._show()

    def _show(self) -> None:
        self._flow.clear()
        for one in self._found:
            chip = Chip(self._words_of(one), "reply", removable=True, hue="blue")
            chip.setAccessibleName(self.tr("Promise, {words}, Delete takes it off").format(words=chip.text()))
            chip.removed.connect(lambda text=one.text: self._decline(text))
            self._flow.addWidget(chip)
        self.setVisible(bool(self._found))
        self.updateGeometry()
        self.changed.emit()

    def _words_of(self, one: Promised) -> str:
        day = say_day(one.due, self._today) if one.due else ""
        words = self.tr("{text}, for {day}").format(text=one.text, day=day) if day else one.text
        return (self.tr("You: {words}") if one.by_me else self.tr("They: {words}")).format(words=words)

    def _decline(self, text: str) -> None:
        self._declined.add(text)
        self._read()
