"""Two things side by side that stand one above the other when there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hallway.ui.theme.look import look

_Direction = QBoxLayout.Direction


class ReflowRow(QWidget):
    """Below ``least`` pixels of width (at the usual letters) the second thing goes under the first."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.row = QBoxLayout(_Direction.LeftToRight, self)

    def is_stacked(self) -> bool:
        """Tell whether one stands above the other."""
        return self.row.direction() == _Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        return QSize(min(look.scaled(160), super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < look.scaled(self._least)
        if stacked != self.is_stacked():
            self.row.setDirection(_Direction.TopToBottom if stacked else _Direction.LeftToRight)
            self.updateGeometry()
