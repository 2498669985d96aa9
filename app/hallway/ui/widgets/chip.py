"""Chips: small labels that can be chosen, or taken off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import font, width

_PAD, _GAP = 8, 5


class Chip(QAbstractButton):
    """A chip. ``checkable`` makes it a filter (Space toggles, see ``toggled``), ``removable`` gives it
    a cross (Delete and Backspace do the same, see ``removed``); with neither it is a label.

    ``hue`` makes it a kind chip on that soft ground; ``button=True`` lets a plain chip be pressed.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        checkable: bool = False,
        removable: bool = False,
        button: bool = False,
        hue: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._removable, self._hue = icon, removable, hue
        self._alive = checkable or removable or button
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._alive else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", 5)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = width("small", self.text()) + 2 * _PAD + 1
        wide += look.scaled(14) + _GAP if self._icon_name else 0
        wide += look.scaled(14) + _GAP - 2 if self._removable else 0
        return QSize(round(wide), look.scaled(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(look.scaled(40), self.sizeHint().width()), look.scaled(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._alive:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().adjusted(-4, -4, 4, 4).contains(event.position()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._colours()
        paint.rounded_rect(painter, QRectF(self.rect()), 5, fill, edge or None)
        left, middle = float(_PAD), self.height() / 2
        if self._icon_name:
            side = look.scaled(14)
            icons.draw(painter, QRectF(left, middle - side / 2, side, side), self._icon_name, tokens().colour(ink))
            left += side + _GAP
        right = self._cross().left() - 3 if self._removable else self.width() - _PAD + 2
        lettering = font("small")
        if self.isChecked():
            lettering.setWeight(lettering.Weight.Medium)
        painter.setFont(lettering)
        painter.setPen(tokens().colour(ink))
        box = QRectF(left, 0, right - left, self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(right - left))
        painter.drawText(box, int(paint.LEFT | Qt.TextFlag.TextSingleLine), words)
        if self._removable:
            icons.draw(painter, self._cross(), "x", tokens().colour(ink))

    def _cross(self) -> QRectF:
        side = look.scaled(12)
        return QRectF(self.width() - side - 6, (self.height() - side) / 2, side, side)

    def _colours(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "sunken", "line", "disabled"
        if self.isChecked():
            return "accent_soft", "accent", "accent_text"
        if self._hue:
            return f"{self._hue}_soft", "", self._hue
        hovered = self._alive and self.underMouse()
        return ("hover" if hovered else "sunken"), ("control" if hovered else "line"), "text2"
