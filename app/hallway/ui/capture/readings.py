"""One thing that was understood: what it is, its value, and where in the line it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

HEADING_WIDTH = 96


class ReadingRow(QWidget):
    """Heading, icon, value, source; hidden while there is no value."""

    def __init__(self, heading: str, icon: str, hue: str) -> None:
        super().__init__()
        self._heading = heading
        words = Label(heading, "body", "text2")
        words.setFixedWidth(look.scaled(HEADING_WIDTH))
        self._value = Label("", "name", elide=True)
        self._source = Label("", "caption", "text2")
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(Picture(icon, 16, hue))
        row.addWidget(self._value, 1)
        row.addWidget(self._source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())

    def show_value(self, value: str, source: str) -> None:
        """Show what was understood; an empty value hides the row."""
        self._value.set_text(value)
        self._source.set_text(source)
        self.setAccessibleName(f"{self._heading}: {value}")
        self.setVisible(bool(value))
