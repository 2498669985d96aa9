"""One thing that was understood: what it is, its values as chips that can be corrected, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

HEADING_WIDTH = 96


class Value(NamedTuple):
    """What is shown, and the words of the line it was read from."""

    words: str
    typed: str = ""


class ReadingRow(QWidget):
    """Heading, icon, chips, source; hidden while there is no value. `pressed` carries the `Value` and its chip."""

    pressed = Signal(object, object)

    def __init__(self, heading: str, icon: str, hue: str) -> None:
        super().__init__()
        self._heading, self._hue = heading, hue
        self._values: tuple[Value, ...] = ()
        self._chips: list[Chip] = []
        self._source = Label("", "caption", "text2")
        words = Label(heading, "body", "text2")
        words.setFixedWidth(look.scaled(HEADING_WIDTH))
        self._middle = QWidget()
        self._flow = FlowLayout(self._middle, gap=6, line_gap=4)
        self._middle.setMinimumWidth(1)  # long words are cut short, and do not make the panel wider
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(Picture(icon, 16, hue))
        row.addWidget(self._middle, 1)
        self._beside = QHBoxLayout()
        row.addLayout(self._beside)
        row.addWidget(self._source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
        self.hide()

    def show_values(self, values: Sequence[Value], source: str) -> None:
        """Show what was understood; without a value the row is hidden."""
        self._source.set_text(source)
        if tuple(values) != self._values:
            self._values = tuple(values)
            self._fill()
        self.setVisible(bool(values))

    def add_beside(self, widget: QWidget) -> None:
        """Put something between the chips and their source."""
        self._beside.addWidget(widget)

    def _fill(self) -> None:
        for at in range(len(self._chips), len(self._values)):
            self._chips.append(self._make_chip(at))
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(self._values))
            if at < len(self._values):
                words = self._values[at].words
                chip.setText(words)
                chip.setAccessibleName(self.tr("{heading}: {value}, change").format(heading=self._heading, value=words))
                chip.setShortcut(QKeySequence())  # an & in somebody's words is no shortcut
                chip.updateGeometry()
        self.setAccessibleName(f"{self._heading}: {'; '.join(value.words for value in self._values)}")

    def _make_chip(self, at: int) -> Chip:
        chip = Chip("", button=True, hue=self._hue if self._hue != "text2" else "")
        chip.clicked.connect(lambda: self.pressed.emit(self._values[at], chip))
        self._flow.addWidget(chip)
        return chip
