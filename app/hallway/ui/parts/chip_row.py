"""A row of label chips that is filled again and again without making new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout


class ChipRow(QWidget):
    """Shows words as chips, hidden while there are none."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self, gap=gap)
        self.hide()

    def set_words(self, words: Sequence[str]) -> None:
        """Show other words."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        while len(self._chips) < len(words):
            self._chips.append(Chip(""))
            self._flow.addWidget(self._chips[-1])
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(words))
            if place < len(words):
                chip.setText(words[place])
                chip.setAccessibleName(words[place])
                chip.updateGeometry()
        self.setVisible(bool(words))
