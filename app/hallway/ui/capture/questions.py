"""A question of the capture panel with its answers as chips: who that is, and where one is. Nothing is assumed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label

Answer = tuple[int, str]
"""An id (0 for none of them) and its words."""


class Question(SoftPanel):
    """Asks; one answer is chosen always. Arrows go from answer to answer, Space and Enter choose."""

    answered = Signal(int)
    left_upwards = Signal()

    def __init__(self) -> None:
        super().__init__(padding=10)
        self._asked: tuple[str, tuple[Answer, ...]] = ("", ())
        self._chips: dict[int, Chip] = {}
        self._words = Label("", "body", "text2", wrap=True)
        self._answers = QWidget()
        self._flow = FlowLayout(self._answers, gap=6, line_gap=4)
        column = QVBoxLayout()
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(KeyCap("↓"))
        column.addLayout(head)
        column.addWidget(self._answers)
        self.body.addLayout(column)
        self.hide()

    def ask(self, words: str, answers: Sequence[Answer], chosen: int) -> None:
        """Ask, with one answer chosen; the same question again keeps what was answered."""
        if (words, tuple(answers)) != self._asked:
            self._asked = (words, tuple(answers))
            self._words.set_text(words)
            self.setAccessibleName(words)
            self._fill(answers)
        for key, chip in self._chips.items():
            chip.setChecked(key == chosen)
        self.show()

    def text(self) -> str:
        """The question."""
        return self._words.text()

    def chips(self) -> dict[int, Chip]:
        """The answers, by id."""
        return self._chips

    def focus(self) -> None:
        """Bring the keyboard to the answer that is chosen."""
        chosen = next((chip for chip in self._chips.values() if chip.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips = list(self._chips.values())
        at = next((place for place, chip in enumerate(chips) if chip.hasFocus()), -1)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= at + step < len(chips):
            chips[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, answers: Sequence[Answer]) -> None:
        self._flow.clear()
        self._chips = {}
        for key, words in answers:
            chip = Chip(words, checkable=True)
            chip.setShortcut(QKeySequence())  # an & in a title is no shortcut
            chip.setAccessibleName(f"{self._words.text()} {words}")
            chip.clicked.connect(lambda _=False, key=key: self._choose(key))
            self._chips[key] = chip
            self._flow.addWidget(chip)

    def _choose(self, key: int) -> None:
        for other, chip in self._chips.items():
            chip.setChecked(other == key)
        self.answered.emit(key)
