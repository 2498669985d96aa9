"""A list with a card beside it; with little room the card takes the place of the list until one leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.ui.theme.look import look

WIDTH, STACKED_BELOW = 356, 640
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""


class Beside(QWidget):
    """`open_card` and `close_card` say which one is seen while there is room for one alone."""

    def __init__(self, main: QWidget, card: QWidget) -> None:
        super().__init__()
        self.main, self.card = main, card
        self._wanted, self._opened = False, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(main, 1)
        row.addWidget(card)
        card.hide()
        look.changed.connect(self._fit)

    def want_card(self, wanted: bool) -> None:
        """Whether there is anything to show on the card."""
        self._wanted = wanted
        self._fit()

    def open_card(self) -> None:
        """Go on to the card."""
        self._opened = True
        self._fit()

    def close_card(self) -> None:
        """Back to the list."""
        self._opened = False
        self._fit()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_stacked(self) -> bool:
        """Tell whether there is room for one of the two alone."""
        return self.width() < look.scaled(STACKED_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        alone = self.is_stacked()
        shown = self._wanted and (self._opened or not alone)
        self.card.setVisible(shown)
        self.main.setVisible(not (alone and shown))
        self.card.setMinimumWidth(0 if alone else look.scaled(WIDTH))
        self.card.setMaximumWidth(UNBOUND if alone else look.scaled(WIDTH))
